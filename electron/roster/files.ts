import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { meaningOf } from '../journal/failures.ts';

/** What only a roster is called, with what SQLite puts beside it. */
const ours = /^roster-(\d{1,15})\.db(?:-wal|-shm|-journal)?$/;

/** The file of a generation of the roster. */
export const rosterFile = (folder: string, generation: number): string => join(folder, `roster-${generation}.db`);

/** The generations of which something is in a folder, newest first. */
export function generationsIn(folder: string): number[] {
  const numbers = readdirSync(folder).flatMap((name) => generationOf(name) ?? []);
  return [...new Set(numbers)].toSorted((a, b) => b - a);
}

/** Removes the generations that fit, whole. What cannot be removed now is removed with the next one. */
export async function removeGenerations(folder: string, fits: (generation: number) => boolean): Promise<void> {
  try {
    for (const name of readdirSync(folder)) {
      const generation = generationOf(name);
      if (generation !== undefined && fits(generation)) await rm(join(folder, name), { force: true });
    }
  } catch (error) {
    if (!meaningOf(error)) throw error;
  }
}

function generationOf(name: string): number | undefined {
  const [, number] = ours.exec(name) ?? [];
  return number === undefined ? undefined : Number(number);
}
