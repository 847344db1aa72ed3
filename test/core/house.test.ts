import { describe, expect, it } from 'vitest';
import type { Intent } from '../../electron/contract/intent.ts';
import type { House } from '../../electron/core/house.ts';
import { firstState, step } from '../../electron/core/lobby.ts';
import { project } from '../../electron/core/projection.ts';
import type { LobbyEvent, LobbyState } from '../../electron/core/scene.ts';
import { exampleNow, exampleVisit } from './example.ts';

/** A lobby of a site that has set this, played like by a visitor. */
function lobbyOf(house: House, from: Partial<LobbyState> = {}) {
  let state: LobbyState = { ...firstState, ...from };
  let now = 1_000_000;
  const table = {
    get state() {
      return state;
    },
    get shown() {
      return project(state, { house });
    },
    send(event: LobbyEvent) {
      [state] = step(state, event, { now, wall: exampleNow, building: '1', house });
      return table;
    },
    wish: (intent: Intent) => table.send({ type: 'intent', intent }),
    found: () =>
      table.send({
        type: 'lookedUp',
        session: state.session,
        answer: { kind: 'found', visit: exampleVisit, basis: { from: 'server' }, standing: { kind: 'none' } },
      }),
    wait(milliseconds: number) {
      now += milliseconds;
      return table.send({ type: 'time' });
    },
  };
  return table;
}

describe('the languages of the lobby', () => {
  const house: House = { languages: ['zh-Hant', 'en'] };
  const open = () => lobbyOf(house, { language: 'zh-Hant' });

  it('the first comes back for the next visitor: after "done", after a scan on the last screen, and when nobody is there', () => {
    const chosen = () => open().wish({ kind: 'language', language: 'en' });
    expect(chosen().state.language).toBe('en');
    expect(chosen().wait(60_000).state.language).toBe('zh-Hant');
    expect(chosen().wish({ kind: 'begin', purpose: 'checkIn' }).wish({ kind: 'back' }).state.language).toBe('zh-Hant');
    const done = chosen().wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' }).found().wish({ kind: 'confirm' });
    done.send({ type: 'recorded', session: done.state.session, at: exampleNow });
    expect(done.state.language).toBe('en');
    expect(done.wish({ kind: 'code', code: 'TRAD66', by: 'scanner' }).state.language).toBe('zh-Hant');
  });

  it('a welcome screen in the first has nothing to go back from; one in English where it is not the first does', () => {
    expect(open().wish({ kind: 'stay' }).wish({ kind: 'back' }).state.ends).toBeUndefined();
    expect(open().wish({ kind: 'language', language: 'en' }).state.ends).toMatchObject({ warning: false });
  });

  it('one that is not offered is not taken', () => {
    expect(open().wish({ kind: 'language', language: 'zh-Hans' }).state.language).toBe('zh-Hant');
  });

  it('are told to the page in their order; nothing is where nothing is set', () => {
    expect(open().shown).toMatchObject({ language: 'zh-Hant', languages: ['zh-Hant', 'en'] });
    expect(lobbyOf({}).shown).not.toHaveProperty('languages');
  });
});

describe('a visit that may not be checked in yet', () => {
  const early = (house: House) => lobbyOf(house).wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' }).found().shown.screen;

  it('is refused with both times: when it begins, and from when on it may', () => {
    // It is 10:15 and the visit is from 9 to 6: so many minutes before the beginning are over.
    expect(early({ earlyMinutes: 0 })).toMatchObject({ kind: 'confirm' });
    const later = { ...exampleVisit, period: { from: '2026-11-22T14:00:00+08:00', to: '2026-11-22T15:00:00+08:00' } };
    const lobby = lobbyOf({ earlyMinutes: 90 }).wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' });
    const answer = { kind: 'found', visit: later, basis: { from: 'server' }, standing: { kind: 'none' } } as const;
    expect(lobby.send({ type: 'lookedUp', session: lobby.state.session, answer }).shown.screen).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'tooEarly', from: later.period.from, opens: '2026-11-22T12:30:00.000+08:00' },
    });
  });
});

