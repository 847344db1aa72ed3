import { describe, expect, it } from 'vitest';
import type { Intent } from '../../electron/contract/intent.ts';
import { firstState, step } from '../../electron/core/lobby.ts';
import { project } from '../../electron/core/projection.ts';
import type { Circumstances, Effect, LobbyEvent, LobbyState } from '../../electron/core/scene.ts';
import { exampleVisit, exampleNow as wall } from './example.ts';

const details = { kind: 'details', name: 'Ottilie Beispiel', host: 'Mei-Ling', hasAccepted: true } as const;

/** A lobby with a desk beside it, where visitors without a code may ask. */
function play(site: Partial<Circumstances> = {}) {
  const world = { wall, building: '1', hasDesk: true, walkIns: true, ...site };
  let state: LobbyState = firstState;
  let effects: readonly Effect[] = [];
  let now = 1_000_000;
  const table = {
    get state() {
      return state;
    },
    get effects() {
      return effects.map(({ type }) => type);
    },
    get all() {
      return effects;
    },
    get screen() {
      return project(state, world).screen;
    },
    get reception() {
      return project(state, world).reception;
    },
    send(event: LobbyEvent) {
      [state, effects] = step(state, event, { now, ...world });
      return table;
    },
    wish: (...intents: Intent[]) => {
      for (const intent of intents) table.send({ type: 'intent', intent });
      return table;
    },
    wait(milliseconds: number) {
      now += milliseconds;
      return table.send({ type: 'time' });
    },
  };
  return table;
}
const begun = (site: Partial<Circumstances> = {}) => play(site).wish({ kind: 'begin', purpose: 'checkIn' });
const waiting = () => begun().wish({ kind: 'noCode' }, details);

describe('a visitor without a code', () => {
  it('says who they are, waits for the desk, and is recorded by whoever said yes', () => {
    const lobby = begun();
    expect(lobby.screen).toEqual({ kind: 'scan', purpose: 'checkIn', noCode: true });
    expect(lobby.wish({ kind: 'noCode' }).screen).toEqual({ kind: 'details' });
    expect(lobby.wish(details).screen).toEqual({ kind: 'waiting' });
    expect(lobby.all).toMatchObject([{ type: 'askDesk', details: { name: 'Ottilie Beispiel', hasAccepted: true } }]);
    lobby.send({ type: 'answered', session: lobby.state.session, visit: exampleVisit, by: 'Mio' });
    expect(lobby.screen).toEqual({ kind: 'recording', purpose: 'checkIn' });
    expect(lobby.all).toMatchObject([
      { type: 'record', visit: exampleVisit, basis: { from: 'journal' }, staff: { by: 'Mio' } },
      { type: 'withdraw' },
    ]);
  });

  it.each([
    ['walk-ins are not allowed', { walkIns: false }],
    ['there is no desk', { walkIns: false, hasDesk: false }],
  ])('is not asked where %s', (_, site) => {
    const lobby = begun(site);
    expect(lobby.screen).toEqual({ kind: 'scan', purpose: 'checkIn' });
    expect(lobby.wish({ kind: 'noCode' }).screen.kind).toBe('scan');
  });

  it('is not asked who leaves', () => {
    const lobby = play().wish({ kind: 'begin', purpose: 'checkOut' });
    expect(lobby.screen).toEqual({ kind: 'scan', purpose: 'checkOut' });
    expect(lobby.wish({ kind: 'noCode' }).screen.kind).toBe('scan');
  });

  it('hears a no as an end, and a silence as another, and nothing was recorded', () => {
    const no = waiting();
    no.send({ type: 'answered', session: no.state.session });
    expect(no.screen).toEqual({ kind: 'refused', purpose: 'checkIn', refusal: { reason: 'notLetIn' } });
    const silence = waiting().wait(89_999);
    expect(silence.screen.kind).toBe('waiting');
    expect(silence.wait(1).screen).toEqual({ kind: 'refused', purpose: 'checkIn', refusal: { reason: 'nobodyAnswered' } });
    expect(silence.effects).toEqual(['withdraw']);
  });

  it.each<[string, (lobby: ReturnType<typeof waiting>) => unknown]>([
    ['goes back', (lobby) => lobby.wish({ kind: 'back' })],
    ['is gone with the page', (lobby) => lobby.send({ type: 'pageLost' })],
  ])('who %s waits no more: the desk need not answer, and an answer changes nothing', (_, go) => {
    const lobby = waiting();
    const { session } = lobby.state;
    go(lobby);
    expect(lobby.effects).toEqual(['withdraw']);
    lobby.send({ type: 'answered', session, visit: exampleVisit });
    expect(lobby.screen.kind).toBe('welcome');
    expect(lobby.effects).toEqual([]);
  });

  it('does not wait twice, and nobody is let in by an answer that was not asked for', () => {
    const lobby = waiting();
    lobby.wish(details);
    expect(lobby.effects).toEqual([]);
    const other = begun();
    other.send({ type: 'answered', session: other.state.session, visit: exampleVisit });
    expect(other.screen.kind).toBe('scan');
  });
});

describe('reception', () => {
  it('is called once a visitor, and anew by the next', () => {
    const lobby = begun();
    expect(lobby.reception).toBe('reachable');
    expect(lobby.wish({ kind: 'callStaff' }).effects).toEqual(['callStaff']);
    expect(lobby.reception).toBe('called');
    expect(lobby.wish({ kind: 'callStaff' }).effects).toEqual([]);
    expect(lobby.wish({ kind: 'back' }).reception).toBe('reachable');
  });

  it('is not said to be there where no desk is', () => {
    const lobby = begun({ hasDesk: false });
    expect(lobby.reception).toBeUndefined();
    expect(lobby.wish({ kind: 'callStaff' }).effects).toEqual([]);
  });

  it('hears at once of a visitor who is not to be let in, by the name, and once', () => {
    const lobby = begun().wish({ kind: 'code', code: 'FJUEIW', by: 'scanner' });
    const visit = { ...exampleVisit, blocked: true };
    const answer = { kind: 'found', basis: { from: 'server' }, visit, standing: { kind: 'none' } } as const;
    lobby.send({ type: 'lookedUp', session: lobby.state.session, answer });
    expect(lobby.screen).toMatchObject({ kind: 'refused', refusal: { reason: 'blocked' } });
    expect(lobby.all).toMatchObject([{ type: 'tellBlocked', visit }]);
    expect(JSON.stringify(lobby.screen)).not.toContain('Lambert');
    expect(lobby.wish({ kind: 'stay' }).effects).toEqual([]);
  });
});

describe('a lobby that staff have switched off', () => {
  it('sends everybody to reception, takes no code, and still lets staff in', () => {
    const lobby = play({ outOfOrder: true, staffDoor: true });
    expect(lobby.screen).toEqual({ kind: 'outOfOrder', staff: true });
    lobby.wish({ kind: 'begin', purpose: 'checkIn' }, { kind: 'code', code: 'FJUEIW', by: 'scanner' });
    expect(lobby.effects).toEqual([]);
    expect(lobby.screen.kind).toBe('outOfOrder');
    expect(lobby.wish({ kind: 'staff' }).screen.kind).toBe('staff');
  });
});
