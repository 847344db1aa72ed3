import { describe, expect, it } from 'vitest';
import { failure } from '../../electron/contract/failure.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import { type Snapshot, snapshotSchema } from '../../electron/contract/snapshot.ts';
import type { House } from '../../electron/core/house.ts';
import type { Door, Journal, PrintOutcome } from '../../electron/core/ports.ts';
import { runLobby } from '../../electron/effects/lobby.ts';
import type { Log } from '../../electron/log/log.ts';
import { exampleVisit } from '../core/example.ts';
import {
  drivenClock,
  realJournal,
  scriptedBookings,
  scriptedConnection,
  scriptedPrinter,
  scriptedRoster,
  settled,
} from './parts.ts';

/** A lobby on a real journal, with everything it says and logs kept in order. */
function openLobby(
  change: {
    journal?: Journal;
    outcome?: PrintOutcome;
    slip?: boolean;
    isOnline?: boolean;
    doorCode?: 'screen';
    door?: Door;
    house?: House;
  } = {},
) {
  const journal = change.journal ?? realJournal();
  const { bookings } = scriptedBookings();
  const { printer, printed } = scriptedPrinter(change.outcome);
  const { clock, move } = drivenClock();
  const logged: string[] = [];
  const log: Log = { log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })), close: () => {} };
  const asked: string[] = [];
  bookings.doorCode = (roomId) => new Promise(() => asked.push(roomId));
  const { roster } = scriptedRoster([{ ...exampleVisit, place: { ...exampleVisit.place, roomId: '7' } }]);
  const { connection } = scriptedConnection(change.isOnline);
  const { slip = false, doorCode, door, house } = change;
  const lobby = runLobby({
    bookings,
    journal,
    printer,
    roster,
    connection,
    clock,
    log,
    building: '1',
    slip,
    doorCode,
    ...(door && { door }),
    ...(house && { house }),
    withinMs: 120_000,
  });
  const shown: Snapshot[] = [];
  lobby.onSnapshot((snapshot) => shown.push(snapshot));
  const wish = async (intent: Intent) => {
    lobby.send({ type: 'intent', intent });
    for (let turn = 0; turn < 5; turn += 1) await settled();
  };
  const scan = (code: string) => wish({ kind: 'code', code, by: 'scanner' });
  return { lobby, journal, printed, shown, logged, wish, scan, move, doors: asked };
}

const kinds = (shown: readonly Snapshot[]) => shown.map(({ screen }) => screen.kind);

