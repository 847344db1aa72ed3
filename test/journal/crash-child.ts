import { join } from 'node:path';
import type { Visit } from '../../electron/core/visit.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { lookAfter } from './crash-child-review.ts';
import { must, say } from './crash-child-said.ts';

/**
 * What the crash tests kill: opens the journal in the folder of its first argument, settles what a run before left, then lets
 * visitors in and out, as many as the second argument says, and looks after what is kept. Each line on stdout is an acknowledgement: said only
 * once it is durable.
 */
const [folder = '', count = '1', key = ''] = process.argv.slice(2);

const at = '2026-11-22T09:30:00+08:00';
const journal = must(openJournal({ file: join(folder, 'journal.db'), key, kiosk: 'foyer-crash0', receivers: ['webhook'] }));
must(journal.settle(at));
say('ready');
// Goes on from where the last run was stopped: the visits that the journal already has out are not repeated.
for (let index = 0; index < Number(count); index += 1) {
  const code = `CODE${String(index).padStart(2, '0')}`;
  const [visitId, badgePrint, slipPrint] = [`visit-${index}`, `badge-${index}`, `slip-${index}`];
  if (must(journal.standing(code)).kind === 'out') continue;
  const visit: Visit = {
    badgeId: `badge-of-${code}`,
    code,
    visitor: { name: 'Ingrid Erfunden' },
    blocked: false,
    period: { from: at, to: '2026-11-22T18:00:00+08:00' },
    state: 'initial',
    place: {},
  };
  must(journal.checkIn({ basis: { from: 'server' }, visitId, visit, at, printId: badgePrint }));
  say(`in ${code} ${visitId} ${badgePrint}`);
  if (must(journal.prints(visitId))[0]?.state === 'queued') {
    must(journal.print({ printId: badgePrint, state: 'sending', at }));
    say(`sending ${visitId} ${badgePrint}`);
    must(journal.print({ printId: badgePrint, state: 'confirmed', at }));
    say(`confirmed ${visitId} ${badgePrint}`);
  }
  must(journal.checkOut({ basis: { from: 'server' }, visitId, visit, at, printId: slipPrint }));
  say(`out ${code} ${visitId} ${slipPrint}`);
}
lookAfter(journal, at);
say('end');
