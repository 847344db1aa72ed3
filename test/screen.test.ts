import { writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { RunningScreen } from '../electron/screen.ts';
import { pinsIn } from '../electron/staff/door.ts';
import { removePin } from '../electron/staff/pins.ts';
import { exampleVisit } from './core/example.ts';
import { temporaryFolder } from './journal/visit-of.ts';
import { clara, givePin, knock, openScreens, screenOf, wish } from './screens.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const minute = 60_000;
const both = { FOYER_DESK: '1', FOYER_WALK_IN: '1' };

const unconfirmedAt = (screen: RunningScreen) => {
  const shown = screenOf(screen);
  return shown.kind === 'desk' ? shown.unconfirmed.length : shown.kind;
};
const deskAt = (screen: RunningScreen | undefined) => {
  const shown = screen && screenOf(screen);
  return shown?.kind === 'desk' ? shown : undefined;
};

/** Both screens, and the desk's own, where nobody or Clara has a PIN. */
async function openBoth({ pin }: { pin: boolean }) {
  const parts = openScreens(both);
  const { desk, first } = parts.screens;
  if (!desk) throw new Error('no desk');
  if (pin) await givePin(parts.data);
  return { ...parts, desk, lobby: first };
}

it('what is done at one desk is handed on, and shown soon at the other', async () => {
  const { screens, desk, lobby, journal, data, pass, handedOn } = await openBoth({ pin: false });
  expect(journal.checkIn({ visitId: 'v1', visit: exampleVisit, at, basis: { from: 'server' } }).ok).toBe(true);
  expect(journal.closeAutomatically({ visitIds: ['v1'], at }).ok).toBe(true);
  await givePin(data);
  wish(lobby, { kind: 'staff' });
  await knock(lobby);
  pass(3_000);
  expect([unconfirmedAt(lobby), unconfirmedAt(desk)]).toEqual([1, 1]);
  wish(desk, { kind: 'confirmLeft', visit: 'v1' });
  expect(handedOn()).toBe(1);
  expect([unconfirmedAt(lobby), unconfirmedAt(desk)]).toEqual([1, 0]);
  pass(50);
  expect(unconfirmedAt(lobby)).toBe(0);
  wish(lobby, { kind: 'leave' });
  expect(unconfirmedAt(lobby)).toBe('welcome');
  await screens.stop();
});

it('reception checks in whom the lobby tells to come back later', async () => {
  const {
    screens,
    journal,
    expect: expected,
  } = openScreens({ FOYER_DESK: '1', FOYER_EARLY: '30' }, { now: '2026-11-22T08:00:00+08:00' });
  const { first: lobby, desk } = screens;
  if (!desk) throw new Error('no desk');
  expected([exampleVisit]);
  wish(lobby, { kind: 'begin', purpose: 'checkIn' });
  wish(lobby, { kind: 'code', code: exampleVisit.code, by: 'scanner' });
  await vi.waitFor(() => expect(screenOf(lobby).kind).toBe('refused'));
  const refusal = { reason: 'tooEarly', from: exampleVisit.period.from, opens: '2026-11-22T08:30:00.000+08:00' };
  expect(screenOf(lobby)).toMatchObject({ kind: 'refused', refusal });
  expect(journal.recorded()).toEqual({ ok: true, value: [] });
  wish(desk, { kind: 'page', page: 'today' });
  wish(desk, { kind: 'visitIn', badge: exampleVisit.badgeId });
  await vi.waitFor(() =>
    expect(journal.recorded()).toMatchObject({ value: [{ badgeId: exampleVisit.badgeId, checkedInBy: 'staff' }] }),
  );
  await screens.stop();
});

describe('WIN-12 a desk of its own window', () => {
  it('stands closed where somebody has a PIN, says how many wait and nothing of whom, and opens to the PIN with its name', async () => {
    const data = temporaryFolder();
    await givePin(data);
    const { screens, shown } = openScreens(both, { data });
    const { first: lobby, desk } = screens;
    if (!desk) throw new Error('no desk');
    expect(screenOf(desk)).toMatchObject({ kind: 'closedDesk', state: 'asking', people: 0 });
    wish(lobby, { kind: 'begin', purpose: 'checkIn' });
    wish(lobby, { kind: 'callStaff' });
    wish(lobby, { kind: 'noCode' });
    wish(lobby, { kind: 'details', name: 'Ottilie Beispiel', hasAccepted: true });
    const closed = shown.slice(-2);
    expect(closed.map(({ screen }) => screen)).toEqual([
      { kind: 'closedDesk', state: 'asking', people: 1, wishes: 0 },
      { kind: 'closedDesk', state: 'asking', people: 2, wishes: 0 },
    ]);
    expect(JSON.stringify(closed)).not.toContain('Beispiel');
    wish(desk, { kind: 'page', page: 'inside' });
    expect(screenOf(desk).kind).toBe('closedDesk');
    expect(await knock(desk, { ...clara, pin: '111222' })).toMatchObject({ kind: 'closedDesk', state: 'wrong' });
    expect(await knock(desk)).toMatchObject({ kind: 'desk', staff: 'Clara Mendes', leave: 'closes', notices: [] });
    expect(deskAt(desk)?.requests).toHaveLength(2);
    wish(desk, { kind: 'leave' });
    expect(screenOf(desk)).toEqual({ kind: 'closedDesk', state: 'asking', people: 2, wishes: 0 });
    await screens.stop();
  });

  it('has one door with the lobby: what was tried wrongly at one is counted at the other', async () => {
    const { screens, desk, lobby } = await openBoth({ pin: true });
    wish(desk, { kind: 'leave' });
    for (const pin of ['111222', '111333']) await knock(desk, { ...clara, pin });
    wish(lobby, { kind: 'staff' });
    expect(await knock(lobby, { ...clara, pin: '111444' })).toEqual({ kind: 'staff', state: 'wrong', wait: 5 });
    expect(await knock(desk)).toMatchObject({ kind: 'closedDesk', state: 'wait', wait: 5 });
    await screens.stop();
  });

  it('is open without a name where nobody has a PIN, and says so; it stays open when the first is given, until it is left', async () => {
    const { screens, desk, data, pass } = await openBoth({ pin: false });
    const open = deskAt(desk);
    expect([open?.staff, open?.leave, open?.notices]).toEqual([undefined, undefined, ['noPin']]);
    for (const event of [{ type: 'pageLost' }, { type: 'intent', intent: { kind: 'leave' } }] as const) desk.send(event);
    pass(31 * minute);
    expect(deskAt(desk)?.notices).toEqual(['noPin']);
    await givePin(data);
    pass(3_000);
    expect([deskAt(desk)?.leave, deskAt(desk)?.notices]).toEqual(['closes', ['noName']]);
    wish(desk, { kind: 'leave' });
    expect(screenOf(desk).kind).toBe('closedDesk');
    expect(removePin(pinsIn(data), clara.name)).toBe(true);
    pass(3_000);
    expect(deskAt(desk)?.notices).toEqual(['noPin']);
    await screens.stop();
  });

  it('is closed to whoever’s PIN was taken away, and open to all when it was the last', async () => {
    const { screens, desk, data, journal } = await openBoth({ pin: true });
    expect(journal.checkIn({ visitId: 'v1', visit: exampleVisit, at, basis: { from: 'server' } }).ok).toBe(true);
    wish(desk, { kind: 'leave' });
    await knock(desk);
    await givePin(data, { name: 'Bo Berg', pin: '730164' });
    expect(removePin(pinsIn(data), clara.name)).toBe(true);
    wish(desk, { kind: 'note', visit: 'v1', text: 'too late' });
    expect(screenOf(desk).kind).toBe('closedDesk');
    const history = journal.history('v1');
    expect(history.ok && history.value?.events.map(({ kind }) => kind)).toEqual(['checkedIn']);
    expect(await knock(desk, { name: 'Bo Berg', pin: '730164' })).toMatchObject({ kind: 'desk', staff: 'Bo Berg' });
    expect(removePin(pinsIn(data), 'Bo Berg')).toBe(true);
    wish(desk, { kind: 'stay' });
    expect([deskAt(desk)?.staff, deskAt(desk)?.notices]).toEqual([undefined, ['noPin']]);
    await screens.stop();
  });

  it('opens to nobody where the list of PINs is damaged', async () => {
    const { screens, desk, data } = await openBoth({ pin: false });
    writeFileSync(pinsIn(data), '{"salt":');
    wish(desk, { kind: 'leave' });
    expect(await knock(desk)).toMatchObject({ kind: 'closedDesk', state: 'wrong' });
    await screens.stop();
  });

  it('keeps the language that was chosen, from closed to open and back', async () => {
    const { screens, desk } = await openBoth({ pin: true });
    wish(desk, { kind: 'leave' });
    wish(desk, { kind: 'language', language: 'zh-Hant' });
    await knock(desk);
    expect(desk.snapshot().language).toBe('zh-Hant');
    wish(desk, { kind: 'language', language: 'zh-Hans' });
    wish(desk, { kind: 'leave' });
    expect([desk.snapshot().language, screenOf(desk).kind]).toEqual(['zh-Hans', 'closedDesk']);
    await screens.stop();
  });

  it('alone stands closed as well, and has the site’s name', async () => {
    const { screens, data } = openScreens({ FOYER_MODE: 'desk' });
    screens.hear({ site: 'Happy Ltd.' });
    await givePin(data);
    wish(screens.first, { kind: 'leave' });
    expect(screens.first.snapshot()).toMatchObject({ site: 'Happy Ltd.', screen: { kind: 'closedDesk' } });
    expect(await knock(screens.first)).toMatchObject({ kind: 'desk', staff: 'Clara Mendes' });
    expect(screens.first.snapshot().site).toBe('Happy Ltd.');
    await screens.stop();
  });
});