describe('runLobby', () => {
  it('speaks the first of the site’s languages from its first snapshot on', () => {
    expect(openLobby({ house: { languages: ['zh-Hans', 'en'] } }).lobby.snapshot()).toMatchObject({
      language: 'zh-Hans',
      languages: ['zh-Hans', 'en'],
    });
    expect(openLobby().lobby.snapshot()).toMatchObject({ language: 'en' });
  });

  it('takes a visitor through, numbers what it shows, and records the print', async () => {
    const { journal, printed, shown, wish, scan } = openLobby();
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    expect(kinds(shown)).toEqual(['lookingUp', 'confirm', 'recording', 'checkedIn', 'checkedIn']);
    expect(shown.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
    expect(shown.at(-1)?.screen).toMatchObject({ badge: { state: 'take' } });
    expect(printed).toMatchObject([{ kind: 'badge', code: 'FJUEIW', visitor: 'Amélie Lambert' }]);
    const standing = journal.standing('FJUEIW');
    const visitId = standing.ok && standing.value.kind === 'in' ? standing.value.visitId : '';
    expect(journal.prints(visitId)).toMatchObject({ ok: true, value: [{ state: 'confirmed' }] });
  });

  it('IPC-5 LOG-1 what is shown fits the contract, and neither it nor the log holds a code or a whole name', async () => {
    const { lobby, shown, logged, wish, scan } = openLobby({ outcome: { state: 'unknown', failure: { code: 'printer.cutOff' } } });
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    await scan('NOBODY');
    await wish({ kind: 'done' });
    for (const snapshot of [...shown, lobby.snapshot()]) expect(snapshotSchema.safeParse(snapshot).success).toBe(true);
    const said = JSON.stringify(shown) + logged.join();
    for (const secret of ['FJUEIW', 'NOBODY', 'Amélie Lambert', 'badgeId']) expect(said).not.toContain(secret);
    expect(logged.join()).not.toContain('Amélie');
    expect(logged.join()).toContain('printer.cutOff');
  });

  it('DUR-2 DUR-3 the record is there when the screen says so', async () => {
    const { lobby, journal, wish, scan } = openLobby();
    const seen: (string | undefined)[] = [];
    lobby.onSnapshot(({ screen }) => {
      const standing = journal.standing('FJUEIW');
      if (screen.kind === 'checkedIn') seen.push(standing.ok ? standing.value.kind : undefined);
    });
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    expect(new Set(seen)).toEqual(new Set(['in']));
  });

  it('a journal that cannot write leads to reception, and nothing is printed', async () => {
    const journal = realJournal();
    const broken: Journal = { ...journal, checkIn: () => failure('journal.full') };
    const { shown, printed, logged, wish, scan } = openLobby({ journal: broken });
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    expect(shown.at(-1)?.screen).toMatchObject({ kind: 'refused', refusal: { reason: 'notRecorded' } });
    expect(printed).toEqual([]);
    expect(logged.join()).toContain('journal.full');
  });

  it('PRN-8 a print whose start cannot be recorded is not sent', async () => {
    const journal = realJournal();
    const { shown, printed, wish, scan } = openLobby({ journal: { ...journal, print: () => failure('journal.full') } });
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    expect(printed).toEqual([]);
    expect(shown.at(-1)?.screen).toMatchObject({ kind: 'checkedIn', badge: { state: 'collect' } });
  });

  it('a bug in a part ends on a screen with a way on, not on one that waits for ever', async () => {
    const journal = realJournal();
    const throwing: Journal = {
      ...journal,
      checkIn: () => {
        throw new Error('a bug with a name: Amélie Lambert');
      },
    };
    const { shown, logged, wish, scan } = openLobby({ journal: throwing });
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    expect(shown.at(-1)?.screen).toMatchObject({ kind: 'refused', refusal: { reason: 'notRecorded' } });
    expect(logged.join()).toContain('"event":"bug"');
    expect(logged.join()).not.toContain('Amélie');
  });

  it('goes back to welcome by itself, once warned', async () => {
    const { lobby, wish, move } = openLobby();
    await wish({ kind: 'begin', purpose: 'checkIn' });
    await move(45_000);
    expect(lobby.snapshot().warning).toEqual({ seconds: 20 });
    await wish({ kind: 'stay' });
    expect(lobby.snapshot().warning).toBeUndefined();
    await move(45_000);
    await move(20_000);
    expect(lobby.snapshot().screen).toEqual({ kind: 'welcome' });
  });

  it('shows the name of the site once it is known, and pushes nothing when nothing changed', async () => {
    const { lobby, shown, wish } = openLobby();
    lobby.hear({ site: 'Happy Ltd.' });
    lobby.hear({ site: 'Happy Ltd.' });
    await wish({ kind: 'back' });
    expect(shown).toHaveLength(1);
    expect(lobby.snapshot().site).toBe('Happy Ltd.');
  });

  it('says that the server is away while nobody is in the midst of a visit, and no longer when it is back', async () => {
    const { lobby, shown, wish } = openLobby();
    lobby.hear({ offline: 'canCheckIn' });
    expect(lobby.snapshot().offline).toBe('canCheckIn');
    await wish({ kind: 'begin', purpose: 'checkIn' });
    lobby.hear({ offline: 'askReception' });
    expect(shown.map(({ screen, offline }) => [screen.kind, offline])).toEqual([
      ['welcome', 'canCheckIn'],
      ['scan', 'canCheckIn'],
      ['scan', 'askReception'],
    ]);
    lobby.hear({ offline: 'askReception' });
    expect(shown).toHaveLength(3);
    lobby.hear({ offline: undefined });
    expect(lobby.snapshot()).not.toHaveProperty('offline');
  });

  it('checks a visitor in without the server, and the log says where the visit came from', async () => {
    const { journal, shown, logged, wish, scan } = openLobby({ isOnline: false });
    await scan('FJUEIW');
    await wish({ kind: 'confirm' });
    expect(shown.at(-1)?.screen).toMatchObject({ kind: 'checkedIn', badge: { state: 'take' } });
    expect(journal.standing('FJUEIW')).toMatchObject({ value: { kind: 'in' } });
    expect(logged.find((line) => line.includes('lookedUp'))).toContain('"from":"roster"');
  });

  it('the code of a door that never comes holds nothing up', async () => {
    const { lobby, shown, wish, scan, doors } = openLobby({ isOnline: false, doorCode: 'screen' });
    await scan('FJUEIW');
    expect(doors).toEqual(['7']);
    await wish({ kind: 'confirm' });
    expect(shown.at(-1)?.screen).toMatchObject({ kind: 'checkedIn', badge: { state: 'take' } });
    await wish({ kind: 'done' });
    expect(lobby.snapshot().screen).toEqual({ kind: 'welcome' });
  });

  it('PRN-10 after a restart nothing prints by itself', async () => {
    const first = openLobby();
    await first.scan('FJUEIW');
    await first.wish({ kind: 'confirm' });
    const second = openLobby({ journal: first.journal });
    await second.scan('FJUEIW');
    expect(second.shown.at(-1)?.screen).toMatchObject({ refusal: { reason: 'alreadyCheckedIn' } });
    expect(second.printed).toEqual([]);
  });

  it('asks whether staff have a door only where the way to it is shown or taken, and each time', async () => {
    let hasPin = false;
    let asked = 0;
    const exists = () => {
      asked += 1;
      return hasPin;
    };
    const { lobby, wish, scan } = openLobby({
      door: { exists, isMissing: () => !hasPin, knows: () => hasPin, knock: async () => ({ kind: 'wrong', waitMs: 0 }) },
    });
    const screen = () => lobby.snapshot().screen;
    expect(screen()).toEqual({ kind: 'welcome' });
    await wish({ kind: 'begin', purpose: 'checkIn' });
    expect(screen().kind).toBe('scan');
    asked = 0;
    await wish({ kind: 'type' });
    await scan('FJUEIW');
    lobby.hear({ site: 'Happy Ltd.', offline: 'canCheckIn' });
    await wish({ kind: 'language', language: 'zh-Hans' });
    await wish({ kind: 'confirm' });
    expect(screen().kind).toBe('checkedIn');
    expect(asked).toBe(0);
    hasPin = true;
    await wish({ kind: 'done' });
    expect(screen()).toEqual({ kind: 'welcome', staff: true });
    hasPin = false;
    await wish({ kind: 'staff' });
    expect(screen()).toEqual({ kind: 'welcome' });
    hasPin = true;
    await wish({ kind: 'staff' });
    expect(screen()).toEqual({ kind: 'staff', state: 'asking' });
    asked = 0;
    await wish({ kind: 'pin', pin: '482915' });
    expect(screen()).toEqual({ kind: 'staff', state: 'wrong' });
    expect(asked).toBe(0);
  });

  it('takes nothing more once it is stopped', async () => {
    const { lobby, shown, scan } = openLobby();
    await lobby.stop();
    await scan('FJUEIW');
    expect(shown).toEqual([]);
  });
});
