import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { failures } from '../../electron/contract/failure.ts';
import { type EventName, events, type Fields } from '../../electron/log/events.ts';
import { createLog } from '../../electron/log/log.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function logIn(folder = temporaryFolder(), now?: () => Date) {
  const file = join(folder, 'foyer.log');
  const log = createLog({ file, ...(now ? { now } : {}) });
  onTestFinished(() => log.close());
  return { log, file, lines: () => readFileSync(file, 'utf8').trimEnd().split('\n') };
}

/** One valid example of every event: the closed list, written out once more. */
const examples: { [E in EventName]: Fields<E> } = {
  started: { host: 'browser', demo: true, key: 'file' },
  stopped: {},
  screen: { kind: 'welcome' },
  page: { trouble: 'resting' },
  outOfOrder: { isOut: true },
  knocked: { outcome: 'wait' },
  desk: { state: 'timedOut' },
  lookedUp: {
    outcome: 'failed',
    milliseconds: 12.5,
    failure: 'bookings.unreadable',
    operation: 'visitorManagement.search',
    field: 'data[0].period',
  },
  recorded: { what: 'checkIn', outcome: 'done' },
  printed: { state: 'failed', failure: 'printer.paperOut' },
  printer: { printer: 2, ok: false, failure: 'printer.coverOpen', paperLow: true, head: false },
  camera: { state: 'lost' },
  settingsChanged: { how: 'desk', names: ['FOYER_WEBHOOK_SECRET', 'FOYER_BUILDING'] },
  settingsRead: { previousUsed: true, lost: false, leftOut: ['FOYER_PRINTER'], unknown: 1 },
  exported: { what: 'csv', outcome: 'done', rows: 12 },
  journalSettled: { unknown: 1, failed: 0 },
  journalReplaced: {},
  chainChecked: { ok: false, events: 12, brokenAt: 7 },
  connection: { state: 'offline', failure: 'bookings.unresolved', operation: 'visitorManagement.search' },
  roster: { ok: true, badges: 120, milliseconds: 812.5 },
  handOver: { receiver: 'webhook', kind: 'checkedIn', outcome: 'dead', status: 422, failure: 'handOver.refused' },
  differed: { kind: 'leftThere' },
  closedAutomatically: { visits: 2 },
  purged: { visits: 40 },
  clockMoved: { seconds: -86_400, slept: false },
  serverChecked: { ok: false, failure: 'bookings.unauthorized' },
  notKept: { failure: 'journal.full', operation: 'journal.print' },
  openApi: { ok: true, matched: 28, unmatched: 0 },
  doorCode: { failure: 'bookings.timeout', operation: 'bookableResourceAccessKey.search' },
  device: { what: 'notUpdated', failure: 'bookings.forbidden', operation: 'iotDevice.update' },
  heartbeat: { ok: false, failure: 'bookings.timeout', operation: 'iotSensorData.post' },
  callback: { state: 'portInUse' },
  subscribed: { kind: 'content', ok: true },
  idleContent: { ok: true, pictures: 2, texts: 1, skipped: 0 },
  bug: { effect: 'print' },
};

it.each(Object.keys(examples) as EventName[])('LOG-3 %s is one line with its time, number, level and fields', (event) => {
  const { log, lines } = logIn(undefined, () => new Date('2026-11-22T01:30:00Z'));
  log.log(event, examples[event]);
  expect(lines()).toHaveLength(1);
  expect(JSON.parse(lines()[0] ?? '')).toEqual({
    ...examples[event],
    at: '2026-11-22T01:30:00.000Z',
    sequence: 1,
    level: expect.stringMatching(/^(info|warn|error)$/),
    event,
  });
});

it('a failure is as loud as the closed list says', () => {
  const { log, lines } = logIn();
  for (const failure of Object.keys(failures) as (keyof typeof failures)[]) {
    log.log('lookedUp', { outcome: 'failed', milliseconds: 1, failure });
    expect(JSON.parse(lines().at(-1) ?? '').level, failure).toBe(failures[failure].log);
  }
});

