import ipp from '@sealsystems/ipp';
import { isSound, withUnknownsApart } from './sound.ts';

// PWG 5100.11 (https://ftp.pwg.org/pub/pwg/candidates/cs-ippjobprinterext10-20101030-5100.11.pdf), which the library's tables lack.
Object.assign(ipp.attributes['Job Template'] ?? {}, { 'job-cancel-after': { type: 'integer', tag: 0x21 } });

/** The operations that are used, by the names of RFC 8011, and one of CUPS (https://www.cups.org/doc/spec-ipp.html). */
type Operation =
  | 'Get-Printer-Attributes'
  | 'Get-Jobs'
  | 'Create-Job'
  | 'Send-Document'
  | 'Print-Job'
  | 'Cancel-Job'
  | 'Get-Job-Attributes'
  | 'CUPS-Get-Printers';

/** What is asked with an operation: its own attributes, and those of the job where it makes one. */
export interface Asked {
  readonly operation: Operation;
  readonly own: Readonly<Record<string, unknown>>;
  readonly job?: Readonly<Record<string, unknown>>;
}

/** Attributes by name, as the library reads them; nothing of them is believed before it was looked at. */
export type Attributes = Readonly<Record<string, unknown>>;

/** An answer: its status by name (`successful-ok`), the printer's attributes (the first one's), and one group for each printer and job. */
export interface Answer {
  readonly status: string;
  readonly printer: Attributes;
  readonly printers: readonly Attributes[];
  readonly jobs: readonly Attributes[];
}

/** A request as bytes, without its document. `target`: the printer's `ipp:` address. */
export function encodeRequest(target: string, version: string, { operation, own, job }: Asked): Buffer {
  const common = {
    'attributes-charset': 'utf-8',
    // English, so that CUPS's own programs say what they do in one language.
    'attributes-natural-language': 'en',
    'printer-uri': target,
  };
  // https://www.rfc-editor.org/rfc/rfc8011#section-4.1.5: these first, then who asks and what of.
  return ipp.serialize({
    version,
    operation,
    'operation-attributes-tag': { ...common, ...own, 'requesting-user-name': 'foyer' },
    ...(job && { 'job-attributes-tag': job }),
  });
}

/** An answer, or undefined for what is none. */
export function decodeAnswer(bytes: Buffer): Answer | undefined {
  if (!isSound(bytes)) return undefined;
  let read: Attributes;
  try {
    read = ipp.parse(withUnknownsApart(bytes));
  } catch {
    // A status or a type that it does not know is no answer either.
    return undefined;
  }
  const status = read['statusCode'];
  if (typeof status !== 'string') return undefined;
  const groups = (name: string) => [read[name] ?? []].flat().filter(isAttributes);
  const printers = groups('printer-attributes-tag');
  return { status, printer: printers[0] ?? {}, printers, jobs: groups('job-attributes-tag') };
}

const isAttributes = (value: unknown): value is Attributes => typeof value === 'object' && value !== null;

/** Whether a status says that it was done (0x0000 to 0x00ff: https://www.rfc-editor.org/rfc/rfc8011#appendix-B.1.2). */
export const isDone = ({ status }: Answer): boolean => status.startsWith('successful-');

/** The texts of an attribute of one or several values. */
export const textsOf = (value: unknown): readonly string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === 'string');

/** The collections of an attribute of one or several. */
export const collectionsOf = (value: unknown): readonly Attributes[] => [value ?? []].flat().filter(isAttributes);
