import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { journalKey, type Keyring } from './secret.ts';
import { type Checked, fits, type Settings } from './settings.ts';

/** Seals secret settings under the key of a folder's journal, each under its own name. */
export interface Sealer {
  seal(name: string, value: string): string;
  /** Undefined: it was sealed under another key or name, or is damaged. */
  open(name: string, sealed: string): string | undefined;
}

interface Place {
  readonly folder: string;
  readonly kept: Settings['key'];
  readonly keyring: Keyring | undefined;
}

/** The sealer of a folder; its key is made where there is none yet. Faults are those of `FOYER_KEY`. */
export function makeSealer({ folder, kept, keyring }: Place): Checked<Sealer> {
  const key = journalKey({ data: folder, journal: join(folder, 'journal.db'), kept, keyring });
  return key.ok ? fits(sealerOf(key.value)) : key;
}

/** The sealer of a folder that has a key already; undefined where there is none that can be had. */
export function findSealer(place: Place): Sealer | undefined {
  if (!existsSync(join(place.folder, place.kept === 'file' ? 'key' : 'key.sealed'))) return undefined;
  const sealer = makeSealer(place);
  return sealer.ok ? sealer.value : undefined;
}

const version = '1:';
const nonceLength = 12;
const tagLength = 16;

function sealerOf(journal: Buffer): Sealer {
  // A key of its own, so that nothing sealed here tells anything of the journal: https://www.rfc-editor.org/rfc/rfc5869
  const key = Buffer.from(hkdfSync('sha256', journal, '', 'foyer settings 1', 32));
  return {
    seal: (name, value) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return version + sealed.toString('base64');
    },
    open: (name, sealed) => {
      const bytes = Buffer.from(sealed.slice(version.length), 'base64');
      if (!sealed.startsWith(version) || bytes.length <= nonceLength + tagLength) return undefined;
      const nonce = bytes.subarray(0, nonceLength);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
      try {
        decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-tagLength));
        return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
