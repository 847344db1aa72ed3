import { describe, expect, it } from 'vitest';
import { createRequests, type DeskAnswer } from '../../electron/effects/requests.ts';

const at = '2026-11-22T10:00:00.000+08:00';

function waitingFor(session: number) {
  const heard: DeskAnswer[] = [];
  return { heard, waiting: { session, hear: (answer: DeskAnswer) => heard.push(answer) } };
}

describe('what the lobby asks of the desk', () => {
  it('is told to whoever looks, answered once, and then gone', () => {
    const requests = createRequests();
    let changes = 0;
    const stop = requests.watch(() => {
      changes += 1;
    });
    const { heard, waiting } = waitingFor(7);
    requests.ask({ kind: 'walkIn', at, name: 'Ottilie Beispiel' }, waiting);
    const [asked] = requests.list();
    expect(asked).toEqual({ id: expect.any(String), kind: 'walkIn', at, name: 'Ottilie Beispiel' });
    requests.answer(asked?.id ?? '', { letIn: true, by: 'Mio' });
    requests.answer(asked?.id ?? '', { letIn: false });
    expect(heard).toEqual([{ letIn: true, by: 'Mio' }]);
    expect(requests.list()).toEqual([]);
    expect(changes).toBe(2);
    stop();
    requests.ask({ kind: 'help', at });
    expect(changes).toBe(2);
  });

  it('is gone with whoever waited, and only that', () => {
    const requests = createRequests();
    const { heard, waiting } = waitingFor(7);
    requests.ask({ kind: 'help', at });
    requests.ask({ kind: 'walkIn', at }, waiting);
    requests.withdraw(6);
    expect(requests.list()).toHaveLength(2);
    requests.withdraw(7);
    expect(requests.list().map(({ kind }) => kind)).toEqual(['help']);
    expect(heard).toEqual([]);
  });

  it('never grows beyond what a person can see to: the oldest go', () => {
    const requests = createRequests();
    for (let times = 0; times < 100; times += 1) requests.ask({ kind: 'blocked', at, name: `Person ${times}` });
    expect(requests.list()).toHaveLength(20);
    expect(requests.list()[0]?.name).toBe('Person 80');
  });

  it('whoever asks for a person stays before those who wish for something', () => {
    const requests = createRequests();
    requests.ask({ kind: 'help', at });
    for (let times = 0; times < 100; times += 1) requests.ask({ kind: 'wish', at, name: `Person ${times}`, purpose: 'Coffee' });
    requests.ask({ kind: 'blocked', at, name: 'Person 100' });
    const kept = requests.list();
    expect(kept).toHaveLength(20);
    expect([kept[0]?.kind, kept[1]?.name, kept.at(-1)?.name]).toEqual(['help', 'Person 82', 'Person 100']);
  });
});
