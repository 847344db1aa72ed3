import { describe, expect, it, onTestFinished } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import { type Cut, cuts, cutting, startMailServer } from '../fakes/mail.ts';
import { basis, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { until } from '../sync/world.ts';
import { arrive, came, countsOf, hostMail, journalTelling, leave, startTelling } from './hosts.ts';
import { readMail } from './mail-reader.ts';

const minute = 60_000;

async function serving(patience: Parameters<typeof startTelling>[1] = {}) {
  const server = await startMailServer({ hideSTARTTLS: true });
  onTestFinished(() => server.down());
  return { server, ...startTelling(server, patience) };
}

describe('a host is told', () => {
  it('of each check-in once, and of nothing else', async () => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    arrive(journal, 1);
    arrive(journal, 2);
    const worker = start(journal);
    await world.quiet();
    // Said again, as by a call whose answer was lost.
    arrive(journal, 1);
    leave(journal, 1);
    worker.now();
    await world.move(60 * minute);
    expect(server.kept.map(({ to }) => to)).toEqual([[hostMail], [hostMail]]);
    expect(countsOf(journal)).toEqual({ sent: 2, waiting: 0, dead: 0 });
    expect(world.noted('handOver')).toEqual([{ receiver: 'hosts', kind: 'checkedIn', outcome: 'sent' }]);
  });

  it('no letter is put in for a visit without an address, or with what is none', async () => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    theValue(journal.checkIn({ visitId: 'visit-9', visit: visitOf('C00009'), at: came, basis }));
    arrive(journal, 1, { hostMail: 'nobody' });
    arrive(journal, 2, { hostMail: 'a@example.org, b@example.org' });
    arrive(journal, 3, { hostMail: 'a@example.org\r\nRCPT TO:<b@example.org>' });
    start(journal);
    await world.move(minute);
    expect(server.seen).toEqual([]);
    expect(countsOf(journal)).toEqual({ sent: 0, waiting: 0, dead: 0 });
  });

  it('later, and once, where the mail server was away', async () => {
    const { server, world, start } = await serving();
    await server.down();
    const folder = temporaryFolder();
    const before = journalTelling(folder);
    arrive(before);
    const first = start(before);
    await world.move(5 * minute);
    expect(first.state()).toEqual({ failure: { code: 'mail.unreachable' } });
    await first.stop();
    before.close();
    const after = journalTelling(folder);
    await server.up();
    start(after);
    await world.move(60 * minute);
    expect(server.kept).toHaveLength(1);
    expect(readMail(server.kept[0]?.text ?? '').text).toContain('checked in at 09:00.');
    expect(countsOf(after)).toEqual({ sent: 1, waiting: 0, dead: 0 });
  });

  it('through greylisting', async () => {
    const { server, world, start } = await serving();
    server.behave = () => (world.clock.now() < 5 * minute ? { rcpt: 451 } : {});
    const journal = journalTelling(temporaryFolder());
    arrive(journal);
    start(journal);
    await world.move(20 * minute);
    expect(server.kept).toHaveLength(1);
    expect(countsOf(journal)).toEqual({ sent: 1, waiting: 0, dead: 0 });
  });
});

