import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readAnswer } from '../../../electron/bookings/call.ts';
import { identifierSchema, optionalIdentifierSchema } from '../../../electron/bookings/schemas/identifier.ts';
import { pageSchema, readableListSchema, readablePageSchema, skippedIn } from '../../../electron/bookings/schemas/page.ts';
import { flagSchema, measureSchema, namedIn, optionalFlagSchema } from '../../../electron/bookings/schemas/row.ts';

describe('a yes or no', () => {
  it.each([true, 1, 'true', 'True', 'TRUE', '1'])('%j is yes', (value) => {
    expect([flagSchema.parse(value), optionalFlagSchema.parse(value)]).toEqual([true, true]);
  });
  it.each([false, 0, 'false', 'False', '0'])('%j is no', (value) => {
    expect([flagSchema.parse(value), optionalFlagSchema.parse(value)]).toEqual([false, false]);
  });
  it.each([null, undefined])('%j is not known', (value) => {
    expect([flagSchema.parse(value), optionalFlagSchema.parse(value)]).toEqual([false, undefined]);
  });
  it.each(['yes', '', 2, -1, {}, [true]])('%j is none', (value) => {
    expect(flagSchema.safeParse(value).success).toBe(false);
  });
});

describe('a number', () => {
  it.each([
    [87.5, 87.5],
    ['87.5', 87.5],
    ['-3', -3],
    [0, 0],
    [null, undefined],
    [undefined, undefined],
  ])('%j', (value, number) => {
    expect(measureSchema.parse(value)).toBe(number);
  });
  it.each(['', 'NaN', '1e9', '0x10', '1,5', ' 1', Number.NaN, Number.POSITIVE_INFINITY, true, [], '9'.repeat(100)])(
    'not %j',
    (value) => {
      expect(measureSchema.safeParse(value).success).toBe(false);
    },
  );
});

describe('a name from a closed list', () => {
  const schema = namedIn(['oneTime', 'static', 'daily']);
  it.each([
    ['oneTime', 'oneTime'],
    ['ONETIME', 'oneTime'],
    ['one-time', 'oneTime'],
    ['One Time', 'oneTime'],
    [0, 'oneTime'],
    ['2', 'daily'],
    [3, undefined],
    ['weekly', undefined],
    ['constructor', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %s', (value, name) => {
    expect(schema.parse(value)).toBe(name);
  });
  it.each([true, {}, 1.5])('not %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('an id', () => {
  it.each([
    [7, '7'],
    ['7', '7'],
    [' a/b ', 'a/b'],
    ['茉', '茉'],
  ])('%j', (value, id) => {
    expect([identifierSchema.parse(value), optionalIdentifierSchema.parse(value)]).toEqual([id, id]);
  });
  it.each([0, '', '  ', null, undefined, '00000000-0000-0000-0000-000000000000'])('%j is none', (value) => {
    expect(optionalIdentifierSchema.parse(value)).toBeUndefined();
  });
  it.each(['.', '..', '\u0000', '\ud800', 'x'.repeat(129), 1.5, 2 ** 60, {}, true])('%j cannot be', (value) => {
    expect(optionalIdentifierSchema.safeParse(value).success).toBe(false);
  });
});

describe('rows', () => {
  const row = z.object({ id: identifierSchema });
  it('must all be readable where they matter', () => {
    expect(pageSchema(row).parse({ data: [{ id: 1 }] })).toEqual({ data: [{ id: '1' }] });
    const failed = pageSchema(row).safeParse([{ id: 1 }, { id: {} }]);
    expect(failed.error?.issues[0]?.path).toEqual(['data', 1, 'id']);
  });

  it('that are only nice to have are left out one by one, and counted', () => {
    const mixed = fc.array(fc.oneof(fc.record({ id: fc.nat() }), fc.jsonValue()), { maxLength: 30 });
    void fc.assert(
      fc.property(mixed, (rows) => {
        const good = rows.filter((each) => row.safeParse(each).success);
        const page = readablePageSchema(row).parse({ data: rows });
        expect(page.data).toEqual(good.map((each) => row.parse(each)));
        expect(skippedIn(page)).toBe(rows.length - good.length);
        expect(skippedIn(readableListSchema(row).parse(rows))).toBe(rows.length - good.length);
      }),
    );
  });

  it('are not taken from what is no page', () => {
    for (const value of [{}, { data: {} }, { items: [] }, 'x', 7]) {
      expect(pageSchema(row).safeParse(value).success).toBe(false);
      expect(readablePageSchema(row).safeParse(value).success).toBe(false);
      expect(readableListSchema(row).safeParse(value).success).toBe(false);
    }
  });
});

describe('single answers', () => {
  it('a day’s counts are four numbers; one that is missing is no zero', () => {
    const counts = { numberOfInitial: 1, numberOfVisiting: '2', numberOfVisited: 0, numberOfNoShow: 4 };
    expect(readAnswer('dashboard.dailyVisitor', counts)).toEqual({
      ok: true,
      value: { initial: 1, visiting: 2, visited: 0, noShow: 4 },
    });
    for (const bad of [null, undefined, '', -1, 1.5, 'many', true, []]) {
      expect(readAnswer('dashboard.dailyVisitor', { ...counts, numberOfVisited: bad })).toMatchObject({
        failure: { field: 'visited' },
      });
    }
  });

  it.each([
    ['ok', 'ok'],
    [12, '12'],
    [null, undefined],
    [true, undefined],
    [{ id: 'a' }, 'a'],
    [{}, undefined],
  ])('a subscription that was taken: %j', (value, read) => {
    expect(readAnswer('bookableResource.subscribe', value)).toEqual({ ok: true, value: read });
  });

  it.each([false, [], { isSuccess: false }])('a subscription that was not: %j', (value) => {
    expect(readAnswer('bookableResource.subscribe', value)).toMatchObject({ failure: { operation: 'bookableResource.subscribe' } });
  });

  it.each([
    [{ isSuccess: true }, true],
    [{ isSuccess: 'False' }, false],
    [{ isSuccess: 0 }, false],
  ])('a tag’s status %j', (value, isSuccess) => {
    expect(readAnswer('ePaperController.updateTagStatus', value)).toEqual({ ok: true, value: { isSuccess } });
  });

  it('a tag’s status that does not say so is no success', () => {
    expect(readAnswer('ePaperController.updateTagStatus', {})).toMatchObject({ failure: { field: 'isSuccess' } });
  });

  it('a receipt may be empty', () => {
    expect(readAnswer('iotSensorData.post', null)).toEqual({ ok: true, value: {} });
    expect(readAnswer('iotSensorData.post', { deviceId: 10 })).toMatchObject({ value: { deviceId: '10' } });
  });
});
