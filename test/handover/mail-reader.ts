/** An e-mail as a mailbox shows it. `names`: of all headers, in their order. */
export interface ReadMail {
  readonly names: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads a plain text e-mail from its bytes (RFC 5322, 2045, 2047). */
export function readMail(raw: string): ReadMail {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const fields = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const);
  const headers = Object.fromEntries(fields.map(([name, value]) => [name, words(value)]));
  return {
    names: fields.map(([name]) => name),
    headers,
    text: decoded(body.join('\r\n\r\n'), headers['content-transfer-encoding'] ?? '').replaceAll('\r\n', '\n'),
  };
}

function words(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/(?:=\?utf-8\?[BQ]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, how = '', text = '']) =>
          how.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' ')),
        ),
      ).toString(),
    );
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')).toString() : body;
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
