/** A file's name as a header carries it: percent-encoded, since a header has no æ; the last part of a path, and never long. */
export function nameIn(header: string | undefined): string {
  try {
    return (
      decodeURIComponent(header ?? '')
        .split(/[/\\]/)
        .at(-1)
        ?.slice(-200) ?? ''
    );
  } catch {
    return '';
  }
}
