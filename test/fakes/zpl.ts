/** One command of a ZPL stream: its name (`~HS`, `^PW`, `getvar`) and parameters. `graphic`: `^GFA` with its dots. */
export type ZplCommand =
  | { name: string; parameters: string[] }
  | { name: 'graphic'; total: number; bytes: number; rowBytes: number; dots: Buffer };

/** A command and the offset after it. */
export type ZplParsed = { command: ZplCommand; end: number };

const tildes = ['~HQES', '~HS', '~JX', '~JA'];
const carets = 'XA XZ PW LL MN LH LT LS PO PM LR FO FS PQ'.split(' ');

/**
 * Reads the command at `at` from the format of the ZPL II Programming Guide, knowing nothing of how Foyer writes it. Undefined: the stream ends
 * within it. Throws for anything that a badge has no business to contain.
 */
export function readZpl(stream: Buffer, at: number): ZplParsed | undefined {
  const rest = stream.subarray(at);
  const text = rest.subarray(0, 200).toString('latin1');
  if (text.startsWith('\r') || text.startsWith('\n')) return { command: { name: 'line end', parameters: [] }, end: at + 1 };
  if (text.startsWith('~')) {
    const name = tildes.find((known) => text.startsWith(known));
    if (name) return { command: { name, parameters: [] }, end: at + name.length };
    if (tildes.some((known) => known.startsWith(text))) return undefined;
    throw strange(stream, at);
  }
  if (text.startsWith('!')) {
    const [line, name] = /^! U1 getvar "([a-z._]+)"\r\n/.exec(text) ?? [];
    if (line && name) return { command: { name: 'getvar', parameters: [name] }, end: at + line.length };
    if (!text.includes('\n') && text.length < 100) return undefined;
    throw strange(stream, at);
  }
  if (!text.startsWith('^')) throw strange(stream, at);
  if (text.length < 3) return undefined;
  const name = text.slice(1, 3);
  if (name === 'GF') return graphic(stream, at);
  if (!carets.includes(name)) throw strange(stream, at);
  if (name === 'XA' || name === 'XZ' || name === 'FS') return { command: { name: `^${name}`, parameters: [] }, end: at + 3 };
  const [parameters] = /^[0-9A-Z,-]*/.exec(text.slice(3)) ?? [''];
  const next = text[3 + parameters.length];
  if (next === undefined) return undefined;
  if (next !== '^' && next !== '~') throw strange(stream, at);
  return { command: { name: `^${name}`, parameters: parameters.split(',') }, end: at + 3 + parameters.length };
}

function graphic(stream: Buffer, at: number): ZplParsed | undefined {
  const text = stream.subarray(at, at + 60).toString('latin1');
  const [head, ...numbers] = /^\^GFA,(\d+),(\d+),(\d+),/.exec(text) ?? [];
  if (!head) {
    if (/^\^GF(A(,\d*){0,3})?$/.test(text)) return undefined;
    throw strange(stream, at);
  }
  const [bytes = 0, total = 0, rowBytes = 0] = numbers.map(Number);
  const digits = stream.subarray(at + head.length, at + head.length + total * 2).toString('latin1');
  if (!/^[0-9A-F]*$/.test(digits) || rowBytes === 0 || total % rowBytes !== 0) throw strange(stream, at);
  if (digits.length < total * 2) return undefined;
  const command = { name: 'graphic' as const, total, bytes, rowBytes, dots: Buffer.from(digits, 'hex') };
  return { command, end: at + head.length + digits.length };
}

/** All commands of a finished stream, without the line ends between them. Throws when it ends within one. */
export function readZplCommands(stream: Buffer): ZplCommand[] {
  const commands: ZplCommand[] = [];
  for (let at = 0; at < stream.length; ) {
    const parsed = readZpl(stream, at);
    if (!parsed) throw new Error(`the stream ends within the command at ${at}`);
    if (parsed.command.name !== 'line end') commands.push(parsed.command);
    at = parsed.end;
  }
  return commands;
}

const strange = (stream: Buffer, at: number) =>
  new Error(`not a command of a badge at ${at}: ${JSON.stringify(stream.subarray(at, at + 12).toString('latin1'))}`);
