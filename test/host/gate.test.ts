import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls, type Envelope } from '../../electron/contract/calls.ts';
import { type FailureCode, failure, failureCodeSchema, failures } from '../../electron/contract/failure.ts';
import { createGate, type Handlers } from '../../electron/host/gate.ts';
import { fakeApp, welcome } from './served.ts';

const begin = { kind: 'begin', purpose: 'checkIn' } as const;
const stay = { kind: 'stay' } as const;

function gateWith(handlers: Partial<Handlers> = {}) {
  const app = fakeApp(handlers);
  const bugs: string[] = [];
  return { app, bugs, gate: createGate(app, (call) => bugs.push(call)) };
}

const malformed = { ok: false, code: 'call.malformed' };

describe('calls', () => {
  it('answers a call of the contract', async () => {
    const { gate, app } = gateWith();
    expect(await gate.answer('snapshot', [])).toEqual({ ok: true, value: welcome });
    expect(await gate.answer('intent', [begin])).toEqual({ ok: true, value: null });
    expect(app.intents).toEqual([begin]);
  });

  it.each([
    '',
    'nope',
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'stop',
    'onSnapshot',
    0,
    null,
    undefined,
    {},
    ['snapshot'],
    Symbol('snapshot'),
  ])('IPC-4 no call exists outside the contract: %s', async (call) => {
    const { gate, bugs } = gateWith();
    expect(await gate.answer(call, [])).toEqual(malformed);
    expect(bugs).toEqual([]);
  });
});

describe('IPC-3 arguments are unknown until parsed', () => {
  const huge = 'A'.repeat(1_000_000);
  const throwing = {
    get kind(): string {
      throw new Error('read me');
    },
  };
  const cyclic: Record<string, unknown> = { kind: 'begin', purpose: 'checkIn' };
  cyclic['self'] = cyclic;

  it.each([
    ['no list', begin],
    ['nothing', undefined],
    ['null', null],
    ['none at all', []],
    ['one too many', [stay, stay]],
    ['an unknown key', [{ ...stay, extra: 1 }]],
    ['an unknown kind', [{ kind: 'openExternal' }]],
    ['a missing key', [{ kind: 'begin' }]],
    ['a wrong enum', [{ kind: 'begin', purpose: 'other' }]],
    ['a huge string', [{ kind: 'code', code: huge, by: 'typed' }]],
    ['65 characters', [{ kind: 'code', code: 'A'.repeat(65), by: 'typed' }]],
    ['a huge list', [new Array(1_000_000).fill(stay)]],
    ['a million arguments', new Array(1_000_000).fill(stay)],
    ['an array-like', { 0: stay, length: 1 }],
    ['a getter that throws', [throwing]],
    [
      'a proxy that throws',
      [
        new Proxy(
          {},
          {
            get: () => {
              throw new Error();
            },
            has: () => {
              throw new Error();
            },
            ownKeys: () => {
              throw new Error();
            },
          },
        ),
      ],
    ],
    ['a cycle', [cyclic]],
    ['a function', [() => stay]],
  ])('IPC-3 refuses %s', async (_name, args) => {
    const { gate, app } = gateWith();
    expect(await gate.answer('intent', args)).toEqual(malformed);
    expect(app.intents).toEqual([]);
  });

  it('IPC-3 passes a code of the longest length', async () => {
    const { gate, app } = gateWith();
    const longest = { kind: 'code', code: 'A'.repeat(64), by: 'scanner' } as const;
    await gate.answer('intent', [longest]);
    expect(app.intents).toEqual([longest]);
  });

  it.each(Object.keys(calls) as (keyof typeof calls)[])(
    'IPC-3 whatever is sent to %s never throws out and reaches the handler only when it fits',
    async (name) => {
      const seen: unknown[][] = [];
      const record =
        (value: unknown) =>
        (...args: unknown[]) => {
          seen.push(args);
          return { ok: true, value };
        };
      const { gate, bugs } = gateWith({ snapshot: record(welcome), intent: record(null) } as Partial<Handlers>);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.anything(), fc.array(fc.anything()), fc.array(fc.record({ kind: fc.string() }))),
          async (args) => {
            const before = seen.length;
            const envelope = await gate.answer(name, args);
            const fits = calls[name].args.safeParse(args).success;
            expect(seen.length - before).toBe(fits ? 1 : 0);
            expect(envelope.ok).toBe(fits);
          },
        ),
        { numRuns: 500 },
      );
      expect(bugs).toEqual([]);
    },
  );

  it('IPC-3 hands the handler what was parsed, not what was sent', async () => {
    const { gate, app } = gateWith();
    const sent = { ...begin };
    await gate.answer('intent', [sent]);
    expect(app.intents).toEqual([begin]);
    expect(app.intents[0]).not.toBe(sent);
  });
});

