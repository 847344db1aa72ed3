import { createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';

/**
 * What a code and the data folder's key become, 64 bytes as a latin1 text: the first 32 find the code's records, the others open them.
 * A text, for a hundred thousand Buffers of this size would weigh three times as much.
 */
export type Derived = string;

/** The bytes that a code's records are found by. */
export const finderOf = (derived: Derived): Buffer => Buffer.from(derived.slice(0, 32), 'latin1');
/** The key that opens a code's records. */
export const recordKeyOf = (derived: Derived): Buffer => Buffer.from(derived.slice(32), 'latin1');

/** The passphrase of the roster's file, another one than the journal's; see `passphraseOf` there for why it has 24 bytes. */
export const rosterPassphraseOf = (key: Buffer): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'foyer roster passphrase 1', 24)).toString('base64');

/** From codes to what finds and opens their records. */
export interface Derivation {
  /** For a visitor who waits: goes before those of a download. */
  forLookUp(code: string): Promise<Derived>;
  /** Of a code that the last download or this one has had: at once. */
  forDownload(code: string): Derived | Promise<Derived>;
  /** A download is through: what was not asked for by it is forgotten. */
  forgetOthers(): void;
}

/**
 * A registration code is a few letters and can be guessed. Whoever has the disk and the key of the data folder still has to try codes one by
 * one, each for about 5 ms of a processor and 2 MiB of memory (scrypt, https://www.rfc-editor.org/rfc/rfc7914), which a visitor does not notice.
 * What is remembered is under a keyed hash of the code, by a key that is nowhere but in this process.
 */
export function createDerivation(key: Buffer): Derivation {
  const salt = Buffer.from(hkdfSync('sha256', key, '', 'foyer roster codes 1', 32));
  const memoryKey = randomBytes(32);
  let known = new Map<string, Derived>();
  let asked = new Map<string, Derived>();
  let lookUps = 0;
  let waiting: (() => void)[] = [];

  function derive(code: string): Promise<Derived> {
    return new Promise((resolve, reject) =>
      scrypt(code, salt, 64, { N: 2048, r: 8, p: 1 }, (error, bytes) =>
        error ? reject(error) : resolve(bytes.toString('latin1')),
      ),
    );
  }

  async function deriveLater(code: string, name: string): Promise<Derived> {
    while (lookUps > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const derived = await derive(code);
    asked.set(name, derived);
    return derived;
  }

  return {
    async forLookUp(code) {
      lookUps += 1;
      try {
        return await derive(code);
      } finally {
        lookUps -= 1;
        if (lookUps === 0) {
          for (const go of waiting) go();
          waiting = [];
        }
      }
    },
    forDownload(code) {
      const name = createHmac('sha256', memoryKey).update(code).digest('binary');
      const derived = asked.get(name) ?? known.get(name);
      if (derived === undefined) return deriveLater(code, name);
      asked.set(name, derived);
      return derived;
    },
    forgetOthers() {
      known = asked;
      asked = new Map();
    },
  };
}
