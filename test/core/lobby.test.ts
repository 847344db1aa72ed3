import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../electron/contract/intent.ts';
import { firstState, step } from '../../electron/core/lobby.ts';
import { warningMs } from '../../electron/core/patience.ts';
import type { Circumstances, Effect, LobbyEvent, LobbyState, LookUpAnswer } from '../../electron/core/scene.ts';
import { exampleNow, exampleVisit } from './example.ts';

const wall = exampleNow;
const found: LookUpAnswer = { kind: 'found', basis: { from: 'server' }, visit: exampleVisit, standing: { kind: 'none' } };
const inside: LookUpAnswer = {
  kind: 'found',
  basis: { from: 'server' },
  visit: exampleVisit,
  standing: { kind: 'in', visitId: 'v', at: wall },
};

/** A lobby that is played like by a visitor: remembers its state and the effects of the last event. */
function play(from: LobbyState = firstState, site: Partial<Circumstances> = {}) {
  let state = from;
  let effects: readonly Effect[] = [];
  let now = 1_000_000;
  const table = {
    get state() {
      return state;
    },
    get scene() {
      return state.scene;
    },
    get effects() {
      return effects;
    },
    send(event: LobbyEvent) {
      [state, effects] = step(state, event, { now, wall, building: '1', site: 'Happy Ltd.', ...site });
      return table;
    },
    wish: (intent: Intent) => table.send({ type: 'intent', intent }),
    code: (code: string, by: 'camera' | 'scanner' | 'typed' = 'scanner') => table.wish({ kind: 'code', code, by }),
    answer: (answer: LookUpAnswer) => table.send({ type: 'lookedUp', session: state.session, answer }),
    wait(milliseconds: number) {
      now += milliseconds;
      return table.send({ type: 'time' });
    },
  };
  return table;
}

const checkedIn = () =>
  play().code('FJUEIW').answer(found).wish({ kind: 'confirm' }).send({ type: 'recorded', session: 1, at: wall, printId: 'p' });

describe('a check-in', () => {
  it('goes from the button over the code and "that is me" to the journal, then to the printer', () => {
    const lobby = play().wish({ kind: 'begin', purpose: 'checkIn' });
    expect(lobby.scene).toEqual({ kind: 'scan', purpose: 'checkIn' });
    expect(lobby.wish({ kind: 'type' }).scene.kind).toBe('type');
    lobby.code(' fju-eiw ', 'typed');
    expect(lobby.effects).toEqual([{ type: 'lookUp', session: 2, purpose: 'checkIn', code: 'FJUEIW', typed: true }]);
    expect(lobby.answer(found).scene.kind).toBe('confirm');
    lobby.wish({ kind: 'confirm' });
    expect(lobby.effects).toEqual([
      { type: 'record', session: 2, purpose: 'checkIn', visit: exampleVisit, basis: { from: 'server' }, wanted: [] },
    ]);
    lobby.send({ type: 'recorded', session: 2, at: wall, printId: 'p' });
    expect(lobby.scene).toMatchObject({ kind: 'checkedIn', badge: { state: 'printing' } });
    expect(lobby.effects).toMatchObject([
      { type: 'print', printId: 'p', content: { kind: 'badge', code: 'FJUEIW', time: '10:15' } },
    ]);
  });

  it('DUR-2 does not say done before the journal does', () => {
    const lobby = play().code('FJUEIW').answer(found).wish({ kind: 'confirm' });
    expect(lobby.scene.kind).toBe('recording');
    expect(lobby.wait(60_000).scene.kind).toBe('recording');
    expect(lobby.send({ type: 'notRecorded', session: 1 }).scene).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'notRecorded' },
    });
  });

  it.each([
    ['confirmed', { state: 'take' }],
    ['sent', { state: 'sent' }],
    ['failed', { state: 'collect' }],
    ['unknown', { state: 'collect' }],
  ] as const)('a print that ends as %s is shown as %j', (state, badge) => {
    expect(checkedIn().send({ type: 'printed', session: 1, outcome: { state } }).scene).toMatchObject({ badge });
  });

  it('shows the picture of a printer that shows', () => {
    const outcome = { state: 'confirmed', picture: 'data:image/png;base64,AA==' } as const;
    expect(checkedIn().send({ type: 'printed', session: 1, outcome }).scene).toMatchObject({
      badge: { state: 'shown', picture: outcome.picture },
    });
  });

  it('is judged again at "that is me": the day may have ended meanwhile', () => {
    const lobby = play().code('FJUEIW').answer(found);
    const [state] = step(
      lobby.state,
      { type: 'intent', intent: { kind: 'confirm' } },
      { now: 0, wall: '2026-11-23T00:00:01.000+08:00' },
    );
    expect(state.scene).toMatchObject({ kind: 'refused', refusal: { reason: 'expired' } });
  });

  it('"not me" and "back" leave nothing of the visitor', () => {
    const lobby = play().code('FJUEIW').answer(found).wish({ kind: 'notMe' });
    expect(lobby.scene).toEqual({ kind: 'welcome' });
    expect(JSON.stringify(lobby.state)).not.toContain('Lambert');
  });
});

