import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBounded } from './bounded.ts';
import { writeDurably } from './durable.ts';
import { type Checked, fits, type Settings, wrong } from './settings.ts';

/** The operating system's secret store, as Electron's safeStorage gives it. Every call may throw. */
export interface Keyring {
  available(): boolean;
  /** The store's name; `basic_text` is Chromium's for "no store: a password that everybody knows". */
  backend(): string;
  encrypt(text: string): Buffer;
  decrypt(sealed: Buffer): string;
}

const name = 'FOYER_KEY';
const fileInstead = 'unlock or install one for this account, or set FOYER_KEY=file to keep it in a file of the data folder';

/**
 * The journal's key: 32 random bytes, made on the first start and kept in `data` as `key` (0600), or sealed by the keyring as
 * `key.sealed`, with the keyring's name beside it in `key.sealed-by`: another desktop, or a start without one, brings another keyring, and the
 * fault can then say which one is missing. `journal`: the journal's file. A key is never made, or written over, for a journal that is there already.
 * Every fault names `FOYER_KEY` and says what to do; none holds the key.
 */
export function journalKey(options: {
  readonly data: string;
  readonly journal: string;
  readonly kept: Settings['key'];
  readonly keyring: Keyring | undefined;
}): Checked<Buffer> {
  const { data, journal, kept } = options;
  const file = join(data, fileNames[kept]);
  const sealed = kept === 'keyring' && existsSync(file) ? sealedBy(file) : undefined;
  const keeper = kept === 'file' ? fits(inFile) : throughKeyring(options.keyring, sealed);
  if (!keeper.ok) return keeper;
  try {
    if (existsSync(file)) {
      const key = keyOf(keeper.value.open(readFileSync(file)));
      if (!key) return wrong(name, `the journal's key in ${file} cannot be read: ${wayBack(keeper.value, sealed)}`);
      keepSealer(file, keeper.value);
      return fits(key);
    }
    const other = kept === 'file' ? 'keyring' : 'file';
    if (hasRecords(journal)) {
      return existsSync(join(data, fileNames[other]))
        ? wrong(name, `must be ${other}: the key of the journal in this folder is kept there`)
        : wrong(name, `the journal in this folder has lost its key ${file}: put it back, or choose another folder with --data`);
    }
    const key = randomBytes(32);
    const bytes = keeper.value.seal(textOf(key));
    // Tried before the journal depends on it: a keyring that takes what it will not give back would cost every record.
    if (!bytes || !keyOf(keeper.value.open(bytes))?.equals(key)) {
      return wrong(name, `the keyring does not keep the journal's key: ${fileInstead}`);
    }
    writeDurably(file, bytes);
    keepSealer(file, keeper.value);
    return fits(key);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return wrong(name, `the journal's key ${file} cannot be read or written`);
  }
}

const fileNames: Readonly<Record<Settings['key'], string>> = { file: 'key', keyring: 'key.sealed' };

/** Both answer undefined where the store refuses. `keyring`: its name. */
interface Keeper {
  readonly keyring?: string;
  seal(text: string): Buffer | undefined;
  open(kept: Buffer): string | undefined;
}

const inFile: Keeper = { seal: (text) => Buffer.from(text), open: (kept) => kept.toString('utf8') };

/** `sealed`: the keyring that holds the key already, or an empty text for one that nobody noted. */
function throughKeyring(keyring: Keyring | undefined, sealed: string | undefined): Checked<Keeper> {
  const way = sealed === undefined ? fileInstead : `the journal's key is in ${sealed || 'one'}: start with it again, and unlock it`;
  if (!keyring) return wrong(name, `keyring needs Electron: start with --host electron, or ${way}`);
  const backend = orUndefined(() => keyring.available() && keyring.backend());
  if (!backend) return wrong(name, `no keyring is there: ${way}`);
  if (['basic_text', 'unknown'].includes(backend)) return wrong(name, `no keyring is there (${backend}): ${way}`);
  // What throws on opening was sealed by another account or another keyring, or is damaged: safeStorage does not say which.
  return fits({
    keyring: backend,
    seal: (text) => orUndefined(() => keyring.encrypt(text)),
    open: (kept) => orUndefined(() => keyring.decrypt(kept)),
  });
}

function wayBack({ keyring }: Keeper, sealed: string | undefined): string {
  return keyring !== undefined && sealed && sealed !== keyring
    ? `it was sealed by ${sealed}, and the keyring is ${keyring} now; start with ${sealed} again`
    : 'put back the one that belongs to this journal';
}

/** The name of the keyring that sealed a key; an empty text where it is not known. */
function sealedBy(file: string): string {
  const kept = readBounded(`${file}-by`, 60)?.toString('latin1') ?? '';
  return /^\w{1,50}\n$/.test(kept) ? kept.trimEnd() : '';
}

function keepSealer(file: string, { keyring }: Keeper): void {
  if (keyring === undefined || sealedBy(file) === keyring) return;
  // It serves a message alone, and the next start writes it again.
  orUndefined(() => writeDurably(`${file}-by`, `${keyring}\n`));
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

// The check makes a cut or mistyped key a bad key, not a journal that seems damaged.
const textOf = (key: Buffer): string => `foyer-key-1:${key.toString('hex')}:${checkOf(key)}\n`;
const checkOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

function keyOf(text: string | undefined): Buffer | undefined {
  const [, hex = '', check] = /^foyer-key-1:([0-9a-f]{64}):([0-9a-f]{8})\n?$/.exec(text ?? '') ?? [];
  const key = Buffer.from(hex, 'hex');
  return key.length === 32 && checkOf(key) === check ? key : undefined;
}

const hasRecords = (journal: string): boolean =>
  [journal, `${journal}-wal`].some((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0);
