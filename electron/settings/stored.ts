import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SettingsNote } from '../core/administration.ts';
import { readBounded } from './bounded.ts';
import { isSecret, storableOf } from './catalogue.ts';
import { renameDurably, writeDurably } from './durable.ts';

/** What is kept, by the variable's name: plain values, and sealed ones as they stand in the file. */
export interface Kept {
  readonly values: ReadonlyMap<string, string>;
  readonly sealed: ReadonlyMap<string, string>;
}

/** What was read of it. `isThere`: something is or was kept here, so this is no kiosk that nobody has set up yet. */
export interface Stored extends Kept {
  readonly isThere: boolean;
  readonly notes: readonly SettingsNote[];
}

const largestFile = 256 * 1024;
const fileIn = (folder: string): string => join(folder, 'settings.json');
const previousIn = (folder: string): string => join(folder, 'settings.previous.json');

/**
 * The settings that a folder keeps; touches nothing. A file that is damaged is as if it were not there, and the one before it is taken (rule DUR-10). What
 * this Foyer does not know, or should not be there, is left out by itself.
 */
export function readStored(folder: string): Stored {
  const now = parsed(fileIn(folder));
  if (now) return { ...now, isThere: true };
  const previous = parsed(previousIn(folder));
  if (previous) return { ...previous, isThere: true, notes: [{ kind: 'previousUsed' }, ...previous.notes] };
  const isThere = existsSync(fileIn(folder)) || existsSync(previousIn(folder)) || hasAside(folder);
  return { values: new Map(), sealed: new Map(), isThere, notes: isThere ? [{ kind: 'lost' }] : [] };
}

/**
 * Keeps settings, whole or not at all. What was kept before stays beside it; a damaged file is moved aside, never deleted. Throws what the file
 * system throws; then what was kept before is what is read.
 */
export function writeStored(folder: string, { values, sealed }: Kept): void {
  const [file, previous] = [fileIn(folder), previousIn(folder)];
  const before = parsed(file) && readBounded(file, largestFile);
  if (before) writeDurably(previous, before);
  else for (const damaged of [file, previous]) if (existsSync(damaged) && !parsed(damaged)) moveAside(damaged);
  writeDurably(file, textOf({ values, sealed }));
}

/** Sealed values in the same file: a server and its token must change in one rename, or a token could go to another server. */
function textOf({ values, sealed }: Kept): string {
  const sorted = (map: ReadonlyMap<string, string>) => Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...sorted(values), ...(sealed.size > 0 && { sealed: sorted(sealed) }) }, null, 2)}\n`;
}

const aside = /^settings(\.previous)?\.json\.damaged/;
const hasAside = (folder: string): boolean => namesIn(folder).some((name) => aside.test(name));

/** A folder that is none, or cannot be read, has nothing of ours: what is wrong with it is said by whoever makes the data folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function moveAside(file: string): void {
  const taken = readdirSync(dirname(file));
  let number = 1;
  while (taken.includes(`${basename(file)}.damaged-${number}`)) number += 1;
  renameDurably(file, `${file}.damaged-${number}`);
}

/** Undefined: not there, or no JSON object, or larger than anything that was written here. */
function parsed(file: string): (Kept & { notes: SettingsNote[] }) | undefined {
  const bytes = readBounded(file, largestFile);
  if (!bytes || bytes.length > largestFile) return undefined;
  const object = objectIn(bytes.toString('utf8'));
  if (!object) return undefined;
  const values = new Map<string, string>();
  const sealed = new Map<string, string>();
  const notes: SettingsNote[] = [];
  const leaveOut = (name: string, why: 'unknown' | 'unfit' | 'plainSecret') =>
    notes.push({ kind: 'leftOut', name: nameShown(name), why });
  for (const [name, value] of Object.entries(object)) {
    if (name === 'sealed') continue;
    if (!storableOf(name)) leaveOut(name, 'unknown');
    else if (typeof value !== 'string' || value.trim() === '') leaveOut(name, 'unfit');
    else if (isSecret(name, value)) leaveOut(name, 'plainSecret');
    else values.set(name, value.trim());
  }
  for (const [name, value] of Object.entries(asObject(object['sealed']) ?? {})) {
    if (!storableOf(name)) leaveOut(name, 'unknown');
    else if (typeof value !== 'string') leaveOut(name, 'unfit');
    else sealed.set(name, value);
  }
  for (const name of sealed.keys()) values.delete(name);
  return { values, sealed, notes };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}

const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** A name from a file, as far as anybody is told it: what stands there may be anything. */
const nameShown = (name: string): string => (/^FOYER_[A-Z_]{1,40}$/.test(name) ? name : '?');
