import { encode } from 'uqr';

/**
 * A QR code as SVG, the quiet zone left to the page: a line for each run of dark cells, as wide as a cell. One mask, not the best of
 * eight: choosing took most of the time.
 */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: 2 });
  const runs = data.flatMap((row, y) => runsOf(row).map(([from, length]) => `M${from} ${y}.5h${length}`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="none" stroke="#000" d="${runs.join('')}"/></svg>`;
}

function runsOf(row: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const runs: (readonly [number, number])[] = [];
  let from = -1;
  for (const [x, isDark] of [...row, false].entries()) {
    if (isDark && from < 0) from = x;
    if (!isDark && from >= 0) {
      runs.push([from, x - from]);
      from = -1;
    }
  }
  return runs;
}
