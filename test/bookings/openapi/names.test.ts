import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../electron/bookings/call.ts';
import { openApiLines } from '../../../electron/bookings/openapi/report.ts';
import { operationKeys } from '../../../electron/bookings/operations.ts';
import { startCapture } from '../contract/capture.ts';
import type { Printed, Row } from '../contract/description.ts';
import { documentOf } from '../contract/document.ts';
import { givenTo } from '../contract/requests.ts';
import { matchedIn, reading } from './files.ts';

const text = { type: 'string' };
const integer = { type: 'integer', format: 'int32' };
const moment = { type: 'string', format: 'date-time' };
const object = (properties: Record<string, Row>): Row => ({ type: 'object', properties });
const listOf = (items: Row): Row => ({ type: 'array', items });

/** The page's description with other answers for some operations. */
const answering = (answers: Record<string, Row>, more: Partial<Record<string, Partial<Printed>>> = {}) =>
  reading(
    documentOf({
      change: (printed) =>
        ({ ...printed, ...(answers[printed.key] && { answer: answers[printed.key] }), ...more[printed.key] }) as Printed,
    }),
  );

const badge = object({
  Id: integer,
  UID: text,
  dateRange: object({ validFrom: moment, validUntil: moment }),
  code: text,
  status: { ...integer, enum: [0, 1, 2, 3], 'x-enumNames': ['NoShow', 'Initial', 'Visited', 'Visiting'] },
  guest: object({ visitorId: integer, visitor_name: text, organisation: text }),
  check_in_date: moment,
  checkedOutAt: moment,
});
const row = {
  Id: 7,
  UID: 'b-7',
  dateRange: { validFrom: '2026-03-02T09:00:00+08:00', validUntil: '2026-03-02T10:00:00+08:00' },
  code: 'ABC-DEF',
  status: 3,
  guest: { visitorId: 5, visitor_name: 'Ada Example', organisation: 'Example Works' },
  check_in_date: '2026-03-02T09:05:00+08:00',
  checkedOutAt: null,
  other: { kept: true },
};

