import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Letter } from '../../electron/core/outbox.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { createWebhook } from '../../electron/handover/webhook.ts';
import { at, basis, theValue, visitOf } from '../journal/visit-of.ts';
import { brokenInvariants } from './invariants.ts';
import { journalIn } from './journal.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

/** Somebody came and left; `live` has the journal, and the way to the receiver. Answers what is broken afterwards. */
async function broken(
  live: (journal: WholeJournal, hand: (letter: Letter) => Promise<void>) => Promise<void>,
  isOver = false,
): Promise<readonly string[]> {
  const { data, receiver } = site;
  const journal = journalIn(data, ['webhook']);
  theValue(journal.checkIn({ visitId: 'visit', visit: visitOf('INSIDE'), at, basis }));
  theValue(journal.checkOut({ visitId: 'visit', visit: visitOf('INSIDE'), at, basis }));
  const webhook = createWebhook({ url: new URL(receiver.url), secret: receiver.secret });
  await live(journal, async (letter) => {
    await webhook.hand(letter);
  });
  await webhook.close();
  journal.close();
  return brokenInvariants(site, isOver);
}

const next = (journal: WholeJournal): Letter => {
  const [letter] = theValue(journal.waiting({ receiver: 'webhook', most: 1 }));
  if (!letter) throw new Error('nothing waits');
  return letter;
};
const note = (journal: WholeJournal, { eventId }: Letter) =>
  theValue(journal.tried({ receiver: 'webhook', eventId, outcome: 'sent', at }));

it('DUR-3 what was handed on, once or again in the same bytes, and is noted, breaks nothing', async () => {
  const faults = await broken(async (journal, hand) => {
    for (const times of [1, 2]) {
      const letter = next(journal);
      for (let time = 0; time < times; time += 1) await hand(letter);
      note(journal, letter);
    }
  }, true);
  expect(faults).toEqual([]);
  expect(site.receiver.effects().map(({ tries }) => tries)).toEqual([1, 2]);
});

it('DUR-3 what still waits is broken only at the end', async () => {
  const handOne = async (journal: WholeJournal, hand: (letter: Letter) => Promise<void>) => hand(next(journal));
  expect(await broken(handOne)).toEqual([]);
  expect(await brokenInvariants(site, true)).toHaveLength(2);
});

it('DUR-3 finds an event that is noted as sent and never came', async () => {
  expect(await broken(async (journal) => note(journal, next(journal)))).toEqual([expect.stringContaining('the receiver has no')]);
});

it('DUR-3 API-7 finds other bytes under the same key', async () => {
  const faults = await broken(async (journal, hand) => {
    const letter = next(journal);
    await hand(letter);
    await hand({ ...letter, body: `${letter.body} ` });
  });
  expect(faults).toEqual([expect.stringContaining('another body under the key')]);
});

it('DUR-3 API-8 finds one event under two keys: nobody has recorded the second, and it happened twice', async () => {
  const faults = await broken(async (journal, hand) => {
    const letter = next(journal);
    await hand(letter);
    await hand({ ...letter, eventId: 'another' });
  });
  expect(faults).toEqual([
    expect.stringContaining('not in the journal'),
    expect.stringContaining('after a later event'),
    expect.stringContaining('checkedIn twice'),
  ]);
});

it('DUR-3 API-6 finds a check-out that came before its check-in', async () => {
  const faults = await broken(async (journal, hand) => {
    const first = next(journal);
    note(journal, first);
    await hand(next(journal));
    await hand(first);
  });
  expect(faults).toEqual([expect.stringContaining('after a later event of its visit')]);
});
