/** Does something for each, so many at a time, in order of the list. Stops at the first that fails. */
export async function inTheAir<T>(
  list: readonly T[],
  atOnce: number,
  act: (member: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < list.length; index = next++) {
      const member = list[index];
      if (member !== undefined) await act(member);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
}