describe('what crosses back', () => {
  const secret = 'canary-7f3a /home/kiosk/journal.db SELECT name FROM visits';
  const envelopeKeys = (envelope: Envelope<unknown>) => Object.keys(envelope).sort();

  it.each(Object.keys(failures) as FailureCode[])('IPC-6 %s crosses as its code alone', async (code) => {
    const { gate } = gateWith({ intent: () => failure(code, { operation: secret, field: secret }) });
    const envelope = await gate.answer('intent', [stay]);
    expect(envelope).toEqual({ ok: false, code });
    expect(JSON.stringify(envelope)).not.toContain('canary');
  });

  it.each([
    [
      'an error',
      () => {
        throw new Error(secret);
      },
    ],
    [
      'a text',
      () => {
        throw secret;
      },
    ],
    [
      'nothing',
      () => {
        throw undefined;
      },
    ],
    ['a rejection', () => Promise.reject(new Error(secret))],
    ['a code outside the list', () => ({ ok: false, failure: { code: secret } })],
    ['no result', () => undefined],
    ['a value the contract does not list', () => ({ ok: true, value: secret })],
  ])('IPC-6 a handler that gives %s crosses as a bug, and is heard of', async (_name, intent) => {
    const { gate, bugs } = gateWith({ intent: intent as unknown as Handlers['intent'] });
    const envelope = await gate.answer('intent', [stay]);
    expect(envelopeKeys(envelope)).toEqual(['code', 'ok']);
    expect(envelope).toEqual({ ok: false, code: 'bug' });
    expect(failureCodeSchema.safeParse('bug').success).toBe(true);
    expect(bugs).toEqual(['intent']);
  });

  it('IPC-5 a snapshot with more than the contract lists does not cross, by answer or by push', async () => {
    const leaking = { ...welcome, token: secret };
    const deep = { ...welcome, screen: { kind: 'welcome', others: [secret] } };
    for (const value of [leaking, deep]) {
      const { gate, app, bugs } = gateWith({ snapshot: (() => ({ ok: true, value })) as unknown as Handlers['snapshot'] });
      const heard: unknown[] = [];
      gate.onSnapshot((snapshot) => heard.push(snapshot));
      app.push(value);
      expect(JSON.stringify([await gate.answer('snapshot', []), heard])).not.toContain('canary');
      expect(bugs).toEqual(['snapshot', 'snapshot']);
    }
  });

  it('passes snapshots on until it is told to stop', () => {
    const { gate, app } = gateWith();
    const heard: number[] = [];
    const unsubscribe = gate.onSnapshot(({ number }) => heard.push(number));
    app.push({ ...welcome, number: 2 });
    unsubscribe();
    app.push({ ...welcome, number: 3 });
    expect(heard).toEqual([2]);
    expect(app.listeners.size).toBe(0);
  });
});

describe('one intent of a kind in flight', () => {
  it('IPC-7 a thousand in one turn are one effect, and another kind still passes', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen: string[] = [];
    const { gate } = gateWith({
      intent: async ({ kind }) => {
        seen.push(kind);
        await held;
        return { ok: true, value: null };
      },
    });
    const flood = Array.from({ length: 1000 }, () => gate.answer('intent', [begin]));
    const other = gate.answer('intent', [stay]);
    release();
    const answers = await Promise.all(flood);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'call.busy')).toHaveLength(999);
    expect(await other).toEqual({ ok: true, value: null });
    expect(seen).toEqual(['begin', 'stay']);
  });

  it('frees the place whatever came of the call', async () => {
    const { gate } = gateWith({ intent: () => Promise.reject(new Error('bug')) });
    expect(await gate.answer('intent', [begin])).toEqual({ ok: false, code: 'bug' });
    expect(await gate.answer('intent', [begin])).toEqual({ ok: false, code: 'bug' });
  });

  it('reading the snapshot is never refused', async () => {
    const { gate } = gateWith();
    const answers = await Promise.all(Array.from({ length: 50 }, () => gate.answer('snapshot', [])));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });
});
