/** Lines of a table, columns aligned; a heading and `---` under it where there are any. */
export function aligned(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = headings.length > 0 ? [headings, ...rows] : rows;
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((wide) => '-'.repeat(wide)).join('  ');
  return headings.length > 0 ? [lines[0] ?? '', rule, ...lines.slice(1)] : lines;
}

const width = (text: string): number => [...text].length;
