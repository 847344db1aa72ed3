/** @typedef {import('../../../electron/contract/snapshot.ts').Snapshot} Snapshot */

/**
 * Runs in the page before its own scripts: a `window.foyer` that shows what the gallery pushes, and takes down what the page asks
 * for and what its policy blocks.
 * @param {Snapshot | null} first what it shows at first; null: main does not answer
 */
export function installFakeBridge(first) {
  /** @type {Set<(snapshot: Snapshot) => void>} */
  const listeners = new Set();
  /** @type {{intents: unknown[], violations: string[], push: (snapshot: Snapshot) => void}} */
  const gallery = {
    intents: [],
    violations: [],
    push: (snapshot) => {
      for (const listener of listeners) listener(snapshot);
    },
  };
  const foyer = {
    snapshot: async () => (first ? { ok: true, value: first } : { ok: false, code: 'call.busy' }),
    intent: async (/** @type {unknown} */ intent) => {
      gallery.intents.push(intent);
      return { ok: true, value: null };
    },
    onSnapshot: (/** @type {(snapshot: Snapshot) => void} */ listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.assign(window, { foyer, gallery });
  document.addEventListener('securitypolicyviolation', (event) =>
    gallery.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
}
