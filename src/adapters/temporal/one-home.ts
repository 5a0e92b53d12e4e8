/** The server takes ten updates at a time for one workflow; some of them belong to other processes. */
const atOnce = 4;

/** Lets so many at a time into each workflow; the others wait for their turn here rather than be turned away there. */
export function openDoors() {
  const inside = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  const enter = async (home: string): Promise<void> => {
    const now = inside.get(home) ?? 0;
    if (now < atOnce) inside.set(home, now + 1);
    else await new Promise<void>((resolve) => waiting.set(home, [...(waiting.get(home) ?? []), resolve]));
  };
  const leave = (home: string): void => {
    const [next, ...others] = waiting.get(home) ?? [];
    if (others.length > 0) waiting.set(home, others);
    else waiting.delete(home);
    const now = inside.get(home) ?? 1;
    // Whoever is next takes the place of whoever leaves.
    if (next) next();
    else if (now > 1) inside.set(home, now - 1);
    else inside.delete(home);
  };
  return async <T>(home: string, act: () => Promise<T>): Promise<T> => {
    await enter(home);
    try {
      return await act();
    } finally {
      leave(home);
    }
  };
}