describe('what the screens tell of a visit', () => {
  const { from, to } = exampleVisit.period;
  const asked = (house: House) => lobbyOf(house).wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' }).found();
  const done = (house: House) => {
    const lobby = asked(house).wish({ kind: 'confirm' });
    return lobby.send({ type: 'recorded', session: lobby.state.session, at: exampleNow });
  };
  const place = { building: 'Harbour Tower', floor: '12/F', room: 'Peak Room' };
  const name = 'Amélie L.';

  it.each<[House['confirmShows'], object]>([
    [undefined, { name, company: 'Lambert & Fils', host: 'Wong Siu Ming', from, to, ...place }],
    [['company'], { name, company: 'Lambert & Fils' }],
    [['host', 'time'], { name, host: 'Wong Siu Ming', from, to }],
    [['place'], { name, ...place }],
    [[], { name }],
  ])('IPC-5 before the check-in %j: that crosses, and nothing else', (confirmShows, visit) => {
    expect(asked({ ...(confirmShows && { confirmShows }), doneShows: [] }).shown.screen).toEqual({ kind: 'confirm', visit });
  });

  it.each<[House['doneShows'], object]>([
    [undefined, { host: 'Wong Siu Ming', ...place }],
    [['host'], { host: 'Wong Siu Ming' }],
    [['place'], place],
    [[], {}],
  ])('IPC-5 after the check-in %j: that crosses, and nothing else', (doneShows, told) => {
    const { screen } = done({ ...(doneShows && { doneShows }), confirmShows: [] }).shown;
    expect(screen).toMatchObject({ kind: 'checkedIn', place: told });
    expect(screen.kind === 'checkedIn' && screen.place).toEqual(told);
    if (doneShows?.length === 0) expect(JSON.stringify(screen)).not.toMatch(/Wong|Harbour|Peak/);
  });

  it('another building is named all the same: there is no other way to it', () => {
    const lobby = lobbyOf({ confirmShows: [], doneShows: [] }).wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' });
    const visit = { ...exampleVisit, place: { ...exampleVisit.place, buildingId: '2' } };
    const answer = { kind: 'found', visit, basis: { from: 'server' }, standing: { kind: 'none' } } as const;
    lobby.send({ type: 'lookedUp', session: lobby.state.session, answer });
    expect(lobby.shown.screen).toMatchObject({ refusal: { reason: 'otherBuilding', building: 'Harbour Tower' } });
  });
});

describe('the site’s own words', () => {
  const house: House = { welcome: { en: 'Welcome to Harbour Tower' }, arrived: { 'zh-Hant': '請搭乘左側電梯' } };

  it('greet in the language of the screen; one that has none has Foyer’s own', () => {
    const lobby = lobbyOf(house);
    expect(lobby.shown.screen).toEqual({ kind: 'welcome', greeting: 'Welcome to Harbour Tower' });
    expect(lobby.wish({ kind: 'language', language: 'zh-Hant' }).shown.screen).toEqual({ kind: 'welcome' });
  });

  it('say how to go on after a check-in, and not where staff have switched the lobby off', () => {
    const lobby = lobbyOf(house).wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' }).found().wish({ kind: 'confirm' });
    lobby.send({ type: 'recorded', session: lobby.state.session, at: exampleNow });
    expect(lobby.shown.screen).not.toHaveProperty('line');
    expect(lobby.wish({ kind: 'language', language: 'zh-Hant' }).shown.screen).toMatchObject({ line: '請搭乘左側電梯' });
    expect(project(firstState, { house, outOfOrder: true }).screen).toEqual({ kind: 'outOfOrder' });
  });
});

it('the site’s logo stands on the welcome screen alone, as a picture of the page’s own origin', () => {
  const logo = 'a1.png';
  expect(project(firstState, { logo }).screen).toEqual({ kind: 'welcome', logo: '/content/a1.png' });
  expect(JSON.stringify(project({ ...firstState, scene: { kind: 'scan', purpose: 'checkIn' } }, { logo }))).not.toContain('a1');
});
