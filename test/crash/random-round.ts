import { brokenInvariants } from './invariants.ts';
import { begin, type Life } from './life.ts';
import { wasSaid } from './notes.ts';
import type { Page } from './page.ts';
import type { Random } from './random.ts';
import { drained, endInOrder, idlePage, lastLine, type Round, timed } from './round.ts';
import type { Site } from './site.ts';
import { checkIn, checkOut } from './visitor.ts';

/** Kills come this long after a start at most, or this long after the first screen (milliseconds). */
const longestStart = 900;
const longestVisit = 1_500;

/** A process is killed from outside, at any moment of its start or of the visits after it. */
export function randomRound(site: Site, random: Random, name: string): Promise<Round> {
  return timed(name, '', async (broken) => {
    await change(site, random);
    const life = begin(site);
    const isEarly = random.chance(0.25);
    const moment = random.below(isEarly ? longestStart : longestVisit);
    const page = isEarly ? undefined : await idlePage(life, broken);
    const kill = setTimeout(() => life.end('SIGKILL'), moment);
    const visitors = page ? await visit(site, life, page, random) : 0;
    const { signal } = await life.ended;
    clearTimeout(kill);
    if (signal !== 'SIGKILL') broken.push(`ended by itself: ${lastLine(life)}`);
    broken.push(...(await brokenInvariants(site)));
    return `killed ${moment} ms after its ${isEarly ? 'start' : 'first screen'}, ${visitors} visitors`;
  });
}

/** The last process of a site, which is not killed: everything around it is well again. */
export function lastRound(site: Site, name: string): Promise<Round> {
  return timed(name, 'goes on, hands on what waits, and ends in order', async (broken) => {
    await site.recover();
    const life = begin(site);
    const page = await idlePage(life, broken);
    if (page) {
      await checkIn(site, life, page, site.next());
      await drained(site, life);
    }
    await endInOrder(site, life, broken, true);
    return undefined;
  });
}

/** What is around the process is now and then not as it should be, and later is again. */
async function change(site: Site, random: Random): Promise<void> {
  const { bookings, printer, receiver, mail } = site;
  if (random.chance(0.4)) await site.recover();
  if (random.chance(0.12)) await site.cutOff();
  if (random.chance(0.12)) bookings.mood = pick(random, ['broken', 'portal', 'unauthorized', 'garbage']);
  if (random.chance(0.12)) printer.setState(pick(random, [{ paperOut: true }, { noConfirmation: true }, { silent: true }]));
  receiver.mood = pick(random, ['well', 'well', 'actsAndCuts', 'broken', 'busy']);
  const step = pick(random, [{}, {}, { rcpt: 451 }, { answer: 'cut' }, { dot: 'silent' }] as const);
  mail.behave = () => step;
}

/** Visitors one after the other until the process is dead; answers how many. */
async function visit(site: Site, life: Life, page: Page, random: Random): Promise<number> {
  for (let visitors = 0; ; visitors += 1) {
    if (life.hasEnded() || page.isGone()) return visitors;
    const known = [...site.notes.said.keys()];
    const inside = known.filter((code) => !wasSaid(site.notes, code, 'checkedOut'));
    const wish = random.next();
    // The server goes away, or comes back, in the middle of the visits.
    if (random.chance(0.05)) await site.cutOff();
    else if (random.chance(0.1)) await site.recover();
    if (wish < 0.3 && inside.length > 0) await checkOut(site, life, page, pick(random, inside));
    else if (wish < 0.45 && known.length > 0) await checkIn(site, life, page, pick(random, known));
    else await checkIn(site, life, page, site.next());
  }
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
