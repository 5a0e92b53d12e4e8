/** So many are remembered; after that the memory begins anew, which costs each of them one longer command. */
const atMost = 50_000;

/** Which workflows this process has seen open. A guess that costs little when it is wrong: the workflow may have ended since. */
export function seenOpen() {
  const seen = new Set<string>();
  return {
    has: (workflowId: string): boolean => seen.has(workflowId),
    note: (workflowId: string): void => {
      if (seen.size >= atMost) seen.clear();
      seen.add(workflowId);
    },
    forget: (workflowId: string): void => {
      seen.delete(workflowId);
    },
  };
}

export type SeenOpen = ReturnType<typeof seenOpen>;