describe('a check-out', () => {
  it('needs only the code', () => {
    const lobby = play().wish({ kind: 'begin', purpose: 'checkOut' }).code('FJUEIW').answer(inside);
    expect(lobby.effects).toMatchObject([{ type: 'record', purpose: 'checkOut' }]);
    lobby.send({ type: 'recorded', session: 2, at: wall });
    expect(lobby.scene).toEqual({ kind: 'checkedOut' });
  });

  it('prints a slip with both times where the site wants it', () => {
    const lobby = play().wish({ kind: 'begin', purpose: 'checkOut' }).code('FJUEIW').answer(inside);
    lobby.send({ type: 'recorded', session: 2, at: '2026-11-22T11:40:00.000+08:00', checkedInAt: wall, printId: 'p' });
    expect(lobby.effects).toMatchObject([{ type: 'print', content: { kind: 'slip', time: '10:15 – 11:40' } }]);
    expect(lobby.send({ type: 'printed', session: 2, outcome: { state: 'confirmed' } }).scene).toMatchObject({
      slip: { state: 'take' },
    });
  });

  it('is one touch away for who is checked in already', () => {
    const lobby = play().code('FJUEIW').answer(inside);
    expect(lobby.scene).toMatchObject({ kind: 'refused', refusal: { reason: 'alreadyCheckedIn' } });
    expect(lobby.wish({ kind: 'checkOutInstead' }).effects).toMatchObject([{ type: 'record', purpose: 'checkOut' }]);
  });

  it('offers the check-in to who never checked in', () => {
    const lobby = play().wish({ kind: 'begin', purpose: 'checkOut' }).code('FJUEIW').answer(found);
    expect(lobby.scene).toMatchObject({ kind: 'refused', refusal: { reason: 'notCheckedIn' } });
    expect(lobby.wish({ kind: 'checkInInstead' }).scene.kind).toBe('confirm');
  });
});

