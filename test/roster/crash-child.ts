import { isoWithOffset } from '../../electron/contract/moment.ts';
import { machineClock } from '../../electron/effects/clock.ts';
import { openRoster } from '../../electron/roster/open.ts';

/**
 * What the crash tests kill: opens the roster in the folder of its first argument and puts as many rosters in its place, one after the
 * other, as the second argument says. Each line on stdout is said only once it is so.
 */
const [folder = '', count = '1', key = ''] = process.argv.slice(2);
const log = { log: () => {}, close: () => {} };
const roster = openRoster({ folder, key: Buffer.from(key, 'hex'), clock: machineClock, log, retentionHours: 24 });
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The number of the roster that is there. */
async function numberThere(): Promise<number> {
  const found = await roster.find('C10000');
  return found.ok ? Number(found.value[0]?.badgeId ?? 0) : 0;
}

say('ready');
const first = (await numberThere()) + 1;
const at = isoWithOffset(new Date());
for (let number = first; number < first + Number(count); number += 1) {
  const draft = roster.draft();
  if (!draft.ok) throw new Error(draft.failure.code);
  const visits = Array.from({ length: 80 }, (_, place) => ({
    badgeId: String(number),
    code: `C${10_000 + (place % 5)}`,
    visitor: { name: 'Ingrid Erfunden' },
    blocked: false,
    period: { from: at, to: at },
    state: 'initial' as const,
    host: `Host ${place}`,
    place: {},
  }));
  await draft.value.add(visits);
  const finished = await draft.value.finish({ at });
  if (!finished.ok) throw new Error(finished.failure.code);
  say(`whole ${number}`);
}
roster.close();
say('end');
