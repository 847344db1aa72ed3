/**
 * What electronegativity finds, as it is kept: without the line, which moves.
 * @typedef {{ check: string, file: string, sample: string }} Finding
 */

/**
 * The findings in its CSV, whose first line names the columns.
 * @param {string} csv @returns {Finding[]}
 */
export function findingsIn(csv) {
  const [head = '', ...lines] = csv.trim().split('\n');
  const columns = head.split(',').map((name) => name.trim());
  const at = (/** @type {string} */ name) => columns.indexOf(name);
  const found = lines.map((line) => {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      (quoted ?? plain ?? '').replaceAll('""', '"').trim(),
    );
    return { check: fields[at('issue')] ?? '', file: fields[at('filename')] ?? '', sample: fields[at('sample')] ?? '' };
  });
  if (at('issue') < 0 || at('filename') < 0 || at('sample') < 0) throw new Error(`not electronegativity's columns: ${head}`);
  return found;
}

/**
 * Those of one list that are not in another, each as often as it is there more.
 * @param {readonly Finding[]} some @param {readonly Finding[]} others
 */
export function without(some, others) {
  const left = others.map(textOf);
  return some.filter((finding) => {
    const at = left.indexOf(textOf(finding));
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/** @param {Finding} finding */
const textOf = ({ check, file, sample }) => `${check}\n${file}\n${sample}`;
