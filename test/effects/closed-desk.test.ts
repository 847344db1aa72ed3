import { describe, expect, it } from 'vitest';
import type { Intent } from '../../electron/contract/intent.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Knock } from '../../electron/core/ports.ts';
import { closedDesk } from '../../electron/effects/closed-desk.ts';
import { createRequests } from '../../electron/effects/requests.ts';
import { settled } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const at = '2026-11-22T12:00:00+08:00';
const asking = { kind: 'closedDesk', state: 'asking', people: 0, wishes: 0 };

/** A closed desk before a door that answers when it is told to. */
function standing() {
  const requests = createRequests();
  const tried: string[] = [];
  const opened: unknown[] = [];
  const logged: object[] = [];
  let answer: (knock: Knock | Error) => void = () => {};
  const { clock, pass, waiting } = passingClock(at);
  const desk = closedDesk({
    ...{ requests, clock },
    door: {
      knock: (pin) => {
        tried.push(pin);
        return new Promise((resolve, reject) => {
          answer = (knock) => (knock instanceof Error ? reject(knock) : resolve(knock));
        });
      },
    },
    openDesk: (...whom) => opened.push(whom),
    log: { log: (event, fields) => logged.push({ event, ...fields }), close: () => {} },
  });
  const shown: Snapshot[] = [];
  desk.onSnapshot((snapshot) => shown.push(snapshot));
  const wish = (intent: Intent) => desk.send({ type: 'intent', intent });
  const answered = async (knock: Knock | Error) => {
    answer(knock);
    await settled();
  };
  return { desk, requests, tried, opened, logged, shown, wish, answered, pass, waiting, screen: () => desk.snapshot().screen };
}

describe('WIN-12 a closed desk', () => {
  it('looks at one PIN at a time, and opens to whoever’s it is', async () => {
    const { wish, tried, opened, answered, screen, logged } = standing();
    wish({ kind: 'pin', pin: '482913' });
    wish({ kind: 'pin', pin: '111222' });
    expect([tried, screen()]).toEqual([['482913'], { ...asking, state: 'looking' }]);
    await answered({ kind: 'open', name: 'Clara Mendes', isAdmin: true });
    expect([opened, screen()]).toEqual([[['Clara Mendes', true]], asking]);
    expect(logged).toEqual([
      { event: 'knocked', outcome: 'open' },
      { event: 'desk', state: 'opened' },
    ]);
  });

  it('says what came of a wrong one, and how long nobody is heard', async () => {
    const { wish, opened, answered, screen, logged } = standing();
    wish({ kind: 'pin', pin: '111222' });
    await answered({ kind: 'wrong', waitMs: 0 });
    expect(screen()).toEqual({ ...asking, state: 'wrong' });
    wish({ kind: 'pin', pin: '111333' });
    await answered({ kind: 'wait', waitMs: 4_200 });
    expect(screen()).toEqual({ ...asking, state: 'wait', wait: 5 });
    wish({ kind: 'pin', pin: '111444' });
    await answered(new Error('no disk'));
    expect([screen(), opened]).toEqual([asking, []]);
    expect(logged.at(-1)).toEqual({ event: 'bug', effect: 'knock' });
  });

  it('says so no longer than nobody is heard, so that a page that is loaded later does not count anew', async () => {
    const { desk, wish, answered, screen, pass, waiting } = standing();
    wish({ kind: 'pin', pin: '111222' });
    await answered({ kind: 'wrong', waitMs: 5_000 });
    pass(4_999);
    expect(screen()).toEqual({ ...asking, state: 'wrong', wait: 5 });
    pass(1);
    expect([screen(), waiting()]).toEqual([asking, 0]);
    for (const end of [() => desk.send({ type: 'pageLost' }), () => desk.stop()]) {
      wish({ kind: 'pin', pin: '111222' });
      await answered({ kind: 'wait', waitMs: 5_000 });
      expect(waiting()).toBe(1);
      await end();
      expect(waiting()).toBe(0);
    }
  });

  it('opens to nobody whose page was lost while the PIN was looked at, or who stopped it', async () => {
    for (const end of ['lost', 'stopped'] as const) {
      const { desk, wish, opened, answered, screen } = standing();
      wish({ kind: 'pin', pin: '482913' });
      if (end === 'lost') desk.send({ type: 'pageLost' });
      else await desk.stop();
      await answered({ kind: 'open', name: 'Clara Mendes', isAdmin: false });
      expect(opened).toEqual([]);
      if (end === 'lost') expect(screen()).toEqual(asking);
    }
  });

  it('IPC-5 says how many wait in the lobby as soon as they do, and nothing of whom; it hears nothing but a PIN and a language', async () => {
    const { desk, requests, wish, shown, screen, opened, tried } = standing();
    requests.ask({ kind: 'help', at });
    requests.ask({ kind: 'walkIn', at, name: 'Ottilie Beispiel', company: 'Beispiel GmbH' }, { session: 4, hear: () => {} });
    requests.ask({ kind: 'wish', at, name: 'Otto Muster', purpose: 'Coffee' });
    expect(shown.map((snapshot) => snapshot.screen)).toEqual([
      { ...asking, people: 1 },
      { ...asking, people: 2 },
      { ...asking, people: 2, wishes: 1 },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/Beispiel|Muster|Coffee|12:00/);
    requests.withdraw(4);
    expect(screen()).toEqual({ ...asking, people: 1, wishes: 1 });
    const before = shown.length;
    wish({ kind: 'page', page: 'inside' });
    wish({ kind: 'answer', request: requests.list()[0]?.id ?? '', letIn: true });
    wish({ kind: 'leave' });
    desk.hear({});
    expect([shown.length, requests.list().length, opened, tried]).toEqual([before, 2, [], []]);
    wish({ kind: 'language', language: 'zh-Hans' });
    desk.hear({ site: 'Happy Ltd.' });
    expect(shown.at(-1)).toMatchObject({ language: 'zh-Hans', site: 'Happy Ltd.' });
    expect(shown.map(({ number }) => number)).toEqual(shown.map((_, index) => index + 2));
  });
});