describe('a host is not misled', () => {
  it('not told after the check-out', async () => {
    const { server, world, start } = await serving();
    await server.down();
    const journal = journalTelling(temporaryFolder());
    arrive(journal, 1);
    arrive(journal, 2);
    start(journal);
    await world.move(minute);
    leave(journal, 1);
    await server.up();
    await world.move(20 * minute);
    expect(server.kept).toHaveLength(1);
    expect(countsOf(journal)).toEqual({ sent: 1, waiting: 0, dead: 0, expired: 1 });
    expect(theValue(journal.deadLetters('hosts'))).toEqual([]);
    expect(world.noted('handOver')).toContainEqual({
      ...{ receiver: 'hosts', kind: 'checkedIn', outcome: 'expired', failure: 'mail.expired' },
    });
  });

  it('not where the visitor leaves in the midst of the dialogue: the text does not leave', async () => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    arrive(journal, 1);
    server.meanwhile = async () => leave(journal, 1);
    start(journal);
    await world.move(60 * minute);
    expect(server.seen).toEqual(['connect', 'mail', 'rcpt', 'data']);
    expect(server.kept).toEqual([]);
    expect(countsOf(journal)).toEqual({ sent: 0, waiting: 0, dead: 0, expired: 1 });
  });

  it.each([
    [
      'closed',
      (journal: ReturnType<typeof journalTelling>) => theValue(journal.closeAutomatically({ visitIds: ['visit-0'], at: came })),
    ],
    [
      'corrected to an hour before',
      (journal: ReturnType<typeof journalTelling>) => {
        const there = { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T00:00:00Z' } as const;
        theValue(journal.differ({ visitId: 'visit-0', kind: 'earlierThere', there, at: came }));
        const [difference] = theValue(journal.differences());
        theValue(journal.decide({ differenceId: difference?.id ?? '', decision: 'theirs', at: came }));
      },
    ],
    [
      'said by a person to be a mistake',
      (journal: ReturnType<typeof journalTelling>) =>
        theValue(journal.correct({ visitId: 'visit-0', correction: { what: 'notIn' }, reason: 'Another of that name', at: came })),
    ],
    [
      'said by a person to have begun an hour before',
      (journal: ReturnType<typeof journalTelling>) => {
        const correction = { what: 'cameAt', time: '2026-11-22T08:00:00+08:00' } as const;
        theValue(journal.correct({ visitId: 'visit-0', correction, reason: 'The queue was long', at: came }));
      },
    ],
    [
      'decided to be over',
      (journal: ReturnType<typeof journalTelling>) => {
        const there = { kind: 'badge', state: 'visited' } as const;
        theValue(journal.differ({ visitId: 'visit-0', kind: 'leftThere', there, at: came }));
        const [difference] = theValue(journal.differences());
        theValue(journal.decide({ differenceId: difference?.id ?? '', decision: 'theirs', at: came }));
      },
    ],
  ])('not once the visit is %s', async (_name, end) => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    arrive(journal);
    end(journal);
    start(journal);
    await world.move(minute);
    expect(server.seen).toEqual([]);
    expect(countsOf(journal)).toMatchObject({ sent: 0, waiting: 0, expired: 1 });
  });

  it('but of whoever did not leave after all', async () => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    arrive(journal, 1);
    leave(journal, 1);
    theValue(journal.correct({ visitId: 'visit-1', correction: { what: 'notOut' }, reason: 'The wrong one', at: came }));
    start(journal);
    await world.quiet();
    expect(server.kept).toHaveLength(1);
  });

  it('not after half an hour, nor on another day', async () => {
    const { server, world, start } = await serving();
    await server.down();
    const journal = journalTelling(temporaryFolder());
    arrive(journal, 1);
    // The badge's day is over although a quarter of an hour has not passed.
    const yesterday = { from: '2026-11-21T09:00:00+08:00', to: '2026-11-21T23:00:00+08:00' };
    arrive(journal, 2, { period: yesterday }, '2026-11-22T08:55:00+08:00');
    start(journal);
    await world.move(29 * minute);
    expect(countsOf(journal)).toEqual({ sent: 0, waiting: 1, dead: 0, expired: 1 });
    await world.move(21 * minute);
    await server.up();
    await world.move(60 * minute);
    expect(server.seen).toEqual([]);
    expect(countsOf(journal)).toEqual({ sent: 0, waiting: 0, dead: 0, expired: 2 });
  });

  it('but somebody who comes late on the day is told of, and a clock that was set back a little holds nothing up', async () => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    arrive(journal, 1, { period: { from: '2026-11-22T06:00:00+08:00', to: '2026-11-22T07:00:00+08:00' } });
    arrive(journal, 2, {}, '2026-11-22T09:40:00.000+08:00');
    start(journal);
    await world.quiet();
    expect(server.kept).toHaveLength(2);
  });

  it('a hundred old letters do not make an outage of the mail server look over, nor wait for each other', async () => {
    const { server, world, start } = await serving();
    await server.down();
    const journal = journalTelling(temporaryFolder());
    for (let number = 0; number < 100; number += 1) arrive(journal, number);
    start(journal);
    await world.move(5 * minute);
    for (let number = 0; number < 99; number += 1) leave(journal, number);
    await world.move(11 * minute);
    await server.up();
    await world.move(12 * minute);
    expect(countsOf(journal)).toEqual({ sent: 1, waiting: 0, dead: 0, expired: 99 });
    expect(server.kept).toHaveLength(1);
  });
});

