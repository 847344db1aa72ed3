import { describe, expect, it } from 'vitest';
import { demoBuilding } from '../../electron/demo/codes.ts';
import { check, checked, type Reply, serverOf, settingsFor, settingsOf, wellReply } from './checked.ts';

const building = { id: 77, displayName: 'Canary House' };
const resource = { id: 12, displayName: 'Canary Display' };
const coffee = { id: 1, name: 'Canary Coffee' };
const tea = { id: 2, name: 'Canary Tea' };

/** What a server answers that knows building 77, resource 12 and service 1. */
const known: Readonly<Record<string, unknown>> = {
  'building/v1': { data: [building] },
  'building/v1/77': building,
  'bookableResource/v1': { data: [resource] },
  'bookableResource/v1/12': resource,
  'serviceItem/v1': { data: [coffee] },
  'serviceItem/v1/1': coffee,
};
const all = { building: '77', resource: '12', services: ['1'] };

/** The words of each setting in the report, by its name, and what the check came to. */
async function asked(set: Parameters<typeof settingsFor>[1], replyTo: (path: string) => Reply | 'hang', total?: number) {
  const web = await serverOf(replyTo);
  const { exitCode, report } = await checked(settingsFor(web.url, set), total);
  const words = report.settings && Object.fromEntries(report.settings.map((row) => [row.name, row.words]));
  return { exitCode, reason: report.reason, words, targets: web.seen.map(({ target }) => target) };
}
const replied =
  (replaced: Readonly<Record<string, unknown>> = {}, statuses: Readonly<Record<string, number>> = {}) =>
  (path: string): Reply => {
    const end = Object.keys(statuses).find((name) => path.endsWith(name));
    return end === undefined ? wellReply(path, { ...known, ...replaced }) : { status: statuses[end] ?? 500, body: {} };
  };

describe('settings that name something of the server’s', () => {
  it('are found, with the check’s other questions before', async () => {
    const { targets, ...told } = await asked(all, replied());
    expect(told).toEqual({
      exitCode: 0,
      reason: undefined,
      words: { FOYER_BUILDING: 'found', FOYER_RESOURCE: 'found', FOYER_SERVICES: '1 of 1 found' },
    });
    expect(targets.slice(-3)).toEqual([
      '/API/external/building/v1/77',
      '/API/external/bookableResource/v1/12',
      expect.stringMatching(/^\/API\/external\/serviceItem\/v1\?id=1&row=1$/),
    ]);
  });

  it('that are not set are not asked for, and there is no block', async () => {
    const web = await serverOf(replied());
    const { report } = await checked(settingsFor(web.url));
    expect(report).not.toHaveProperty('settings');
    expect((await check(settingsFor(web.url))).text).not.toContain('your settings');
  });

  it('that the server does not know are the reason, in lines of a terminal, and no name of an answer is told', async () => {
    const unknown = { building: '78', resource: '999', services: ['1', '99'] };
    const reason = 'not found on this server: FOYER_BUILDING, FOYER_RESOURCE, FOYER_SERVICES (1 of 2 found)';
    const words = {
      FOYER_BUILDING: 'not found on this server',
      FOYER_RESOURCE: 'not found on this server',
      FOYER_SERVICES: '1 of 2 found',
    };
    expect(await asked(unknown, replied())).toMatchObject({ exitCode: 1, reason, words });
    const web = await serverOf(replied());
    const { text, exitCode } = await check(settingsFor(web.url, unknown));
    expect(exitCode).toBe(1);
    const lines = Object.entries(words).map(([name, word]) => `  - ${name}: ${word}`);
    expect(text).toContain(`\nyour settings:\n${lines.join('\n')}\n`);
    expect(text.endsWith(`\nnot ok: ${reason}\n`)).toBe(true);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/Canary/);
  });

  it.each([
    ['another building', { 'building/v1/77': { ...building, id: 78 } }],
    ['an empty object', { 'building/v1/77': {} }],
    ['a deleted building', { 'building/v1/77': { ...building, isDeleted: true } }],
  ])('%s in the answer is not the building', async (_what, replaced) => {
    const { exitCode, words } = await asked({ building: '77' }, replied(replaced));
    expect({ exitCode, words }).toEqual({ exitCode: 1, words: { FOYER_BUILDING: 'not found on this server' } });
  });

  it('none of several services, deleted ones too, is no part of them', async () => {
    const deleted = { ...tea, isDeleted: true };
    const { reason, words } = await asked({ services: ['2', '99'] }, replied({ 'serviceItem/v1': { data: [deleted] } }));
    expect({ reason, words }).toEqual({
      reason: 'not found on this server: FOYER_SERVICES',
      words: { FOYER_SERVICES: '0 of 2 found' },
    });
  });

  it('a visit that cannot work is a reason before them', async () => {
    const { reason } = await asked({ building: '78' }, replied({}, { 'visitorManagement/v1': 404 }));
    expect(reason).toBe('visitorManagement.search: 404 not found');
  });
});

describe('settings that could not be asked for are no reason', () => {
  const couldNot = 'could not be asked';

  it.each<[string, Record<string, number>]>([
    ['failures', { 'building/v1/78': 500, 'bookableResource/v1/999': 403, 'serviceItem/v1/99': 500 }],
    ['paths that are wrong', { 'building/v1/77': 404, 'bookableResource/v1/12': 404, 'serviceItem/v1': 404 }],
    ['searches that fail, so that a 404 tells nothing', { 'building/v1': 404, 'bookableResource/v1': 500, 'serviceItem/v1': 500 }],
  ])('%s', async (_what, statuses) => {
    const set = { building: '78', resource: '999', services: ['1', '99'] };
    const { exitCode, words } = await asked(set, replied({}, statuses));
    expect(words).toEqual({ FOYER_BUILDING: couldNot, FOYER_RESOURCE: couldNot, FOYER_SERVICES: couldNot });
    expect(exitCode).toBe(0);
  });

  it('a server that hangs on one costs a deadline, and the next is asked', async () => {
    const reply = replied();
    const { exitCode, words } = await asked(
      { ...all, building: '78' },
      (path) => (path.endsWith('/78') ? 'hang' : reply(path)),
      1_000,
    );
    expect({ exitCode, words }).toEqual({
      exitCode: 0,
      words: { FOYER_BUILDING: couldNot, FOYER_RESOURCE: 'found', FOYER_SERVICES: '1 of 1 found' },
    });
  });

  it('where nobody is let in nothing is asked for', async () => {
    const { words, targets } = await asked(all, () => ({ status: 401 }));
    expect(words).toEqual({ FOYER_BUILDING: couldNot, FOYER_RESOURCE: couldNot, FOYER_SERVICES: couldNot });
    expect(targets).toHaveLength(3);
  });
});

describe('in the demo', () => {
  it('its own defaults are asked for and found', async () => {
    const { exitCode, report } = await checked(settingsOf());
    expect(exitCode).toBe(0);
    expect(report.settings?.map(({ name, words }) => `${name} ${words}`)).toEqual([
      'FOYER_BUILDING found',
      'FOYER_RESOURCE found',
      'FOYER_SERVICES 4 of 4 found',
    ]);
  });

  it('what is set goes before them', async () => {
    const set = { FOYER_BUILDING: demoBuilding, FOYER_RESOURCE: '999', FOYER_SERVICES: '1,99' };
    const { exitCode, report } = await checked(settingsOf(set));
    expect({ exitCode, reason: report.reason }).toEqual({
      exitCode: 1,
      reason: 'not found on this server: FOYER_RESOURCE, FOYER_SERVICES (1 of 2 found)',
    });
  });
});
