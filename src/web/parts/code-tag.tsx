import { isStatusCode, mainGroupOf } from '#domain/status-code/status-code.ts';

const toneOf = (code: string): 'unknown' | 'active' | 'error' | undefined => {
  if (code === 'Feil') return 'error';
  if (!isStatusCode(code)) return undefined;
  const group = mainGroupOf(code);
  return group === 1 ? 'unknown' : group === 2 || group === 3 ? 'active' : undefined;
};

/** A code as the authority writes it; its words stand beside it, never inside. */
export const CodeTag = ({ code }: { code: string }) => (
  <span class="code" data-tone={toneOf(code)}>
    {code}
  </span>
);
