/** One command of a Brother QL stream in raster mode. `line` carries one bit for each pin of the head. */
export type QlCommand =
  | { name: 'invalidate' | 'initialise' | 'status request' | 'print' }
  | { name: 'mode' | 'auto cut' | 'cut each' | 'expanded mode' | 'margin'; value: number }
  | { name: 'information'; binding: number; type: number; width: number; length: number; lines: number; page: number }
  | { name: 'line'; pins: Buffer };

/** A command and the offset after it. */
export type QlParsed = { command: QlCommand; end: number };

/**
 * Reads the command at `at` from the format of Brother's raster command reference (QL-800 series, 4.), knowing nothing of how Foyer writes it.
 * Undefined: the stream ends within it. Throws for anything that a badge has no business to contain.
 */
export function readQl(stream: Buffer, at: number): QlParsed | undefined {
  const rest = stream.subarray(at);
  const [first, second, third, fourth] = rest;
  const done = (command: QlCommand, length: number): QlParsed | undefined =>
    rest.length < length ? undefined : { command, end: at + length };
  switch (first) {
    case undefined:
      return undefined;
    case 0x00: {
      const run = rest.findIndex((byte) => byte !== 0);
      return done({ name: 'invalidate' }, run === -1 ? rest.length : run);
    }
    case 0x1a:
      return done({ name: 'print' }, 1);
    case 0x67: {
      if (third === undefined) return undefined;
      if (second !== 0 || third === 0) throw strange(stream, at);
      return done({ name: 'line', pins: rest.subarray(3, 3 + third) }, 3 + third);
    }
    case 0x1b:
      break;
    default:
      throw strange(stream, at);
  }
  if (second === undefined) return undefined;
  if (second === 0x40) return done({ name: 'initialise' }, 2);
  if (second !== 0x69) throw strange(stream, at);
  const value = fourth ?? 0;
  switch (third) {
    case undefined:
      return undefined;
    case 0x53:
      return done({ name: 'status request' }, 3);
    case 0x61:
      return done({ name: 'mode', value }, 4);
    case 0x4d:
      return done({ name: 'auto cut', value }, 4);
    case 0x41:
      return done({ name: 'cut each', value }, 4);
    case 0x4b:
      return done({ name: 'expanded mode', value }, 4);
    case 0x64:
      return done({ name: 'margin', value: value + (rest[4] ?? 0) * 256 }, 5);
    case 0x7a: {
      if (rest.length < 13) return undefined;
      const [, , , binding = 0, type = 0, width = 0, length = 0] = rest;
      const lines = rest.readUInt32LE(7);
      return done({ name: 'information', binding, type, width, length, lines, page: rest[11] ?? 0 }, 13);
    }
    default:
      throw strange(stream, at);
  }
}

/** All commands of a finished stream. Throws when it ends within one. */
export function readQlCommands(stream: Buffer): QlCommand[] {
  const commands: QlCommand[] = [];
  for (let at = 0; at < stream.length; ) {
    const parsed = readQl(stream, at);
    if (!parsed) throw new Error(`the stream ends within the command at ${at}`);
    commands.push(parsed.command);
    at = parsed.end;
  }
  return commands;
}

const strange = (stream: Buffer, at: number) =>
  new Error(`not a command of a badge at ${at}: ${stream.subarray(at, at + 8).toString('hex')}`);
