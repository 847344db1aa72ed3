import type { SafeStorage } from 'electron';
import type { Keyring } from '../../settings/secret.ts';

/** The operating system's secret store, through Electron. Valid once the app is ready. On Linux `backend` names the store, elsewhere the platform. */
export function createKeyring(safeStorage: SafeStorage, platform: NodeJS.Platform): Keyring {
  return {
    available: () => safeStorage.isEncryptionAvailable(),
    backend: () => (platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (sealed) => safeStorage.decryptString(sealed),
  };
}
