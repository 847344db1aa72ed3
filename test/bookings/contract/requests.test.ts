import { validate } from '@readme/openapi-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationKeys, operationOf } from '../../../electron/bookings/operations.ts';
import { startCapture } from './capture.ts';
import { printedOperations } from './description.ts';
import { documentOf } from './document.ts';
import { givenTo } from './requests.ts';
import { type Captured, validatorOf } from './validator.ts';

const validator = validatorOf(documentOf());
let capture: Awaited<ReturnType<typeof startCapture>>;
beforeAll(async () => {
  capture = await startCapture();
});
afterAll(() => capture.close());

/** What the client sends for a call. */
async function sent(key: (typeof operationKeys)[number], given: unknown): Promise<Captured> {
  const before = capture.captured.length;
  await capture.call(key, given as never);
  const request = capture.captured[before];
  if (!request || capture.captured.length !== before + 1) throw new Error(`${key} did not send one request`);
  return request;
}

const printedAs = (key: string) => {
  const printed = printedOperations.find((operation) => operation.key === key);
  if (!printed) throw new Error(`${key} is not printed`);
  return printed;
};

describe('the description that the tests write from the vendor’s page', () => {
  it('is valid OpenAPI by a third-party validator, also with its twins', async () => {
    expect(await validate(documentOf() as never)).toMatchObject({ valid: true, warnings: [] });
    expect(await validate(documentOf({ twice: true }) as never)).toMatchObject({ valid: true, warnings: [] });
  });

  it('has the 28 operations of the table, at the places that the table takes by default', () => {
    expect(printedOperations.map(({ key }) => key).toSorted()).toEqual(operationKeys.toSorted());
    const places = Object.fromEntries(printedOperations.map(({ key, place }) => [key, place]));
    expect(Object.fromEntries(operationKeys.map((key) => [key, `${operationOf(key).method} ${operationOf(key).path}`]))).toEqual(
      places,
    );
    expect(printedOperations.filter(({ again }) => again)).toHaveLength(3);
  });

  it.each(operationKeys)('%s stands in the same section under the same title', (key) => {
    const { tag, title } = printedAs(key);
    expect([operationOf(key).section, operationOf(key).title]).toEqual([tag, title]);
  });
});

describe('API-10 each request that the client sends, over HTTP, by the description', () => {
  it.each(operationKeys)('%s with every parameter', async (key) => {
    const request = await sent(key, givenTo[key].all);
    expect(validator.request(request)).toEqual({ operation: key, faults: [] });
    const names = [...new URL(request.target, 'http://server').searchParams.keys()];
    expect(names.toSorted()).toEqual(Object.keys(printedAs(key).query ?? {}).toSorted());
  });

  it.each(operationKeys)('%s with none that may be left out', async (key) => {
    expect(validator.request(await sent(key, givenTo[key].least))).toEqual({ operation: key, faults: [] });
  });

  it.each(operationKeys.filter((key) => operationOf(key).body))('%s sends no other body than is printed', async (key) => {
    const request = await sent(key, givenTo[key].all);
    const { properties } = printedAs(key).body as { properties: object };
    expect(Object.keys(JSON.parse(request.body)).toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(request.headers['content-type']).toBe('application/json');
  });

  it('a plus in an offset arrives as one, and a comma inside of a text stays inside', async () => {
    const { target } = await sent('visitingAppointment.search', givenTo['visitingAppointment.search'].all);
    expect(target).toContain('from=2026-03-02T00%3A00%3A00%2B08%3A00');
    expect(new URL(target, 'http://server').searchParams.get('searchText')).toBe('review & lunch, +1');
  });
});

describe('the validator refuses', () => {
  it.each(operationKeys)('a parameter that %s does not have', async (key) => {
    const request = await sent(key, givenTo[key].all);
    const target = `${request.target}${request.target.includes('?') ? '&' : '?'}undocumented=1`;
    expect(validator.request({ ...request, target }).faults).not.toEqual([]);
  });

  it.each(operationKeys)('a body that %s does not take', async (key) => {
    const request = await sent(key, givenTo[key].all);
    const body = JSON.stringify({ ...(request.body && JSON.parse(request.body)), undocumented: 1 });
    const headers = { ...request.headers, 'content-type': 'application/json' };
    expect(validator.request({ ...request, headers, body }).faults).not.toEqual([]);
  });

  it.each([
    ['a bare plus', '/API/external/visitorManagement/v1?from=2026-03-02T00:00:00+08:00'],
    ['a state that nobody knows', '/API/external/visitorManagement/v1?state=initial,gone'],
    ['a page that is no number', '/API/external/building/v1?page=first'],
    ['a day without its offset', '/API/external/dashboard/v1/dailyVisitor?date=2026-03-02T00:00:00'],
    ['no day', '/API/external/dashboard/v1/dailyVisitor'],
    ['an id that is no number', '/API/external/user/v1/ada'],
    ['a parameter in another case', '/API/external/booking/v1/export?from=2026-03-02T00:00:00Z'],
  ])('%s', (_what, target) => {
    expect(validator.request({ method: 'GET', target, headers: {}, body: '' }).faults).not.toEqual([]);
  });
});