describe('codes', () => {
  it('what cannot be a code is refused by its shape, is not looked up and is no wrong try', () => {
    const lobby = play();
    for (let i = 0; i < 9; i += 1) {
      lobby.code('WIFI:S:guest;;');
      expect(lobby.effects).toEqual([]);
      expect(lobby.scene).toMatchObject({ kind: 'refused', refusal: { reason: 'notACode' } });
    }
    expect(lobby.wish({ kind: 'tryAgain' }).scene).toEqual({ kind: 'scan', purpose: 'checkIn' });
    expect(lobby.code('FJUEIW').effects).toMatchObject([{ type: 'lookUp', code: 'FJUEIW' }]);
  });

  it('five wrong tries in five minutes end in "ask reception", without a call, until they are old', () => {
    const lobby = play().wish({ kind: 'begin', purpose: 'checkIn' }).wish({ kind: 'type' });
    for (const code of ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD', 'EEEEEE']) {
      lobby.code(code, 'typed').answer({ kind: 'unknown' });
      if (code !== 'EEEEEE') expect(lobby.wish({ kind: 'tryAgain' }).scene).toEqual({ kind: 'type', purpose: 'checkIn' });
    }
    lobby.wish({ kind: 'done' }).code('FJUEIW');
    expect(lobby.scene).toMatchObject({ kind: 'refused', refusal: { reason: 'tooManyTries' } });
    expect(lobby.effects).toEqual([]);
    expect(lobby.wish({ kind: 'done' }).wish({ kind: 'begin', purpose: 'checkIn' }).scene).toMatchObject({
      refusal: { reason: 'tooManyTries' },
    });
    lobby.wish({ kind: 'back' }).wait(5 * 60_000);
    expect(lobby.code('FJUEIW').effects).toMatchObject([{ type: 'lookUp', code: 'FJUEIW' }]);
  });

  it('one look-up at a time: a flood of scans starts one', () => {
    const lobby = play();
    const effects = Array.from({ length: 1000 }, (_, i) => lobby.code(`AAA${100 + i}`.slice(0, 6)).effects).flat();
    expect(effects).toHaveLength(1);
  });

  it('the same code again is one scan while its visitor is served, and for 5 s after', () => {
    const lobby = checkedIn().wait(9_000).code('FJUEIW');
    expect(lobby.scene.kind).toBe('checkedIn');
    lobby.wish({ kind: 'done' }).wait(4_000).code('FJUEIW');
    expect(lobby.scene.kind).toBe('welcome');
    lobby.wait(1_001).code('FJUEIW');
    expect(lobby.scene.kind).toBe('lookingUp');
  });

  it('is taken at once where somebody asks for a scan', () => {
    const lobby = checkedIn().wish({ kind: 'done' }).wish({ kind: 'begin', purpose: 'checkOut' }).code('FJUEIW');
    expect(lobby.scene).toMatchObject({ kind: 'lookingUp', purpose: 'checkOut' });
  });

  it('the next visitor need not wait for the last one to leave', () => {
    expect(checkedIn().code('KLMNOP').scene).toMatchObject({ kind: 'lookingUp', purpose: 'checkIn', code: 'KLMNOP' });
  });
});

describe('a code that a USB scanner gives where others type', () => {
  const typing = () => play().wish({ kind: 'begin', purpose: 'checkIn' }).wish({ kind: 'type' });

  it('is never taken for another that looks alike, as one that a hand typed may be', () => {
    expect(typing().code('AOC1EF', 'scanner').effects).toMatchObject([{ type: 'lookUp', code: 'AOC1EF', typed: false }]);
    const lobby = typing().code('FJUEIW', 'typed').answer({ kind: 'unknown' });
    expect(lobby.code('AOC1EF', 'scanner').effects).toMatchObject([{ type: 'lookUp', code: 'AOC1EF', typed: false }]);
    expect(lobby.answer({ kind: 'unknown' }).wish({ kind: 'tryAgain' }).scene.kind).toBe('type');
  });

  it.each([
    ['scanner', false],
    ['typed', true],
  ] as const)('stays one of %s when the same is tried again', (by, typed) => {
    for (const lobby of [typing().code('AOC1EF', by).answer({ kind: 'failed' }), typing().code('AOC1EF', by).wait(8_000)])
      expect(lobby.wish({ kind: 'tryAgain' }).effects).toMatchObject([{ type: 'lookUp', code: 'AOC1EF', typed }]);
  });
});

describe('late and failed answers', () => {
  it('an answer for a visitor who has gone changes nothing', () => {
    const lobby = play().code('FJUEIW');
    const { session } = lobby.state;
    lobby.wait(8_000);
    expect(lobby.scene).toMatchObject({ kind: 'refused', refusal: { reason: 'noAnswer' } });
    const before = lobby.state;
    expect(lobby.send({ type: 'lookedUp', session, answer: found }).state).toBe(before);
  });

  it('a badge that ends late does not touch the next visitor', () => {
    const lobby = checkedIn().code('KLMNOP');
    const before = lobby.state;
    expect(lobby.send({ type: 'printed', session: 1, outcome: { state: 'confirmed' } }).state).toBe(before);
  });

  it('tries the same code again when the server did not answer', () => {
    const lobby = play().code('FJUEIW').answer({ kind: 'failed' });
    expect(lobby.scene).toMatchObject({ refusal: { reason: 'noAnswer' } });
    expect(lobby.wish({ kind: 'tryAgain' }).effects).toMatchObject([{ type: 'lookUp', code: 'FJUEIW' }]);
  });
});

