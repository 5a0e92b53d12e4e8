/**
 * How many slips of the finger lie between two words: a letter lost, added, changed, or two neighbours that changed
 * places (Damerau–Levenshtein, adjacent form). Stops counting past `most` and answers `most + 1`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most || one.length > longest || other.length > longest) return most + 1;
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= other.length; column += 1) last[column] = column;
  for (let row = 1; row <= one.length; row += 1) {
    const least = fillRow(one, other, row, beforeLast, last, current);
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}

const longest = 63;
/** Room for three rows of the table, used again by every call: a cross-check makes millions. */
const rows = [new Int32Array(longest + 1), new Int32Array(longest + 1), new Int32Array(longest + 1)] as const;

type Row = (typeof rows)[number];

function fillRow(one: string, other: string, row: number, beforeLast: Row, last: Row, current: Row): number {
  const sign = one.charCodeAt(row - 1);
  const signBefore = one.charCodeAt(row - 2);
  let left = row;
  let least = row;
  current[0] = row;
  for (let column = 1; column <= other.length; column += 1) {
    const against = other.charCodeAt(column - 1);
    const diagonal = last[column - 1] ?? 0;
    let cost = diagonal;
    if (sign !== against) {
      cost = Math.min(last[column] ?? 0, left, diagonal) + 1;
      if (row > 1 && column > 1 && sign === other.charCodeAt(column - 2) && signBefore === against) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
    }
    current[column] = cost;
    left = cost;
    if (cost < least) least = cost;
  }
  return least;
}