describe('API-8 a host is told at most once', () => {
  const kept: Record<Cut, number> = { connect: 1, mail: 1, rcpt: 1, data: 1, text: 0, dot: 1, answer: 1 };

  it.each(cuts)('API-8 a line that is cut once at "%s"', async (cut) => {
    const { server, world, start } = await serving();
    let isCut = false;
    server.behave = () => {
      if (isCut) return {};
      isCut = true;
      return cutting(cut);
    };
    const journal = journalTelling(temporaryFolder());
    arrive(journal);
    start(journal);
    await world.move(20 * minute);
    expect(server.kept).toHaveLength(kept[cut]);
    const isUnsure = cut === 'text' || cut === 'dot';
    expect(countsOf(journal)).toEqual({ sent: isUnsure ? 0 : 1, waiting: 0, dead: 0, ...(isUnsure && { unsure: 1 }) });
  });

  it('API-8 a stop while the server thinks about the text: the next run does not tell it again', async () => {
    const { server, world, start } = await serving({ withinMs: 2_000 });
    server.behave = () => ({ dot: 'silent' });
    const folder = temporaryFolder();
    const before = journalTelling(folder);
    arrive(before);
    const first = start(before);
    await until(() => server.seen.includes('dot'));
    // As a power cut leaves it: nothing of what came of it is noted.
    before.close();
    server.behave = () => ({});
    const after = journalTelling(folder);
    expect(theValue(after.waiting({ receiver: 'hosts', most: 1 }))[0]).toMatchObject({ isBegun: true, tries: 0 });
    start(after);
    await world.move(60 * minute);
    await first.stop();
    expect(server.kept).toHaveLength(1);
    expect(countsOf(after)).toEqual({ sent: 0, waiting: 0, dead: 0, unsure: 1 });
  });

  it('API-8 a stop before the text: the next run tells it', async () => {
    const { server, world, start } = await serving({ withinMs: 2_000 });
    server.behave = () => ({ rcpt: 'silent' });
    const folder = temporaryFolder();
    const before = journalTelling(folder);
    arrive(before);
    const first = start(before);
    await until(() => server.seen.includes('rcpt'));
    before.close();
    server.behave = () => ({});
    const after = journalTelling(folder);
    start(after);
    await world.move(minute);
    await first.stop();
    expect(server.kept).toHaveLength(1);
    expect(countsOf(after)).toEqual({ sent: 1, waiting: 0, dead: 0 });
  });

  it('DUR-2 no text leaves while the journal takes no notes', async () => {
    const { server, world, start } = await serving();
    const journal = journalTelling(temporaryFolder());
    arrive(journal);
    let isFull = true;
    start({ ...journal, begun: (entry) => (isFull ? failure('journal.full') : journal.begun(entry)) });
    await world.move(2 * minute);
    expect(server.kept).toEqual([]);
    isFull = false;
    await world.move(10 * minute);
    expect(server.kept).toHaveLength(1);
  });

  it('a server that loses every answer is left alone like one that is away', async () => {
    const { server, world, start } = await serving();
    server.behave = () => ({ dot: 'cut' });
    const journal = journalTelling(temporaryFolder());
    for (let number = 0; number < 20; number += 1) arrive(journal, number);
    start(journal);
    await world.quiet();
    // Four, and those that were under way when the fourth was lost.
    expect(countsOf(journal)).toEqual({ sent: 0, waiting: 13, dead: 0, unsure: 7 });
    server.behave = () => ({});
    await world.move(10 * minute);
    expect(countsOf(journal)).toEqual({ sent: 13, waiting: 0, dead: 0, unsure: 7 });
  });
});

describe('API-5 what is refused', () => {
  it('API-5 stays for a person, who may send it again while it is news; then it is too late for it', async () => {
    const { server, world, start } = await serving();
    server.behave = () => ({ rcpt: 550 });
    const journal = journalTelling(temporaryFolder());
    arrive(journal);
    const worker = start(journal);
    await world.move(minute);
    expect(theValue(journal.deadLetters('hosts'))).toMatchObject([{ failure: { code: 'mail.refused' }, status: 550 }]);
    theValue(journal.sendAgain({ receiver: 'hosts' }));
    server.behave = () => ({});
    worker.now();
    await world.move(minute);
    expect(server.kept).toHaveLength(1);
    expect(countsOf(journal)).toEqual({ sent: 1, waiting: 0, dead: 0 });
  });

  it('DAT-2 after a day nobody can be told any more, and nothing keeps the names', async () => {
    const folder = temporaryFolder();
    const journal = journalTelling(folder);
    for (const number of [1, 2, 3]) arrive(journal, number);
    const [first, second] = theValue(journal.waiting({ receiver: 'hosts', most: 3 }));
    const of = (letter: typeof first) => ({ receiver: 'hosts', eventId: letter?.eventId ?? '', at: came }) as const;
    theValue(journal.tried({ ...of(first), outcome: 'dead', failure: { code: 'mail.refused' }, status: 550 }));
    theValue(journal.begun(of(second)));
    expect(theValue(journal.expire({ receiver: 'hosts', before: '2026-11-22T00:59:59Z', at: came }))).toBe(0);
    expect(theValue(journal.expire({ receiver: 'hosts', before: '2026-11-22T01:00:01Z', at: came }))).toBe(3);
    expect(countsOf(journal)).toEqual({ sent: 0, waiting: 0, dead: 0, expired: 2, unsure: 1 });
    for (const number of [1, 2, 3]) leave(journal, number);
    expect(theValue(journal.purge({ before: '2026-11-23T09:00:00+08:00' }))).toBe(3);
  });

  it('the name of a letter that is unknown: nothing is written', () => {
    const journal = journalTelling(temporaryFolder());
    expect(journal.begun({ receiver: 'hosts', eventId: 'nobody' })).toEqual(success(undefined));
    expect(theValue(journal.hereSince('nobody'))).toBeUndefined();
  });
});
