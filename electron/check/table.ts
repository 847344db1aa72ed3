const gap = '  ';
/** A column is made narrower down to this before the next one is. */
const narrowest = 12;

/**
 * Rows as lines of at most `width` characters: each column as wide as what is in it, the widest made narrower until all fit, and what is
 * too long then goes on below, broken where a reader expects it. The first row is the head. `right`: columns of numbers.
 */
export function tableOf(rows: readonly (readonly string[])[], width: number, right: readonly number[] = []): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const room = width - gap.length * (columns - 1);
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowest) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.flatMap((row) => {
    const cells = widths.map((cellWidth, column) => wrapped(row[column] ?? '', cellWidth));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => {
          const text = cell[line] ?? '';
          return right.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
        })
        .join(gap)
        .trimEnd(),
    );
  });
}

/** A text in lines of at most `width` characters, broken after a blank or before a slash or a dot, and within a word only if it must. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<= )|(?=[/.])/).flatMap((part) => cut(part, width))) {
    if (line && (line + piece).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

const cut = (text: string, width: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / width)) }, (_, place) => text.slice(place * width, (place + 1) * width));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
