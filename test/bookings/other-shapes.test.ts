import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Call, createCall } from '../../electron/bookings/call.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import { createFindings } from '../../electron/bookings/findings.ts';
import { readOpenApi } from '../../electron/bookings/openapi/reading.ts';
import { type OperationKey, operationKeys, operationOf, operations } from '../../electron/bookings/operations.ts';
import { type PagedKey, rowsOf } from '../../electron/bookings/pages.ts';
import { createTransport } from '../../electron/bookings/transport.ts';
import { documentOf } from './contract/document.ts';
import { fileOf } from './openapi/files.ts';
import { otherShapes } from './shapes.ts';
import { canary, serve } from './web.ts';

const deadlines = { connect: 10_000, headers: 10_000, body: 10_000, total: 15_000 };
const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Asia/Hong_Kong';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

let closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.toReversed()) await one.close();
  closing = [];
});

/** A server that answers one operation, at its own method and path in small letters, with what `answer` makes of the query. */
async function serverOf(key: OperationKey, answer: (query: URLSearchParams) => unknown, dialect = plainDialect({})) {
  const { method, path } = operationOf(key);
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`, 'i');
  const web = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const isAsked = request.method === method && pattern.test(url.pathname);
    const [type, body] =
      key === 'booking.export'
        ? ['application/octet-stream', Buffer.from([80, 75, 3, 4])]
        : ['application/problem+json; charset=utf-8', JSON.stringify(answer(url.searchParams))];
    response.writeHead(isAsked ? 200 : 404, { 'content-type': type }).end(isAsked ? body : '');
  });
  const findings = createFindings();
  const transport = createTransport({
    url: web.url,
    credentials: new Credentials({ url: web.url, token: canary, auth: 'raw' }),
    deadlines,
  });
  closing.push(web, transport);
  return { web, findings, call: createCall(transport, dialect, findings.note) };
}

const called = (call: Call, key: OperationKey) =>
  (call as (key: OperationKey, given: unknown) => Promise<unknown>)(key, otherShapes[key].given);

describe('API-3 a server that answers in other shapes than the vendor’s page', () => {
  it.each(operationKeys)('%s', async (key) => {
    const { web, call } = await serverOf(key, () => otherShapes[key].answer);
    expect(await called(call, key)).toEqual({ ok: true, value: otherShapes[key].read });
    expect(web.seen).toHaveLength(1);
  });

  it('has a shape for every operation and no other', () => {
    expect(Object.keys(otherShapes).toSorted()).toEqual(operationKeys.toSorted());
    expect(operationKeys).toHaveLength(28);
  });
});

const pagedKeys = operationKeys.filter((key): key is PagedKey => 'page' in operations[key].query);

describe('pages of a server that counts them from 1, gives two rows at most and no metaData', () => {
  it.each(pagedKeys)('%s', async (key) => {
    const [first, second] = otherShapes[key].answer as [object, object];
    const rows = Array.from({ length: 5 }, (_, place) => renamed(place % 2 ? second : first, `row-${place}`));
    const { web, call, findings } = await serverOf(key, (query) => {
      const page = Number(query.get('page') ?? 1) - 1;
      return { data: rows.slice(page * 2, page * 2 + 2) };
    });
    const ids: unknown[] = [];
    for await (const row of rowsOf(call, key, otherShapes[key].given as never, { rows: 2 })) {
      if (!row.ok) throw new Error(JSON.stringify(row.failure));
      const { key: name, id } = row.value as { key?: string; id?: string };
      ids.push(name ?? id);
    }
    expect(ids).toEqual(['row-0', 'row-1', 'row-2', 'row-3', 'row-4']);
    expect(web.seen.map(({ target }) => new URL(target, 'http://x').searchParams.get('page'))).toEqual([null, '1', '2', '3']);
    expect(findings.counts()).toMatchObject({ rowsTwice: 0, filtersIgnored: 0 });
  });

  it('are all the searches but the two that answer with a bare array', () => {
    const searches = operationKeys.filter((key) => key.endsWith('.search'));
    expect(searches.filter((key) => !(pagedKeys as readonly string[]).includes(key))).toEqual([
      'bookableResourcePlayerContent.search',
      'bookableResourceAccessKey.search',
    ]);
  });
});

/** The same row under another id, whatever its id is called. */
function renamed(row: object, id: string): object {
  const names = ['uid', 'bookingId', 'deviceId', 'id'];
  const name = names.find((each) => each in row && (row as Record<string, unknown>)[each] !== null) ?? 'id';
  return { ...row, [name]: id };
}

describe('what is odd in these shapes is counted', () => {
  it.each<[OperationKey, object]>([
    ['visitorManagement.get', { datesWithoutOffset: 3, statesAgainstDates: 0 }],
    ['visitorManagement.search', { datesWithoutOffset: 6 }],
    ['booking.search', { datesWithoutOffset: 4, namesUnknown: 0 }],
    ['bookableResourcePlayerContent.search', { rowsSkipped: 1 }],
    ['bookableResourceAccessKey.search', { rowsSkipped: 1, datesWithoutOffset: 2 }],
    ['ePaperController.search', { rowsSkipped: 2 }],
    ['building.get', { rowsSkipped: 1 }],
  ])('of %s: %j', async (key, counts) => {
    const { call, findings } = await serverOf(key, () => otherShapes[key].answer);
    await called(call, key);
    expect(findings.counts()).toMatchObject(counts);
  });
});

describe('pages whose rows are under `items`', () => {
  const inItems = documentOf({
    change: (printed) => {
      const { data, ...more } = (printed.answer?.['properties'] ?? {}) as Record<string, unknown>;
      return data === undefined ? printed : { ...printed, answer: { type: 'object', properties: { items: data, ...more } } };
    },
  });

  let learned: ReturnType<typeof readOpenApi>;
  beforeAll(() => {
    learned = readOpenApi(fileOf(JSON.stringify(inItems)));
  });

  it.each(pagedKeys)(
    '%s: are read where the vendor’s OpenAPI file says so, and are a clear failure where it is not there',
    async (key) => {
      const answer = () => ({ items: otherShapes[key].answer, count: 2 });
      const { dialect } = await learned;
      const told = await serverOf(key, answer, dialect);
      expect(await called(told.call, key)).toEqual({ ok: true, value: otherShapes[key].read });
      const untold = await serverOf(key, answer);
      expect(await called(untold.call, key)).toEqual({
        ok: false,
        failure: { code: 'bookings.unreadable', operation: key, field: 'data' },
      });
    },
  );
});
