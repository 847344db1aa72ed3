import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { readBounded } from '../settings/bounded.ts';
import { writeDurably } from '../settings/durable.ts';

const largestFile = 64 * 1024;
const mostPeople = 100;

const keptSchema = z.strictObject({
  salt: z.string().regex(/^[\da-f]{32}$/),
  people: z.array(z.strictObject({ name: z.string().min(1).max(60), hash: z.string().regex(/^[\da-f]{64}$/) })).max(mostPeople),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * What a PIN may be: 6 to 12 digits, neither all the same nor counted up or down. A text instead says what is wrong with it.
 */
export function pinFault(pin: string): string | undefined {
  if (!/^\d{6,12}$/.test(pin)) return 'a PIN has 6 to 12 digits';
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  const isPlain = steps.size === 1 && ['0', '1', '9'].includes(String([...steps][0]));
  return isPlain ? 'a PIN must not be 111111 or 123456 or the like' : undefined;
}

/**
 * The people of `file` who have a PIN, in their order. A file that is not there, or cannot be read, is as if nobody had one: the door stays shut.
 */
export const namesWithPin = (file: string): readonly string[] => (keptIn(file)?.people ?? []).map(({ name }) => name);

/**
 * Gives somebody a PIN, in the place of the one that they had. A text says why not: the PIN is no PIN, or somebody else's (it is the PIN
 * alone that tells who it is), or the file is full. Throws what the file system throws.
 */
export async function setPin(file: string, name: string, pin: string): Promise<string | undefined> {
  const fault = pinFault(pin);
  if (fault) return fault;
  const { salt, people } = keptIn(file) ?? { salt: randomBytes(16).toString('hex'), people: [] };
  const others = people.filter((person) => person.name !== name);
  const hash = await hashOf(pin, salt);
  if (personOf(others, hash) !== undefined) return 'this PIN cannot be had: choose another';
  if (others.length >= mostPeople) return `${mostPeople} people have a PIN already`;
  keep(file, { salt, people: [...others, { name, hash: hash.toString('hex') }] });
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
export async function whosePin(file: string, pin: string): Promise<string | undefined> {
  const { salt, people } = keptIn(file) ?? { salt: '00', people: [] };
  return personOf(people, await hashOf(pin, salt));
}

/** Every one is compared, so that the time tells nothing of where in the list the right one stands. */
function personOf(people: Kept['people'], hash: Buffer): string | undefined {
  let found: string | undefined;
  for (const person of people) if (timingSafeEqual(Buffer.from(person.hash, 'hex'), hash)) found = person.name;
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
