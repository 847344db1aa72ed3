import { success } from '../contract/failure.ts';
import type { Protocol } from './protocol.ts';

/**
 * A language as it is spoken to a printer that never answers, by the installer's own word (`status=none`): it is not asked, and a job is
 * `sent` at best, once the other side has taken everything and ended the line.
 */
export const mute = (protocol: Protocol): Protocol => ({
  encode: protocol.encode,
  talk: (line, times) => ({
    ask: async () => success({ warnings: [] }),
    outcome: async () =>
      (await line.finish(times.confirm, 'reset')) ? { state: 'sent' } : { state: 'unknown', failure: { code: 'printer.cutOff' } },
  }),
});
