/**
 * One thing that must not be in the log, and what stands in its place. Every repetition is bounded, or takes a run of one class to its
 * end, so that a text of any kind takes time in step with its length; no mark holds what a pattern looks for.
 */
interface Pattern {
  readonly name: string;
  readonly found: RegExp;
  readonly mark: string | ((found: string) => string);
}

const hasDigit = /\d/;
const address = /.(?:@|%40)./s;

/** From the clearest to the vaguest: what one pattern has taken is not seen by the next. */
export const patterns: readonly Pattern[] = [
  {
    // Folder and rest: what a person calls files tells as much as the account's name.
    name: 'home path',
    found: /(?:\/(?:home|Users|root)|[A-Z]:[\\/]{1,2}(?:Users|Documents and Settings))[\\/]{1,2}[^\n"'<>|]{1,1024}/gi,
    mark: '[home]',
  },
  { name: 'token in a header', found: /(?:bearer|basic)\s{1,4}[^\s"',;[\]]{1,8192}/gi, mark: '[token]' },
  {
    name: 'token by its name',
    found: /(?:token|secret|passw(?:or)?d|authorization|api[-_]?key)["']?\s{0,4}[:=]\s{0,4}["']?[^\s"',;&[\]]{1,8192}/gi,
    mark: '[token]',
  },
  {
    // Word by word: looked for from its first letter, an address would be tried at every letter of a long word.
    name: 'e-mail address',
    found: /[^\s"'<>()[\],;:/]+/g,
    mark: (word) => (address.test(word) ? '[email]' : word),
  },
  {
    // Hexadecimal, base64, base64url, UUID. Shorter ones only with a digit: the longest word of an operation's name has 29 letters.
    name: 'token by its looks',
    found: /[\w+=-]{16,}/g,
    mark: (run) => (run.length >= 32 || hasDigit.test(run) ? '[token]' : run),
  },
  // Seven digits and more, in any script, with what people put between them: a phone, a passport, a card.
  { name: 'phone or long number', found: /\+?\(?\p{Nd}(?:[\s().\-/]{0,3}\p{Nd}){6,}/gu, mark: '[number]' },
];

/**
 * The second net under the log's typed fields (rule LOG-2): a text without tokens, e-mail addresses, phone and other long numbers, and
 * paths in somebody's home folder. Idempotent; takes time in step with the text's length.
 */
export const scrub = (text: string): string => without(text, patterns);

/** The same, but for the place of a thing on the network: the numbers of an address stay. */
export const scrubPlace = (text: string): string =>
  without(
    text,
    patterns.filter(({ name }) => name !== 'phone or long number'),
  );

const without = (text: string, from: readonly Pattern[]): string =>
  from.reduce((rest, { found, mark }) => (typeof mark === 'string' ? rest.replace(found, mark) : rest.replace(found, mark)), text);
