/** One command of an ESC/POS stream. `raster` carries its dots, row by row, most significant bit leftmost, 1 is black. */
export type Command =
  | { name: 'initialise' }
  | { name: 'feed lines'; lines: number }
  | { name: 'cut'; mode: number }
  | { name: 'vertical tab' }
  | { name: 'status'; question: number }
  | { name: 'process id'; id: string }
  | { name: 'raster'; mode: number; width: number; height: number; dots: Buffer }
  | { name: 'text'; bytes: Buffer };

/** A command and the offset after it. */
export type Parsed = { command: Command; end: number };

/**
 * Reads the command at `at` from the format of Epson's command reference, knowing nothing of how Foyer writes it. Undefined: the stream
 * ends within it. Throws for anything that a badge has no business to contain.
 */
export function readCommand(stream: Buffer, at: number): Parsed | undefined {
  const byte = (offset: number): number => {
    const value = stream[at + offset];
    if (value === undefined) throw new Incomplete();
    return value;
  };
  try {
    switch (byte(0)) {
      case 0x10: {
        if (byte(1) !== 0x04 || byte(2) < 1 || byte(2) > 4) throw unknown(stream, at);
        return { command: { name: 'status', question: byte(2) }, end: at + 3 };
      }
      case 0x1b:
        if (byte(1) === 0x40) return { command: { name: 'initialise' }, end: at + 2 };
        // Total and partial cut of the older Epsons, Custom and Daruma.
        if (byte(1) === 0x69) return { command: { name: 'cut', mode: 0 }, end: at + 2 };
        if (byte(1) === 0x6d) return { command: { name: 'cut', mode: 1 }, end: at + 2 };
        if (byte(1) === 0x64) return { command: { name: 'feed lines', lines: byte(2) }, end: at + 3 };
        throw unknown(stream, at);
      case 0x1d:
        if (byte(1) === 0x56 && byte(2) <= 1) return { command: { name: 'cut', mode: byte(2) }, end: at + 3 };
        if (byte(1) === 0x28 && byte(2) === 0x48) return processId();
        if (byte(1) === 0x76 && byte(2) === 0x30) return raster();
        throw unknown(stream, at);
      case 0x0b:
        return { command: { name: 'vertical tab' }, end: at + 1 };
      default:
        if (byte(0) < 0x20) throw unknown(stream, at);
        return { command: { name: 'text', bytes: stream.subarray(at, at + 1) }, end: at + 1 };
    }
  } catch (error) {
    if (error instanceof Incomplete) return undefined;
    throw error;
  }

  function processId(): Parsed {
    const length = byte(3) + byte(4) * 256;
    if (length !== 6 || byte(5) !== 48 || byte(6) !== 48) throw unknown(stream, at);
    const id = [7, 8, 9, 10].map(byte);
    if (id.some((value) => value < 0x20 || value > 0x7e)) throw unknown(stream, at);
    return { command: { name: 'process id', id: String.fromCharCode(...id) }, end: at + 11 };
  }

  function raster(): Parsed {
    const mode = byte(3);
    if (![0, 48].includes(mode)) throw unknown(stream, at);
    const columns = byte(4) + byte(5) * 256;
    const height = byte(6) + byte(7) * 256;
    const end = at + 8 + columns * height;
    if (columns === 0 || height === 0) throw unknown(stream, at);
    if (stream.length < end) return incomplete();
    return { command: { name: 'raster', mode, width: columns * 8, height, dots: stream.subarray(at + 8, end) }, end };
  }

  function incomplete(): never {
    throw new Incomplete();
  }
}

/** All commands of a finished stream. Throws when it ends within one. */
export function readCommands(stream: Buffer): Command[] {
  const commands: Command[] = [];
  for (let at = 0; at < stream.length; ) {
    const parsed = readCommand(stream, at);
    if (!parsed) throw new Error(`the stream ends within the command at ${at}`);
    commands.push(parsed.command);
    at = parsed.end;
  }
  return commands;
}

/** Offsets of what Epson's firmware takes for a real-time command, wherever it stands: DLE EOT 1-4, DLE ENQ 0-2, DLE DC4. */
export function realTimeCommands(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = 0; at + 2 < bytes.length; at++) {
    if (bytes[at] !== 0x10) continue;
    const [, name = 0, n = 0] = bytes.subarray(at, at + 3);
    if ((name === 0x04 && n >= 1 && n <= 4) || (name === 0x05 && n <= 2) || name === 0x14) found.push(at);
  }
  return found;
}

class Incomplete extends Error {}

const unknown = (stream: Buffer, at: number) =>
  new Error(`not a command of a badge at ${at}: ${stream.subarray(at, at + 8).toString('hex')}`);
