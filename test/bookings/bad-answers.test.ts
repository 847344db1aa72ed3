import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../electron/bookings/call.ts';
import { createFindings } from '../../electron/bookings/findings.ts';
import { noteOddities } from '../../electron/bookings/oddities.ts';
import { type OperationKey, operationKeys } from '../../electron/bookings/operations.ts';
import { otherShapes } from './shapes.ts';

/** A text of the server that must not be in any failure. */
const secret = 'CANARY-visitor';

/** Values that stand where they should not. */
const strange = fc.oneof(
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 4 },
  {
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      ' ',
      0,
      -0,
      -1,
      1.5,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      'NaN',
      '0001-01-01T00:00:00',
      '2026-02-30T00:00:00',
      '9999-12-31T23:59:59.9999999Z',
      '\ud800',
      '\u0000',
      secret,
      secret.repeat(5_000),
      'x'.repeat(100_000),
      ','.repeat(100_000),
      '..',
      '../../etc',
      [],
      {},
      [[[]]],
      new Array(300).fill({}),
      JSON.parse(`{"__proto__":{"id":1,"name":"${secret}"}}`),
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
    ),
    weight: 4,
  },
);

type Change =
  | { kind: 'replace' | 'wrap' | 'duplicate' | 'drop'; at: number; value: unknown }
  | { kind: 'add'; at: number; name: string; value: unknown };
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('replace', 'wrap', 'duplicate', 'drop') as fc.Arbitrary<'replace'>,
    at: fc.nat(),
    value: strange,
  }),
  fc.record({
    kind: fc.constant('add') as fc.Arbitrary<'add'>,
    at: fc.nat(),
    name: fc.constantFrom('__proto__', 'constructor', 'toString', 'data', 'id', 'period', 'name', 'type', 'start', secret),
    value: strange,
  }),
);

/** A copy with one change at one of its places. */
function changed(sample: unknown, { at, ...change }: Change): unknown {
  const root = { value: structuredClone(sample) };
  const places: [Record<PropertyKey, unknown>, string][] = [];
  const visit = (holder: Record<PropertyKey, unknown>) => {
    for (const name of Object.keys(holder)) {
      places.push([holder, name]);
      const inner = holder[name];
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<PropertyKey, unknown>);
    }
  };
  visit(root);
  const [holder, name] = places[at % places.length]!;
  const put = (key: string, value: unknown) =>
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  switch (change.kind) {
    case 'replace':
      put(name, change.value);
      break;
    case 'wrap':
      put(name, at % 2 ? [holder[name]] : { data: holder[name] });
      break;
    case 'duplicate':
      if (Array.isArray(holder)) holder.push(holder[name as never]);
      else put('id', holder[name]);
      break;
    case 'drop':
      delete holder[name];
      break;
    case 'add': {
      const inner = holder[name];
      const target = [inner, holder].find((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
      if (target)
        Object.defineProperty(target, change.name, { value: change.value, enumerable: true, configurable: true, writable: true });
    }
  }
  return root.value;
}

const nothings = [0, {}, null, { id: 1 }].map((row) => new Array(400_000).fill(row));

/** Reads an answer, and holds what may come of it against the rule. */
function judge(key: OperationKey, raw: unknown): void {
  const answer = readAnswer(key, raw);
  if (answer.ok) {
    noteOddities(key, raw, answer.value, createFindings().note);
    return;
  }
  expect(answer.failure.code).toBe('bookings.unreadable');
  expect(answer.failure.operation).toBe(key);
  expect(answer.failure.field ?? '').toMatch(/^(?:[A-Za-z]+|\[\d+\])?(?:\.[A-Za-z]+|\[\d+\])*$/);
  expect(JSON.stringify(answer)).not.toContain(secret);
}

describe('API-3 whatever a server answers is a value, or one failure that names operation and field', () => {
  it.each(operationKeys)('%s: a random answer', (key) => {
    void fc.assert(
      fc.property(strange, (value) => judge(key, value)),
      { numRuns: 80 },
    );
    void fc.assert(
      fc.property(fc.array(strange, { maxLength: 5 }), (data) => judge(key, { data })),
      { numRuns: 30 },
    );
  });

  it.each(operationKeys)('%s: an answer that was right, changed in one to four places', (key) => {
    const { answer } = otherShapes[key];
    const sample = answer === undefined ? { type: 'x', bytes: [1] } : answer;
    void fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        judge(
          key,
          changes.reduce((value: unknown, each) => changed(value, each), sample),
        );
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it.each(operationKeys)('%s: an answer of 2 MB of nothing does not hold up the kiosk', (key) => {
    for (const rows of nothings) {
      judge(key, rows);
      judge(key, { data: rows });
    }
  });

  it('a page of more rows than any server would give is a failure of its rows', () => {
    expect(readAnswer('visitorManagement.search', new Array(10_001).fill({ id: 1 }))).toEqual({
      ok: false,
      failure: { code: 'bookings.unreadable', operation: 'visitorManagement.search', field: 'data' },
    });
    expect(readAnswer('serviceItem.search', new Array(10_001).fill({ id: 1 })).ok).toBe(false);
    expect(readAnswer('serviceItem.search', new Array(10_000).fill({ id: 1 })).ok).toBe(true);
  });
});
