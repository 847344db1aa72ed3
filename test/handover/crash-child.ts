import { join } from 'node:path';
import { machineClock } from '../../electron/effects/clock.ts';
import { createMail } from '../../electron/handover/mail.ts';
import { startHandOver } from '../../electron/handover/worker.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { must, say } from '../journal/crash-child-said.ts';

/**
 * What the crash tests kill: opens the journal in the folder of its first argument, lets one more visitor in, and tells all hosts by the mail
 * server on the port of its second argument, until nothing waits.
 */
const [folder = '', port = '', key = ''] = process.argv.slice(2);
const journal = must(openJournal({ file: join(folder, 'journal.db'), key, kiosk: 'foyer-crash0', receivers: ['hosts'] }));
const at = machineClock.wall();
const counts = () => must(journal.outboxCounts('hosts'));
const { sent, waiting, dead, expired = 0, unsure = 0 } = counts();
const number = sent + waiting + dead + expired + unsure;
const mail = { host: '127.0.0.1', port: Number(port), security: 'none', from: 'reception@example.org', language: 'en' } as const;
// So that a kill after it falls into the dialogue, and not into the loading of a library.
await Promise.all([import('../../electron/handover/message.ts'), import('../../electron/handover/smtp.ts')]);
say('ready');
must(
  journal.checkIn({
    visitId: `visit-${number}`,
    visit: {
      badgeId: `${number}`,
      code: `C${String(number).padStart(5, '0')}`,
      visitor: { name: 'Ingrid Erfunden' },
      blocked: false,
      period: { from: at, to: at },
      state: 'initial',
      hostMail: `host-${number}@example.org`,
      place: {},
    },
    at,
    basis: { from: 'server' },
  }),
);
const worker = startHandOver({
  outbox: journal,
  handOver: createMail({ mail, outbox: journal, wall: machineClock.wall, withinMs: 5_000 }),
  clock: machineClock,
  log: { log: () => {}, close: () => {} },
  chance: () => 0.5,
  tell: () => {
    if (counts().waiting > 0) return;
    say('end');
    process.exit(0);
  },
});
worker.now();
