/** Letters and digits that a hand takes for each other. */
const pairs: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };

/** With more of them in a code than this, all are taken to be letters or all digits: a typed code must not stand for dozens. */
const mostApart = 2;

/** The other codes, at most three, that a person may have meant who typed this one: O for 0, I for 1, and the other way round. */
export function alikeOf(code: string): string[] {
  const places = Array.from(code, (_, index) => index).filter((index) => code[index] && pairs[code[index]]);
  if (places.length > mostApart) {
    const digits = code.replace(/[OI]/g, (letter) => pairs[letter] ?? letter);
    const letters = code.replace(/[01]/g, (digit) => pairs[digit] ?? digit);
    return [...new Set([digits, letters])].filter((one) => one !== code);
  }
  let all = [code];
  for (const place of places)
    all = all.flatMap((one) => [one, one.slice(0, place) + pairs[one[place] ?? ''] + one.slice(place + 1)]);
  return all.filter((one) => one !== code);
}
