interface Named {
  readonly name: string;
  readonly company?: string | undefined;
  readonly host?: string | undefined;
}

/** A text without case, accents and width: "Müller" is found by "muller". */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Those whose name, company or host holds every word of the search. */
export function matching<T extends Named>(list: readonly T[], search: string): readonly T[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return list;
  return list.filter(({ name, company = '', host = '' }) => {
    const text = folded(`${name}\n${company}\n${host}`);
    return words.every((word) => text.includes(word));
  });
}
