/** One command of a Star stream in line mode and raster mode. `line` carries its dots, most significant bit leftmost, 1 is black. */
export type StarCommand =
  | { name: 'initialise' | 'enter raster' | 'quit raster' | 'end of page' | 'etb' | 'status request' }
  | { name: 'automatic status'; mode: number }
  | { name: 'page length' | 'end mode'; value: number }
  | { name: 'line'; dots: Buffer };

/** A command and the offset after it. */
export type StarParsed = { command: StarCommand; end: number };

/**
 * Reads the command at `at` from the format of Star's command specifications, knowing nothing of how Foyer writes it. Undefined: the stream
 * ends within it. Throws for anything that a badge has no business to contain, and for a line outside of raster mode.
 */
export function readStar(stream: Buffer, at: number, inRaster: boolean): StarParsed | undefined {
  const rest = stream.subarray(at);
  const [first, second, third, fourth] = rest;
  if (first === undefined) return undefined;
  if (first === 0x17 && !inRaster) return { command: { name: 'etb' }, end: at + 1 };
  if (first === 0x62 && inRaster) {
    if (third === undefined) return undefined;
    const length = (second ?? 0) + third * 256;
    if (length === 0) throw strange(stream, at);
    return rest.length < 3 + length
      ? undefined
      : { command: { name: 'line', dots: rest.subarray(3, 3 + length) }, end: at + 3 + length };
  }
  if (first !== 0x1b) throw strange(stream, at);
  if (second === undefined) return undefined;
  if (second === 0x40 && !inRaster) return { command: { name: 'initialise' }, end: at + 2 };
  if (third === undefined) return undefined;
  if (second === 0x06 && third === 0x01) return { command: { name: 'status request' }, end: at + 3 };
  if (second === 0x0c && third === 0x04 && inRaster) return { command: { name: 'end of page' }, end: at + 3 };
  if (fourth === undefined) return undefined;
  if (second === 0x1e && third === 0x61) return { command: { name: 'automatic status', mode: fourth }, end: at + 4 };
  if (second !== 0x2a || third !== 0x72) throw strange(stream, at);
  if (fourth === 0x41) return { command: { name: 'enter raster' }, end: at + 4 };
  if (fourth === 0x42) return { command: { name: 'quit raster' }, end: at + 4 };
  if (fourth !== 0x50 && fourth !== 0x45) throw strange(stream, at);
  const nul = rest.indexOf(0, 4);
  if (nul === -1 && rest.length < 12) return undefined;
  const digits = rest.subarray(4, nul).toString('latin1');
  if (nul === -1 || !/^\d{1,4}$/.test(digits) || !inRaster) throw strange(stream, at);
  return { command: { name: fourth === 0x50 ? 'page length' : 'end mode', value: Number(digits) }, end: at + nul + 1 };
}

/** All commands of a finished stream. Throws when it ends within one. */
export function readStarCommands(stream: Buffer): StarCommand[] {
  const commands: StarCommand[] = [];
  let inRaster = false;
  for (let at = 0; at < stream.length; ) {
    const parsed = readStar(stream, at, inRaster);
    if (!parsed) throw new Error(`the stream ends within the command at ${at}`);
    inRaster = rasterAfter(parsed.command, inRaster);
    commands.push(parsed.command);
    at = parsed.end;
  }
  return commands;
}

/** Whether the printer is in raster mode after a command. */
export function rasterAfter({ name }: StarCommand, before: boolean): boolean {
  if (name === 'enter raster') return true;
  return name === 'quit raster' ? false : before;
}

const strange = (stream: Buffer, at: number) =>
  new Error(`not a command of a badge at ${at}: ${stream.subarray(at, at + 8).toString('hex')}`);
