import { failure, type Result, success } from '../contract/failure.ts';
import { outcomeOf } from './outcome.ts';

/** Response headers as Node and undici give them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const json = /^application\/(?:[\w.+-]+\+)?json$/;

/**
 * What the head of an answer means, before a byte of its body is looked at: success, or the failure it stands for. A redirect, a web
 * page or any other kind of content is something in between that answers in the server's place, such as a captive portal; where a
 * file is expected, anything but a web page may be one.
 */
export function judgeHead(status: number, headers: Headers, kind: 'json' | 'file' = 'json'): Result<void> {
  const { code } = outcomeOf(status);
  if (code) return failure(code);
  const { type, charset } = contentType(headers);
  if (/^(text\/html|application\/xhtml\+xml)$/.test(type)) return failure('bookings.portal');
  if (kind === 'json' && type !== '' && !json.test(type) && type !== 'text/json') return failure('bookings.portal');
  if (kind === 'json' && charset !== '' && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii') {
    return failure('bookings.unreadable', { field: 'charset' });
  }
  // Compression is never asked for, so that no small answer can unfold into a large one.
  const encoding = headerOf(headers, 'content-encoding');
  return encoding === '' || encoding === 'identity'
    ? success(undefined)
    : failure('bookings.unreadable', { field: 'content-encoding' });
}

/** Does a body begin as a web page does? For answers that do not say what they are. */
export const isMarkup = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith('<');

/** The media type that an answer gives itself, in small letters and without parameters; empty where it gives none. */
export const mediaTypeOf = (headers: Headers): string => contentType(headers).type;

function contentType(headers: Headers): { type: string; charset: string } {
  const [type = '', ...parameters] = headerOf(headers, 'content-type').split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return { type: type.trim(), charset: charset?.slice('charset='.length).replaceAll('"', '').trim() ?? '' };
}

/** A header in small letters, without spaces around it; empty where there is none. */
export function headerOf(headers: Headers, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().toLowerCase();
}
