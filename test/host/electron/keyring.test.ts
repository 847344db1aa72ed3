import type { SafeStorage } from 'electron';
import { expect, it } from 'vitest';
import { createKeyring } from '../../../electron/host/electron/keyring.ts';

const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(text).reverse(),
  decryptString: (sealed: Buffer) => Buffer.from(sealed).reverse().toString(),
} as unknown as SafeStorage;

it('says what the system has, and seals and opens', () => {
  const keyring = createKeyring(safeStorage, 'linux');
  expect(keyring.available()).toBe(true);
  expect(keyring.backend()).toBe('gnome_libsecret');
  expect(keyring.encrypt('key').toString()).toBe('yek');
  expect(keyring.decrypt(keyring.encrypt('key'))).toBe('key');
});

it.each(['darwin', 'win32'] as const)(
  'asks for the kind of store on Linux alone, where Electron has that question: %s',
  (platform) => {
    const { getSelectedStorageBackend: _, ...rest } = safeStorage;
    expect(createKeyring(rest as SafeStorage, platform).backend()).toBe(platform);
  },
);
