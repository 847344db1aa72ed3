import { describe, expect, it } from 'vitest';
import type { Field, Fields } from '../../../electron/bookings/openapi/expected/field.ts';
import { expectedAnswers, expectedBody, parameterNames } from '../../../electron/bookings/openapi/expected.ts';
import { operationKeys, operationOf } from '../../../electron/bookings/operations.ts';
import { printedOperations } from '../contract/description.ts';

type Row = Record<string, unknown>;

const values: Readonly<Record<Field['reads'], unknown>> = {
  id: 'id-17',
  text: 'text 17',
  moment: '2026-03-02T09:00:00+08:00',
  flag: false,
  number: 17,
  list: [],
  row: 'id-18',
  any: 'any 17',
};

/** A value that the field's schema must take differently from the first. */
const others: Readonly<Record<Field['reads'], unknown>> = {
  ...{
    id: 'id-99',
    text: 'text 99',
    moment: '2026-03-01T08:00:00+08:00',
    flag: true,
    number: 99,
    list: [{ id: 'id-99', name: 'any 99' }],
  },
  ...{ row: 'id-99', any: 'any 99' },
};

/** A row with all fields under our own names, those left out that only stand in for another. */
function rowOf(fields: Fields): Row {
  const entries = Object.entries(fields).filter(([, field]) => !field.unless);
  return Object.fromEntries(entries.map(([name, field]) => [name, sampleOf(name, field)]));
}

function sampleOf(name: string, field: Field): unknown {
  if (name === 'to') return '2026-03-02T10:00:00+08:00';
  if (name === 'url') return 'https://pictures.example.org/17.png';
  if (name === 'accessKey') return '4711';
  if (field.names) return field.names[0];
  if (field.reads === 'list' && field.under) return [rowOf(field.under)];
  return field.under ? rowOf(field.under) : values[field.reads];
}

function otherOf(name: string, field: Field): unknown {
  if (name === 'to') return '2026-03-02T11:00:00+08:00';
  if (name === 'url') return 'https://pictures.example.org/99.png';
  if (name === 'accessKey') return '9999';
  return field.names ? field.names[1] : others[field.reads];
}

interface Renameable {
  readonly way: readonly string[];
  readonly name: string;
  readonly field: Field;
}

/** Every field that a file may rename, with the way to the row that it is in. */
function* renameable(fields: Fields, way: readonly string[] = []): Generator<Renameable> {
  for (const [name, field] of Object.entries(fields)) {
    // What is only read where another field is missing stands in for it.
    if (field.unless || Object.values(fields).some(({ or }) => or === name && name === 'uid')) continue;
    if (field.like || field.also || field.needed || field.names) yield { way, name, field };
    if (field.under) yield* renameable(field.under, [...way, name]);
  }
}

/** A copy of a row in which the object at the end of the way is changed. */
function changed(row: Row, way: readonly string[], change: (row: Row) => Row): Row {
  const [first, ...rest] = way;
  if (first === undefined) return change(row);
  const under = row[first];
  const inner = Array.isArray(under) ? [changed(under[0] as Row, rest, change)] : changed(under as Row, rest, change);
  return { ...row, [first]: inner };
}

const without = (row: Row, name: string): Row => Object.fromEntries(Object.entries(row).filter(([other]) => other !== name));

const objects = operationKeys.filter((key) => ['object', 'page', 'list'].includes(expectedAnswers[key].kind));

describe.each(objects)('the names that a file may give to fields of %s', (key) => {
  const { kind, fields } = expectedAnswers[key];
  const row = kind === 'page' ? (fields['data']?.under ?? {}) : fields;
  const read = (value: Row): string => {
    const answer = kind === 'page' ? { data: [value] } : kind === 'list' ? [value] : value;
    const parsed = operationOf(key).answer.safeParse(answer);
    return parsed.success ? JSON.stringify(parsed.data) : `refused at ${parsed.error.issues[0]?.path.join('.')}`;
  };
  const sample = rowOf(row);

  it('are brought to ones that our schema reads', () => {
    expect(read(sample)).not.toContain('refused');
    const unread = [...renameable(row)].filter(
      ({ way, name, field }) =>
        read(changed(sample, way, (inner) => ({ ...inner, [name]: otherOf(name, field) }))) === read(sample),
    );
    expect(unread.map(({ way, name }) => [...way, name].join('.'))).toEqual([]);
  });

  it('are left where our schema reads them itself', () => {
    const unread = [...renameable(row)].flatMap(({ way, name, field }) =>
      (field.also ?? []).filter(
        (other) => read(changed(sample, way, (inner) => ({ ...without(inner, name), [other]: inner[name] }))) !== read(sample),
      ),
    );
    expect(unread).toEqual([]);
  });

  it('mean one field each', () => {
    for (const { field, name } of renameable(row)) {
      const names = [name, ...(field.also ?? []), ...(field.like ?? [])];
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('what is stated', () => {
  it.each(printedOperations.filter(({ path, answer }) => path && answer))(
    'of the answer of $key is what the page prints',
    ({ key, answer }) => {
      const { fields } = expectedAnswers[key as keyof typeof expectedAnswers];
      const stated = Object.keys(fields).filter((name) => fields[name]?.stated);
      expect(stated.toSorted()).toEqual(Object.keys((answer as { properties: object }).properties).toSorted());
    },
  );

  it('of bodies is what our schemas send', () => {
    expect(Object.keys(expectedBody('iotSensorData.post'))).toEqual(['accessId', 'timestamp', 'data']);
    expect(Object.keys(expectedBody('iotSensorData.post')['data']?.under ?? {})).toEqual(['isConnected', 'isOccupied']);
    expect(expectedBody('user.get')).toEqual({});
  });

  it('of parameters are names of the table', () => {
    const known = new Set(operationKeys.flatMap((key) => Object.keys(operationOf(key).query)));
    expect(Object.keys(parameterNames).filter((name) => !known.has(name))).toEqual([]);
  });
});
