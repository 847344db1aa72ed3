import { readFileSync, statSync } from 'node:fs';
import { endianness, uptime } from 'node:os';

/** Of SQLite's write-ahead log: https://sqlite.org/fileformat2.html, 4.1. */
const headerLength = 32;
const frameHeaderLength = 24;
/** SQLite's own page size; the journal never had another. */
const pageSize = 4096;
const frameLength = frameHeaderLength + pageSize;

/**
 * A page that a transaction wrote. `isRead`: SQLite reads as far as to this frame. `isNext`: it was written right behind the one before it,
 * even if a byte of either has changed since. `isCommit`: a transaction ends with it.
 */
interface Frame {
  readonly isRead: boolean;
  readonly isNext: boolean;
  readonly isCommit: boolean;
}

/**
 * Whether the -wal of a database lacks transactions that were once committed. SQLite does not tell: it reads a log up to the first frame
 * that does not fit, as it must after a power cut, and the visits behind it are gone without a word. Two things show it:
 * - frames behind the break that hold two commits in a row: the first of them was flushed before the second was begun. (One alone may
 *   be a commit that never ended, or the rest of one that was rolled back.)
 * - the -shm that a killed process left, which says how many frames were committed. It is not written durably, so it is believed only
 *   if it was written since the machine started.
 *
 * To be asked before any connection is made, which makes the -shm anew. Nothing is decrypted: the frame's sums are of what is on the disk.
 */
export function lacksCommits(file: string): boolean {
  const log = bytesOf(`${file}-wal`);
  const frames = framesOf(log);
  const broken = frames.findIndex(({ isRead }) => !isRead);
  const whole = frames.slice(0, broken < 0 ? frames.length : broken);
  const behind = frames.slice(whole.length);
  const left = whole.findLastIndex(({ isCommit }) => isCommit) + 1;
  const index = indexOf(`${file}-shm`);
  if (index && left < index.committed) {
    // With none left and all of it in the database nothing is missing; with some, older pages would be read in the place of newer ones.
    return left > 0 || index.committed > index.inDatabase;
  }
  return hasTwoCommits(behind);
}

function hasTwoCommits(frames: readonly Frame[]): boolean {
  let commits = 0;
  for (const { isNext, isCommit } of frames) {
    if (!isNext) commits = 0;
    if (isCommit) commits += 1;
    if (commits === 2) return true;
  }
  return false;
}

/** The frames of a log; those that an earlier use of the same file left have other salts and sums. */
function framesOf(log: Buffer): readonly Frame[] {
  if (log.length < headerLength + frameLength) return [];
  const header = sumsOf(log.subarray(0, headerLength - 8), [0, 0]);
  const isHeaderWhole = isSame(header, sumsIn(log, 24));
  const salts = isHeaderWhole ? log.subarray(16, 24) : log.subarray(headerLength + 8, headerLength + 16);
  const frames: Frame[] = [];
  // What the sums before a frame are, and what the frame before it says they are: they differ behind a byte that changed.
  let [made, said] = [header, header];
  let isBeforeOfLog = isHeaderWhole;
  for (let start = headerLength; start + frameLength <= log.length; start += frameLength) {
    const frame = log.subarray(start, start + frameLength);
    const behindSaid = sumsOfFrame(frame, said);
    const behindMade = isSame(made, said) ? behindSaid : sumsOfFrame(frame, made);
    [made, said] = [behindMade, sumsIn(frame, 16)];
    const isNext = isSame(behindSaid, said) || isSame(behindMade, said);
    const hasSalts = frame.subarray(8, 16).equals(salts);
    const isRead = hasSalts && isSame(behindSaid, said) && (frames.length > 0 ? frames.at(-1)?.isRead === true : isHeaderWhole);
    const isOfLog = hasSalts || (isNext && isBeforeOfLog);
    frames.push({ isRead, isNext, isCommit: isOfLog && frame.readUInt32BE(4) !== 0 });
    isBeforeOfLog = hasSalts;
  }
  return frames;
}

type Sums = readonly [number, number];
const isSame = ([one, other]: Sums, [first, second]: Sums): boolean => one === first && other === second;
const sumsIn = (bytes: Buffer, place: number): Sums => [bytes.readUInt32BE(place), bytes.readUInt32BE(place + 4)];
const sumsOfFrame = (frame: Buffer, before: Sums): Sums =>
  sumsOf(frame.subarray(frameHeaderLength), sumsOf(frame.subarray(0, 8), before));

/** The running sums of https://sqlite.org/fileformat2.html, 4.2, over whole pairs of words, which SQLite makes in the machine's own order. */
function sumsOf(bytes: Buffer, [first, second]: Sums): Sums {
  let [one, other] = [first, second];
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let place = 0; place + 8 <= bytes.length; place += 8) {
    one = (one + words.getUint32(place, isLittle) + other) >>> 0;
    other = (other + words.getUint32(place + 4, isLittle) + one) >>> 0;
  }
  return [one, other];
}

/**
 * What the -shm says (https://sqlite.org/walformat.html, 2.1): the frames that were committed, and how many of them the database holds too.
 * Undefined where there is none, or none to be believed.
 */
function indexOf(shm: string): { readonly committed: number; readonly inDatabase: number } | undefined {
  const written = statSync(shm, { throwIfNoEntry: false })?.mtimeMs;
  const now = Date.now();
  // A second more, because the file's time is finer than the clock's.
  if (written === undefined || written > now + 1000 || written < now - uptime() * 1000) return undefined;
  const index = bytesOf(shm);
  if (index.length < 136 || !index.subarray(0, 48).equals(index.subarray(48, 96))) return undefined;
  const words = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const word = (place: number): number => words.getUint32(place, isLittle);
  const sums = sumsOf(index.subarray(0, 40), [0, 0]);
  if (word(0) !== 3_007_000 || sums[0] !== word(40) || sums[1] !== word(44)) return undefined;
  return { committed: word(16), inDatabase: word(96) };
}

const isLittle = endianness() === 'LE';

const bytesOf = (file: string): Buffer => (statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : Buffer.alloc(0));