describe('time', () => {
  it.each([
    ['scan', () => play().wish({ kind: 'begin', purpose: 'checkIn' })],
    ['type', () => play().wish({ kind: 'begin', purpose: 'checkIn' }).wish({ kind: 'type' })],
    ['confirm', () => play().code('FJUEIW').answer(found)],
    ['checkedIn', checkedIn],
    ['refused', () => play().code('FJUEIW').answer(inside)],
  ])('%s warns before it ends, for at least 20 s, and one touch extends', (_name, reach) => {
    const lobby = reach().wait(60_000);
    expect(lobby.state.ends).toMatchObject({ warning: true });
    expect(warningMs).toBeGreaterThanOrEqual(20_000);
    expect(lobby.wish({ kind: 'stay' }).state.ends).toMatchObject({ warning: false });
    lobby.wait(60_000);
    const { scene } = lobby.state;
    expect(lobby.wait(warningMs - 1).scene).toBe(scene);
    expect(lobby.wait(1).scene).toEqual({ kind: 'welcome' });
  });

  it.each<[string, () => ReturnType<typeof play>]>([
    ['scan', () => play().wish({ kind: 'begin', purpose: 'checkIn' })],
    ['lookingUp', () => play().code('FJUEIW')],
    ['confirm', () => play().code('FJUEIW').answer(found)],
    ['checkedIn', checkedIn],
    ['refused', () => play().code('FJUEIW').answer({ kind: 'unknown' })],
  ])('WIN-11 whose screen %s was lost finds the start when it is back, and late answers find nobody', (kind, reach) => {
    const table = reach();
    expect(table.scene.kind).toBe(kind);
    const before = table.state.session;
    table.send({ type: 'pageLost' });
    expect([table.scene, table.effects]).toEqual([{ kind: 'welcome' }, []]);
    expect(table.state.session).toBeGreaterThan(before);
  });

  it('WIN-11 what is being recorded is not given up: its screen comes when it is', () => {
    const table = play().code('FJUEIW').answer(found).wish({ kind: 'confirm' }).send({ type: 'pageLost' });
    expect(table.scene.kind).toBe('recording');
    table.send({ type: 'recorded', session: table.state.session, at: wall, printId: 'p' });
    expect(table.scene.kind).toBe('checkedIn');
  });

  it('WIN-10 the start holds no language, name or code of who was here but the last code, for 5 s', () => {
    const lobby = checkedIn().wish({ kind: 'language', language: 'zh-Hant' }).wait(60_000).wait(60_000);
    const { lastCode: _, ...rest } = lobby.state;
    expect(rest).toEqual({ language: 'en', session: 2, scene: { kind: 'welcome' }, tries: [] });
  });
});

describe('the language', () => {
  it('goes with who chose it: by leaving, by time, by the next visitor', () => {
    const chosen = play().wish({ kind: 'language', language: 'zh-Hans' });
    expect(chosen.state.language).toBe('zh-Hans');
    expect(chosen.wait(59_999).state.language).toBe('zh-Hans');
    expect(chosen.wait(1).state).toMatchObject({ language: 'en', scene: { kind: 'welcome' } });

    const served = checkedIn().wish({ kind: 'language', language: 'zh-Hant' });
    expect(served.code('KLMNOP').state).toMatchObject({ language: 'en', scene: { kind: 'lookingUp' } });

    const scanned = play().wish({ kind: 'language', language: 'zh-Hant' }).code('FJUEIW');
    expect(scanned.state.language).toBe('zh-Hant');
  });
});