describe('answers with other names', () => {
  const { dialect, report } = answering({ 'visitorManagement.search': object({ items: listOf(badge), total: integer }) });
  const answer = dialect.incoming('visitorManagement.search', { items: [row], total: 1 });

  it('are read as ours: `items` in the place of `data`, `code` for the registration code, states in another order', () => {
    expect(readAnswer('visitorManagement.search', answer)).toMatchObject({
      ok: true,
      value: {
        data: [
          {
            key: '7',
            registrationCode: 'ABCDEF',
            state: 'visiting',
            period: { from: row.dateRange.validFrom, to: row.dateRange.validUntil },
            visitor: { id: '5', name: 'Ada Example', company: 'Example Works' },
            checkInDate: row.check_in_date,
          },
        ],
      },
    });
  });

  it('could not be read without the file', () => {
    expect(readAnswer('visitorManagement.search', { items: [row] }).ok).toBe(false);
  });

  it('keep what nobody knows', () => {
    expect(answer).toMatchObject({ total: 1, data: [{ other: { kept: true } }] });
  });

  it('are told in the report', () => {
    expect(matchedIn(report, 'visitorManagement.search').differences).toEqual(
      expect.arrayContaining([
        { what: 'renamed', field: 'data', as: 'items' },
        { what: 'renamed', field: 'data[].registrationCode', as: 'code' },
        { what: 'renamed', field: 'data[].period.from', as: 'validFrom' },
        { what: 'renamed', field: 'data[].visitor.name', as: 'visitor_name' },
        { what: 'order', field: 'data[].state' },
      ]),
    );
    expect(openApiLines(report)).toContain('    data[].registrationCode is called code');
    // Plain data: another process, or a file, may have it.
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('of the other operations are left as they are', () => {
    const same = { items: [{ code: 'ABCDEF' }] };
    expect(dialect.incoming('visitorManagement.get', same)).toBe(same);
  });

  it.each([
    ['a bare list', [row]],
    ['our own names after all', { data: [{ ...row, registrationCode: 'ABCDEF' }] }],
  ])('%s is read too', (_what, value) => {
    const read = readAnswer('visitorManagement.search', dialect.incoming('visitorManagement.search', value));
    expect(read).toMatchObject({ ok: true, value: { data: [{ registrationCode: 'ABCDEF' }] } });
  });
});

describe('integers of a state', () => {
  const values = [0, 1, 2, 3];
  const names = ['noShow', 'initial', 'visited', 'visiting'];
  it.each([
    ['x-enumNames', { type: 'integer', enum: values, 'x-enumNames': names }],
    ['x-enum-varnames', { type: 'integer', enum: values, 'x-enum-varnames': names }],
    [
      'x-ms-enum',
      { type: 'integer', enum: values, 'x-ms-enum': { values: values.map((value) => ({ value, name: names[value] })) } },
    ],
    ['constants with titles', { oneOf: values.map((value) => ({ const: value, title: names[value] })) }],
    [
      'lines of a description',
      { type: 'integer', enum: values, description: 'State\n\n0 = noShow\n1 = initial\n2 = visited\n3 = visiting' },
    ],
    ['a reference', { allOf: [{ type: 'integer', enum: values, 'x-enumNames': names }], nullable: true }],
  ])('are named by %s', (_how, state) => {
    const { dialect } = answering({ 'visitorManagement.get': object({ id: integer, registrationCode: text, state }) });
    const read = values.map((value) =>
      readAnswer('visitorManagement.get', dialect.incoming('visitorManagement.get', { id: 1, state: value })),
    );
    expect(read.map((each) => each.ok && each.value.state)).toEqual(names);
  });

  it('in our own order need nothing', () => {
    const state = { type: 'integer', enum: values, 'x-enumNames': ['Initial', 'Visiting', 'Visited', 'NoShow'] };
    const { report } = answering({ 'visitorManagement.get': object({ id: integer, uid: text, state }) });
    expect(
      matchedIn(report, 'visitorManagement.get').differences.filter(({ what }) => what === 'order' || what === 'names'),
    ).toEqual([]);
  });

  it('with a name that is not ours are never read as the one of ours in its place', () => {
    const state = { type: 'integer', enum: values, 'x-enumNames': ['Initial', 'Cancelled', 'Visited', 'NoShow'] };
    const { dialect, report } = answering({ 'visitorManagement.get': object({ id: integer, uid: text, state }) });
    expect(readAnswer('visitorManagement.get', dialect.incoming('visitorManagement.get', { id: 1, state: 1 })).ok).toBe(false);
    expect(matchedIn(report, 'visitorManagement.get').differences).toContainEqual({
      what: 'names',
      field: 'state',
      names: ['Cancelled'],
    });
  });

  it('without any names are ours', () => {
    const { dialect } = answering({
      'visitorManagement.get': object({ id: integer, uid: text, state: { ...integer, enum: [0, 1] } }),
    });
    expect(dialect.incoming('visitorManagement.get', { id: 1, state: 1 })).toEqual({ id: 1, state: 1 });
  });
});

describe('a wrong name is worse than none', () => {
  it('of two that could be it, neither is', () => {
    const { dialect, report } = answering({
      'visitorManagement.search': object({ items: listOf(object({ id: integer })), results: listOf(object({ id: integer })) }),
    });
    const answer = { items: [{ id: 1 }], results: [] };
    expect(dialect.incoming('visitorManagement.search', answer)).toEqual(answer);
    expect(matchedIn(report, 'visitorManagement.search').differences).toContainEqual({ what: 'missing', field: 'data' });
  });

  it('a field of another kind is not ours, and told', () => {
    const { report } = answering({
      'building.get': object({ id: integer, name: listOf(object({})), floors: text, address: text, order: integer }),
    });
    expect(matchedIn(report, 'building.get').differences).toEqual([{ what: 'kind', field: 'floors', kind: 'string' }]);
  });

  it('our own name wins over one that means the same, in the file and in an answer', () => {
    const { dialect } = answering({
      'visitorManagement.get': object({ id: integer, uid: text, code: text, registrationCode: text }),
    });
    const answer = { id: 1, code: 'door', registrationCode: 'ABCDEF' };
    expect(dialect.incoming('visitorManagement.get', answer)).toEqual(answer);
    const renaming = answering({ 'visitorManagement.get': object({ id: integer, uid: text, code: text }) }).dialect;
    expect(renaming.incoming('visitorManagement.get', answer)).toEqual(answer);
  });
});

describe('what holds an answer', () => {
  it.each([
    [
      'a row',
      'user.get',
      object({ result: object({ id: integer, displayName: text }), isSuccess: { type: 'boolean' } }),
      { result: { id: 4, displayName: 'Ada Example' } },
    ],
    [
      'a page',
      'user.search',
      object({ result: object({ items: listOf(object({ id: integer, displayName: text })) }) }),
      { result: { items: [{ id: 4, displayName: 'Ada Example' }] } },
    ],
  ] as const)('may be wrapped once more: %s', (_what, key, shape, value) => {
    const { dialect } = answering({ [key]: shape });
    const read = JSON.stringify(readAnswer(key, dialect.incoming(key, value)));
    expect(read).toContain('Ada Example');
  });

  it('may be a page where a bare list is expected', () => {
    const { dialect } = answering({
      'bookableResourceAccessKey.search': object({ items: listOf(object({ doorCode: text, bookableResourceId: integer })) }),
    });
    const answer = dialect.incoming('bookableResourceAccessKey.search', { items: [{ doorCode: '4711', bookableResourceId: 3 }] });
    expect(readAnswer('bookableResourceAccessKey.search', answer)).toMatchObject({
      ok: true,
      value: [{ key: '4711', resource: { id: '3' } }],
    });
  });
});

describe('what is sent', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('has the server’s names, in the query and in the body', async () => {
    const flag = { type: 'boolean' };
    const { dialect, report } = answering(
      {},
      {
        'visitorManagement.search': {
          query: { Id: text, registration_code: text, pageNumber: integer, pageSize: integer, tenant: text },
          required: ['tenant'],
        },
        'iotSensorData.post': {
          body: {
            ...object({ AccessId: text, TimeStamp: moment, Data: object({ connected: flag, is_occupied: flag }), site: text }),
            required: ['site'],
          },
        },
      },
    );
    const capture = await startCapture(() => ({ data: [] }), dialect);
    closing.push(() => capture.close());
    await capture.call('visitorManagement.search', { id: '1', registrationCode: 'ABCDEF', page: 2, row: 10 });
    await capture.call('iotSensorData.post', givenTo['iotSensorData.post'].all);
    expect(capture.captured.map(({ target }) => target)).toEqual([
      '/API/external/visitorManagement/v1?Id=1&registration_code=ABCDEF&pageNumber=2&pageSize=10',
      '/API/external/iotSensorData/v1',
    ]);
    expect(JSON.parse(capture.captured[1]?.body ?? '')).toEqual({
      AccessId: 'KIOSK-1',
      TimeStamp: '2026-03-02T09:00:00+08:00',
      Data: { isConnected: true, is_occupied: false },
    });
    expect(matchedIn(report, 'visitorManagement.search').differences).toEqual(
      expect.arrayContaining([
        { what: 'parameterRenamed', field: 'row', as: 'pageSize' },
        { what: 'parameterMissing', field: 'state' },
        { what: 'parameterNeeded', as: 'tenant' },
      ]),
    );
    expect(matchedIn(report, 'iotSensorData.post').differences).toEqual(
      expect.arrayContaining([
        { what: 'bodyRenamed', field: 'data.isOccupied', as: 'is_occupied' },
        { what: 'bodyNeeded', as: 'site' },
      ]),
    );
  });
});

describe('an answer is only data', () => {
  const { dialect } = answering({ 'visitorManagement.search': object({ items: listOf(badge), __proto__text: text }) });

  it('API-3 no name in it reaches a prototype', () => {
    const answer = JSON.parse(
      '{"__proto__": {"polluted": 1}, "items": [{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "Id": 1}]}',
    );
    const incoming = dialect.incoming('visitorManagement.search', answer) as { data: object[] };
    expect(Object.getPrototypeOf(incoming)).toBe(Object.prototype);
    expect(incoming.data.map((each) => Object.getPrototypeOf(each))).toEqual([Object.prototype]);
    expect('polluted' in {} || 'polluted' in incoming || 'polluted' in (incoming.data[0] ?? {})).toBe(false);
  });

  it('API-3 any answer comes through, for each operation', () => {
    const names = fc.constantFrom('items', 'Id', 'code', 'status', 'guest', 'dateRange', 'data', '__proto__', 'toString');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.integer(),
        fc.string(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(names, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(...operationKeys), (answer, key) => {
        dialect.incoming(key, answer);
        dialect.incoming('visitorManagement.search', answer);
      }),
      { numRuns: 500 },
    );
  });

  it('without other names it is the very same', () => {
    const plain = reading(documentOf()).dialect;
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom(...operationKeys),
        (answer, key) => plain.incoming(key, answer) === answer || Number.isNaN(answer),
      ),
    );
  });
});
