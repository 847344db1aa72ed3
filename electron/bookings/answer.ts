import { type FailureCode, failure, type Result, success } from '../contract/failure.ts';

/** Response headers as Node and undici give them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const json = /^application\/(?:[\w.+-]+\+)?json$/;

/**
 * What the head of an answer means, before a byte of its body is looked at: success, or the failure it stands for. A redirect, a web
 * page or any other kind of content is something in between that answers in the server's place, such as a captive portal.
 */
export function judgeHead(status: number, headers: Headers): Result<void> {
  const code = statusFailure(status);
  if (code) return failure(code);
  const { type, charset } = contentType(headers);
  if (type !== '' && !json.test(type) && type !== 'text/json') return failure('bookings.portal');
  if (charset !== '' && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii') {
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

/** One table from status to outcome; undefined: the answer is good. */
export function statusFailure(status: number): FailureCode | undefined {
  const exact: Partial<Record<number, FailureCode>> = {
    401: 'bookings.unauthorized',
    403: 'bookings.forbidden',
    404: 'bookings.notFound',
    429: 'bookings.busy',
    // "Network Authentication Required", made for captive portals (https://www.rfc-editor.org/rfc/rfc6585#section-6).
    511: 'bookings.portal',
  };
  if (exact[status]) return exact[status];
  if (status >= 500) return 'bookings.broken';
  if (status >= 400) return 'bookings.refused';
  if (status >= 300) return 'bookings.portal';
  return status >= 200 ? undefined : 'bookings.unreadable';
}

function contentType(headers: Headers): { type: string; charset: string } {
  const [type = '', ...parameters] = headerOf(headers, 'content-type').split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return { type: type.trim(), charset: charset?.slice('charset='.length).replaceAll('"', '').trim() ?? '' };
}

function headerOf(headers: Headers, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().toLowerCase();
}
