import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { StaffMember } from '../core/administration.ts';
import { readBounded } from '../settings/bounded.ts';
import { writeDurably } from '../settings/durable.ts';

const largestFile = 64 * 1024;
const mostPeople = 100;
const longestName = 60;

/** A person of before there were administrators has no `isAdmin`. */
const personSchema = z.strictObject({
  name: z.string().min(1).max(longestName),
  hash: z.string().regex(/^[\da-f]{64}$/),
  isAdmin: z.boolean().optional(),
});
const keptSchema = z.strictObject({
  salt: z.string().regex(/^[\da-f]{32}$/),
  people: z.array(personSchema).max(mostPeople),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * Why somebody cannot have a PIN: it has not 6 to 12 digits; they are all the same, or counted up or down; it is somebody else's (it is the PIN alone that
 * tells who it is); the name is none, or too long; too many people have one.
 */
export type PinFault = 'digits' | 'plain' | 'taken' | 'name' | 'full';

/** What is wrong with a PIN by itself; undefined: it may be one. */
export function pinFault(pin: string): PinFault | undefined {
  if (!/^\d{6,12}$/.test(pin)) return 'digits';
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  const isPlain = steps.size === 1 && ['0', '1', '9'].includes(String([...steps][0]));
  return isPlain ? 'plain' : undefined;
}

/**
 * The people of `file` who have a PIN, in their order. A file that is not there, or cannot be read, is as if nobody had one: the door stays shut.
 */
export const peopleWithPin = (file: string): readonly StaffMember[] => (keptIn(file)?.people ?? []).map(shown);

/** Whether there is no file in its folder, or nobody in it. One that cannot be read, or reached, says nothing of the kind: it opens nothing. */
export const nobodyHasPin = (file: string): boolean => isAbsent(file) || keptIn(file)?.people.length === 0;

/** A link that leads nowhere is there, and of a folder that is gone nothing is known. */
function isAbsent(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined && existsSync(dirname(file));
  } catch {
    return false;
  }
}

const shown = ({ name, isAdmin = false }: Kept['people'][number]): StaffMember => ({ name, isAdmin });

/**
 * Gives somebody a PIN and a role, in the place of those that they had. Undefined: they have it. Throws what the
 * file system throws.
 */
export async function setPin(file: string, { name, isAdmin }: StaffMember, pin: string): Promise<PinFault | undefined> {
  // Longer ones than the file's schema takes would spoil it for everybody.
  if (name === '' || name.length > longestName) return 'name';
  const fault = pinFault(pin);
  if (fault) return fault;
  const salt = keptIn(file)?.salt ?? randomBytes(16).toString('hex');
  const hash = await hashOf(pin, salt);
  // Read after the hash, which takes a while: the terminal and the desk may both be at it.
  const people = keptIn(file)?.people ?? [];
  const others = people.filter((person) => person.name !== name);
  if (personOf(others, hash) !== undefined) return 'taken';
  if (others.length >= mostPeople) return 'full';
  keep(file, { salt, people: [...others, { name, hash: hash.toString('hex'), ...(isAdmin && { isAdmin }) }] });
  return undefined;
}

/** Takes somebody's PIN away; false: they had none. Throws what the file system throws. */
export function removePin(file: string, name: string): boolean {
  const kept = keptIn(file);
  if (!kept?.people.some((person) => person.name === name)) return false;
  keep(file, { ...kept, people: kept.people.filter((person) => person.name !== name) });
  return true;
}

/** Whose PIN this is; undefined: nobody's. Takes the same whether it is anybody's, and whoever's it is. */
export async function whosePin(file: string, pin: string): Promise<StaffMember | undefined> {
  const { salt, people } = keptIn(file) ?? { salt: '00', people: [] };
  const person = personOf(people, await hashOf(pin, salt));
  return person && shown(person);
}

/** Every one is compared, so that the time tells nothing of where in the list the right one stands. */
function personOf(people: Kept['people'], hash: Buffer): Kept['people'][number] | undefined {
  let found: Kept['people'][number] | undefined;
  for (const person of people) if (timingSafeEqual(Buffer.from(person.hash, 'hex'), hash)) found = person;
  return found;
}

/**
 * One of OWASP's equals for scrypt: 32 MiB, and about a quarter of a second of a processor core.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const hashOf = (pin: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
    scrypt(pin, Buffer.from(salt, 'hex'), 32, cost, (error, hash) => (error ? reject(error) : resolve(hash)));
  });

const keep = (file: string, kept: Kept): void => writeDurably(file, `${JSON.stringify(kept, null, 2)}\n`);

function keptIn(file: string): Kept | undefined {
  const bytes = readBounded(file, largestFile);
  if (!bytes || bytes.length > largestFile) return undefined;
  try {
    return keptSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
