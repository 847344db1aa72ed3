import { OpenAPIBackend } from 'openapi-backend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, createCall, readAnswer } from '../../../electron/bookings/call.ts';
import { plainDialect } from '../../../electron/bookings/dialect.ts';
import { type OperationKey, operationKeys } from '../../../electron/bookings/operations.ts';
import { localIso } from '../../../electron/bookings/schemas/moment.ts';
import { morning, startDemo } from '../../demo/client.ts';
import { documentOf } from './document.ts';
import { givenTo } from './requests.ts';
import { validatorOf } from './validator.ts';

const document = documentOf();
const validator = validatorOf(document);
// The page says nothing of what the export answers; it is read in its own tests.
const jsonKeys = operationKeys.filter((key) => key !== 'booking.export');

describe('a sample that a third-party library makes from the description', () => {
  const samples = new OpenAPIBackend({ definition: document as never, strict: true, quick: true });
  beforeAll(() => samples.init());

  it.each(jsonKeys)('is one of %s, and our schema reads it', (key) => {
    const { status, mock } = samples.mockResponseForOperation(key);
    expect(status).toBe(200);
    expect(validator.answer(key, mock)).toEqual([]);
    // The page lost what is in these objects, so that a sample of them has nothing in it.
    const value = filled(key, mock);
    expect(validator.answer(key, value)).toEqual([]);
    expect(readAnswer(key, value)).toMatchObject({ ok: true });
  });
});

const period = { from: '2026-03-02T09:00:00+08:00', to: '2026-03-02T10:00:00+08:00' };

/** A sample with what the page lost filled in, as our notes infer it. */
function filled(key: OperationKey, sample: unknown): unknown {
  const row = (value: object): object => ({
    ...value,
    ...('period' in value && { period }),
    ...('visitor' in value && { visitor: { id: 7, name: 'Ada Example' } }),
    ...('tags' in value && { tags: [{ ePaperTagId: 'tag-1' }] }),
  });
  if (key.endsWith('.search') && Array.isArray(sample)) return [{ id: 1, ...(key.includes('AccessKey') && { accessKey: '1234' }) }];
  if (typeof sample !== 'object' || sample === null) return sample;
  return 'data' in sample && Array.isArray(sample.data) ? { ...sample, data: sample.data.map(row) } : row(sample);
}

describe('what the demo server answers over HTTP, by the description', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let call: Call;
  let raw: unknown;
  beforeAll(async () => {
    demo = await startDemo();
    const recording: Parameters<typeof createCall>[0] = {
      send: async (request) => {
        const answer = await demo.transport.send(request);
        raw = answer.ok ? answer.value : answer.failure;
        return answer;
      },
    };
    call = createCall(recording, plainDialect({}));
  });
  afterAll(() => demo.close());

  /** The first row of a search, as it came. */
  async function rowOf(key: OperationKey): Promise<Record<string, unknown>> {
    await call(key, {} as never);
    return (raw as { data: Record<string, unknown>[] }).data[0] ?? {};
  }

  /** What an operation is asked for with, so that the demo has something to answer. */
  async function asked(key: OperationKey): Promise<object> {
    if (key === 'dashboard.dailyVisitor') return { date: localIso(morning) };
    if (key === 'iotSensorData.post') {
      const { accessId } = await rowOf('iotDevice.search');
      return { body: { accessId: String(accessId), timestamp: localIso(morning), data: { isConnected: true, isOccupied: true } } };
    }
    if (key === 'iotDevice.update') {
      const { id } = await rowOf('iotDevice.search');
      return {
        id: String(id),
        body: { id: Number(id), accessId: 'KIOSK-9', name: 'Kiosk', isDeleted: false },
      };
    }
    if (key === 'ePaperController.updateTagStatus') {
      const { tags } = await rowOf('ePaperController.search');
      const tag = (tags as Record<string, unknown>[])[0] ?? {};
      return { body: { batteryLevel: 50, screenSize: 4, isOnline: true, ePaperTagId: String(tag['ePaperTagId'] ?? tag['id']) } };
    }
    if (key === 'iotDevice.create') {
      return { body: { id: 0, accessId: 'KIOSK-2', name: 'Lobby kiosk', isDeleted: false } };
    }
    if (key.endsWith('.subscribe')) {
      const { id } = await rowOf('bookableResource.search');
      return { body: { ids: String(id), callbackUrl: 'http://127.0.0.1:9/called', expireTime: 60 } };
    }
    if (key.endsWith('.get')) return { id: String((await rowOf(key.replace(/get$/, 'search') as OperationKey))['id']) };
    return givenTo[key].least;
  }

  it.each(jsonKeys)('%s: it fits, and our schema reads it', async (key) => {
    const given = await asked(key);
    const answer = await call(key, given as never);
    expect(answer).toMatchObject({ ok: true });
    expect(validator.answer(key, raw)).toEqual([]);
    if (key.endsWith('.search')) expect(rowsIn(raw)).toBeGreaterThan(0);
  });

  it('booking.export: a file', async () => {
    expect(await call('booking.export', {})).toMatchObject({ ok: true });
  });

  it('refuses what is not an answer of the page', () => {
    expect(validator.answer('visitorManagement.get', { id: 1 })).not.toEqual([]);
    expect(validator.answer('visitorManagement.search', [])).not.toEqual([]);
    expect(validator.answer('dashboard.dailyVisitor', { numberOfInitial: '1' })).not.toEqual([]);
    expect(validator.answer('bookableResource.subscribe', { id: 1 })).not.toEqual([]);
  });
});

const rowsIn = (value: unknown): number =>
  Array.isArray(value) ? value.length : (value as { data: readonly unknown[] }).data.length;