it('LOG-1 free text is impossible by type, and does not come through at run time either', () => {
  const { log, lines } = logIn();
  const canary = 'Žofie Canary';
  // @ts-expect-error: an event is one of the list
  log.log(canary, {});
  // @ts-expect-error: a screen is one of the list
  log.log('screen', { kind: canary });
  // @ts-expect-error: an event has only its own fields
  log.log('screen', { kind: 'welcome', visitor: canary });
  // @ts-expect-error: a failure is a code
  log.log('lookedUp', { outcome: 'failed', milliseconds: 1, failure: canary });
  // @ts-expect-error: a count is a number
  log.log('journalSettled', { unknown: canary, failed: 0 });
  // @ts-expect-error: a field is no object
  log.log('camera', { state: { name: canary } });
  // @ts-expect-error: fields are not left out
  log.log('recorded', { what: 'checkIn' });
  // @ts-expect-error: the prototype's names are no events
  log.log('constructor', {});
  expect(lines()).toHaveLength(8);
  for (const line of lines()) expect(JSON.parse(line).refused, line).toBe(true);
  expect(lines().join()).not.toMatch(/Canary|ofie/);
});

it.each([
  'Žofie',
  'Anna Beispiel',
  'Anna',
  'FJUEIW',
  '0912345678',
  'anna@example.org',
  'Bearer abc',
  '/home/anna/file',
  'x'.repeat(81),
  'a\nb',
  '',
])('LOG-1 the name of an operation or field that is none, like %j, is not written', (text) => {
  const { log, lines } = logIn();
  log.log('lookedUp', { outcome: 'failed', milliseconds: 1, operation: text, field: text });
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ event: 'lookedUp', operation: '?', field: '?' });
});

it('LOG-1 no event has a field of free text but the two names that are checked by pattern', () => {
  const text = 'Some Text 42';
  for (const [event, schema] of Object.entries(events)) {
    for (const field of Object.keys(schema.shape)) {
      const parsed = schema.shape[field as keyof typeof schema.shape] as { safeParse(value: unknown): { data?: unknown } };
      expect([undefined, '?'], `${event}.${field}`).toContain(parsed.safeParse(text).data);
    }
  }
});

it('numbers grow by one whatever the clock does, also through events that were refused', () => {
  const times = ['2026-11-22T10:00:00Z', '1970-01-01T00:00:00Z', 'no time', '2026-11-23T10:00:00Z'].map((text) => new Date(text));
  const { log, lines } = logIn(undefined, () => times.shift() ?? new Date());
  for (let index = 0; index < 4; index += 1) log.log('stopped', {});
  const seen = lines().map((line) => JSON.parse(line));
  expect(seen.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(seen[2].at).toBe('unknown');
});

it('the file is for this account alone, and a second run appends to it', () => {
  const folder = temporaryFolder();
  logIn(folder).log.log('stopped', {});
  const { log, file, lines } = logIn(folder);
  log.log('stopped', {});
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(lines().map((line) => JSON.parse(line).sequence)).toEqual([1, 1]);
});

it('LOG-4 a log whose folder is missing, or whose place is taken by a folder, loses lines and throws nothing', () => {
  const folder = temporaryFolder();
  const missing = createLog({ file: join(folder, 'missing', 'foyer.log') });
  missing.log('stopped', {});
  mkdirSync(join(folder, 'missing'));
  missing.log('stopped', {});
  expect(JSON.parse(readFileSync(join(folder, 'missing', 'foyer.log'), 'utf8')).sequence).toBe(2);
  missing.close();
  mkdirSync(join(folder, 'taken'));
  const taken = createLog({ file: join(folder, 'taken') });
  taken.log('stopped', {});
  taken.close();
  taken.log('stopped', {});
  expect(readdirSync(join(folder, 'taken'))).toEqual([]);
});

it.skipIf(process.platform !== 'linux')('LOG-4 a full disk throws nothing', () => {
  const log = createLog({ file: '/dev/full' });
  onTestFinished(() => log.close());
  expect(() => log.log('stopped', {})).not.toThrow();
});

it('a clock that throws is a bug of the caller, and is seen', () => {
  const now = vi.fn(() => {
    throw new Error('no clock');
  });
  expect(() => logIn(undefined, now).log.log('stopped', {})).toThrow('no clock');
});