describe('any order of events', () => {
  const intent = fc.constantFrom<Intent>(
    { kind: 'begin', purpose: 'checkIn' },
    { kind: 'begin', purpose: 'checkOut' },
    { kind: 'type' },
    { kind: 'scan' },
    { kind: 'code', code: 'FJUEIW', by: 'camera' },
    { kind: 'code', code: 'AAAAAA', by: 'typed' },
    { kind: 'code', code: '', by: 'scanner' },
    { kind: 'confirm' },
    { kind: 'notMe' },
    { kind: 'checkOutInstead' },
    { kind: 'checkInInstead' },
    { kind: 'tryAgain' },
    { kind: 'back' },
    { kind: 'done' },
    { kind: 'stay' },
    { kind: 'language', language: 'zh-Hans' },
    { kind: 'camera', state: 'lost' },
  );
  const session = fc.integer({ min: 0, max: 6 });
  const event = fc.oneof<fc.Arbitrary<LobbyEvent>[]>(
    intent.map((wish) => ({ type: 'intent', intent: wish })),
    fc.record({
      type: fc.constant('lookedUp' as const),
      session,
      answer: fc.constantFrom<LookUpAnswer>(found, inside, { kind: 'unknown' }, { kind: 'failed' }),
    }),
    fc.record({ type: fc.constant('recorded' as const), session, at: fc.constant(wall), printId: fc.constant('p') }),
    fc.record({ type: fc.constant('notRecorded' as const), session }),
    fc.record({ type: fc.constant('printed' as const), session, outcome: fc.constant({ state: 'sent' as const }) }),
    fc.constant<LobbyEvent>({ type: 'time' }),
  );

  it('never says checked in or out but by a record of this session, and never prints without one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.integer({ min: 0, max: 30_000 })), { maxLength: 60 }), (events) => {
        let state = firstState;
        let now = 0;
        for (const [next, passed] of events) {
          now += passed;
          const before = state.scene.kind;
          const [after, effects] = step(state, next, { now, wall, building: '1' });
          const recorded = next.type === 'recorded' && before === 'recording';
          for (const kind of ['checkedIn', 'checkedOut'])
            if (after.scene.kind === kind && before !== kind) expect(recorded).toBe(true);
          for (const effect of effects) if (effect.type === 'print') expect(recorded).toBe(true);
          expect(effects.length).toBeLessThanOrEqual(1);
          expect(after.session).toBeGreaterThanOrEqual(state.session);
          state = after;
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('what goes with a check-in', () => {
  const coffee = { id: '31', name: [{ language: 'en', text: 'Coffee' }] };
  const water = { id: '32', name: [{ language: 'en', text: 'Water' }] };
  const visit = { ...exampleVisit, place: { ...exampleVisit.place, roomId: '102' } };
  const arrival: LookUpAnswer = { kind: 'found', basis: { from: 'server' }, visit, standing: { kind: 'none' } };
  const offers = { services: [coffee, water], doorCode: 'both' as const };
  const asked = () => play(firstState, offers).code('FJUEIW').answer(arrival);

  it('is offered, and what was asked for goes to the journal', () => {
    const lobby = asked();
    lobby.wish({ kind: 'service', id: '32', wanted: true }).wish({ kind: 'service', id: '31', wanted: true });
    lobby.wish({ kind: 'service', id: '31', wanted: false }).wish({ kind: 'service', id: '99', wanted: true });
    expect(lobby.wish({ kind: 'confirm' }).effects).toMatchObject([{ type: 'record', wanted: [water] }]);
  });

  it('a wish twice is one wish', () => {
    const lobby = asked().wish({ kind: 'service', id: '31', wanted: true }).wish({ kind: 'service', id: '31', wanted: true });
    expect(lobby.wish({ kind: 'confirm' }).effects).toMatchObject([{ type: 'record', wanted: [coffee] }]);
  });

  it('the code of the door is looked for only where the site tells it and the room is known', () => {
    expect(asked().effects).toEqual([{ type: 'findDoorCode', session: 1, roomId: '102', period: visit.period }]);
    expect(play(firstState, {}).code('FJUEIW').answer(arrival).effects).toEqual([]);
    expect(play(firstState, offers).code('FJUEIW').answer(found).effects).toEqual([]);
  });

  it.each([
    ['screen', undefined],
    ['badge', '4815'],
    ['both', '4815'],
  ] as const)('with %s the badge holds %s', (doorCode, printed) => {
    const lobby = play(firstState, { doorCode }).code('FJUEIW').answer(arrival);
    lobby.send({ type: 'doorCodeFound', session: 1, doorCode: '4815' }).wish({ kind: 'confirm' });
    const [effect] = lobby.send({ type: 'recorded', session: 1, at: wall, printId: 'p' }).effects;
    expect(effect?.type === 'print' && effect.content.doorCode).toBe(printed);
  });

  it('a code that comes late is shown on the last screen, and to the next visitor never', () => {
    const lobby = asked().wish({ kind: 'confirm' }).send({ type: 'recorded', session: 1, at: wall });
    lobby.send({ type: 'doorCodeFound', session: 1, doorCode: '4815' });
    expect(lobby.scene).toMatchObject({ kind: 'checkedIn', extras: { doorCode: '4815' } });
    lobby.wish({ kind: 'done' }).send({ type: 'doorCodeFound', session: 1, doorCode: '4815' });
    expect(JSON.stringify(lobby.state)).not.toContain('4815');
  });
});

describe('the door for staff', () => {
  const open = () => play(firstState, { staffDoor: true }).wish({ kind: 'staff' });

  it('is there only where somebody has a PIN, and only at the start', () => {
    expect(play().wish({ kind: 'staff' }).scene.kind).toBe('welcome');
    expect(open().scene).toEqual({ kind: 'staff', state: 'asking' });
    const busy = play(firstState, { staffDoor: true }).code('FJUEIW').wish({ kind: 'staff' });
    expect(busy.scene.kind).toBe('lookingUp');
    expect(play(firstState, { staffDoor: true }).wish({ kind: 'pin', pin: '482913' }).effects).toEqual([]);
  });

  it('WIN-12 one PIN is looked at at a time, and the right one opens the desk over a lobby at its start', () => {
    const table = open().wish({ kind: 'pin', pin: '482913' });
    const { session } = table.state;
    expect(table.effects).toEqual([{ type: 'knock', session, pin: '482913' }]);
    expect(JSON.stringify(table.state)).not.toContain('482913');
    expect(table.wish({ kind: 'pin', pin: '730164' }).effects).toEqual([]);
    table.send({ type: 'knocked', session, knock: { kind: 'open', name: 'Clara Mendes', isAdmin: true } });
    expect(table.scene).toEqual({ kind: 'welcome' });
    expect(table.effects).toEqual([{ type: 'openDesk', session: table.state.session, name: 'Clara Mendes', isAdmin: true }]);
    expect(JSON.stringify(table.state)).not.toContain('Clara');
  });

  it('WIN-12 a wrong one is said, with the wait; an answer for somebody who has gone opens nothing', () => {
    const table = open().wish({ kind: 'pin', pin: '111222' });
    const { session } = table.state;
    table.send({ type: 'knocked', session, knock: { kind: 'wrong', waitMs: 5_000 } });
    expect(table.scene).toEqual({ kind: 'staff', state: 'wrong', waitMs: 5_000 });
    table.wish({ kind: 'pin', pin: '482913' }).wish({ kind: 'back' });
    table.send({ type: 'knocked', session, knock: { kind: 'open', name: 'Clara Mendes', isAdmin: true } });
    expect([table.scene.kind, table.effects]).toEqual(['welcome', []]);
  });

  it('a visitor who scans there is served', () => {
    expect(open().code('FJUEIW').scene.kind).toBe('lookingUp');
  });

  it('goes back by itself', () => {
    const table = open().wait(30_000);
    expect(table.state.ends?.warning).toBe(true);
    expect(table.wait(warningMs).scene.kind).toBe('welcome');
  });
});
