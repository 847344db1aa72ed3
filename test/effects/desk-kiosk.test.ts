import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kioskPageSchema } from '../../electron/contract/desk-kiosk.ts';
import { type Intent, intentSchema } from '../../electron/contract/intent.ts';
import type { Health } from '../../electron/core/health.ts';
import type { Operation } from '../../electron/core/operation.ts';
import { kioskPages } from '../../electron/effects/desk-pages/kiosk.ts';
import type { Office } from '../../electron/effects/desk-pages/office.ts';
import { drawPreview } from '../../electron/printer/preview.ts';
import { createExports } from '../../electron/settings/exports.ts';
import { openOutOfOrder } from '../../electron/settings/out-of-order.ts';
import { openDoor, pinsIn } from '../../electron/staff/door.ts';
import { peopleWithPin, setPin } from '../../electron/staff/pins.ts';
import { root } from '../fakes/foyer.ts';
import { administer, setUp } from '../settings/kept.ts';
import { scriptedPrinter } from './parts.ts';
import { passingClock } from './passing-clock.ts';

const minute = 60_000;
const adminPin = '739158';
const staffPin = '482913';

const health: Health = {
  ...{ at: '2026-11-28T12:00:00.000+00:00', version: '0.1.0', host: 'browser', platform: 'linux x64' },
  ...{ isDemo: false, isOutOfOrder: false, uptimeSeconds: 5, handOver: [], printers: [], notices: [], settingsNotes: [] },
  server: { connection: { state: 'online' }, signedOut: false, findings: { rowsTwice: 0, namesUnknown: 2 } },
  roster: { badges: 0 },
  journal: { bytes: 12 },
  log: ['{"event":"started"}'],
};

const files = new Map<boolean, string>();

/** The file of two people, or of one; a PIN takes a while to be made, so it is made once. */
async function peopleOf(hasAdmin: boolean): Promise<string> {
  const made = files.get(hasAdmin);
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), 'foyer-people-'));
  const file = join(folder, 'staff.json');
  if (hasAdmin) expect(await setPin(file, { name: 'Clara Mendes', isAdmin: true }, adminPin)).toBeUndefined();
  expect(await setPin(file, { name: 'Robin Example', isAdmin: false }, staffPin)).toBeUndefined();
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  files.set(hasAdmin, text);
  return text;
}

/** The page of a kiosk whose settings, people, door and files are real; `looks`: how often its health was looked at. */
async function kiosk(more: { cameAs?: string; admins?: boolean } = {}) {
  const given = setUp();
  const { data } = given;
  const pins = pinsIn(data);
  writeFileSync(pins, await peopleOf(more.admins !== false));
  const { clock, pass } = passingClock('2026-11-28T12:00:00+00:00');
  const restarts: string[] = [];
  const noted: [Operation, string | undefined][] = [];
  const administration = administer(given, { restart: () => restarts.push('again') });
  const scripted = scriptedPrinter({ state: 'confirmed', printer: 'front', kept: Buffer.from('png') });
  const counted = { looks: 0, checks: 0, bugs: 0 };
  const home = mkdtempSync(join(tmpdir(), 'foyer-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const look = async () => {
    counted.looks += 1;
    return health;
  };
  const exports = createExports({ home, data, platform: 'linux' });
  const office: Office = {
    ...{ administration, exports, outOfOrder: openOutOfOrder(data) },
    health: {
      ...{ hear: () => {}, look, supportReport: async () => '{}' },
      writeReport: async () => exports.write('foyer-report.json', '{}'),
    },
    adminDoor: openDoor(data, clock, { onlyAdmins: true }),
    drawBadge: (content) => drawPreview(content, { assets: join(root, 'assets'), drawing: {} }),
    check: async () => {
      counted.checks += 1;
      return { works: true, text: 'a table' };
    },
  };
  const makePage = kioskPages({
    ...{ office, printer: scripted.printer, clock },
    cameAs: () => more.cameAs,
    note: (operation, by) => noted.push([operation, by]),
    show: () => {},
    bug: () => {
      counted.bugs += 1;
    },
  });
  let page = makePage();
  const shown = () => kioskPageSchema.parse(page.shown('en'));
  const wish = (intent: Intent) => page.carryOut(intentSchema.parse(intent), clock.wall());
  const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 10_000, interval: 10 }).toBe(true);
  const enter = async (pin: string) => {
    wish({ kind: 'adminPin', pin });
    await until(() => {
      const { administration: door } = shown();
      return door.state === 'open' || door.pin !== 'looking';
    });
    return shown().administration;
  };
  return {
    ...{
      given,
      data,
      pins,
      administration,
      office,
      counted,
      noted,
      restarts,
      pass,
      shown,
      wish,
      until,
      enter,
      printed: scripted.printed,
    },
    turnAway: () => page.close(),
    turnBack: () => {
      page = makePage();
    },
  };
}

/** Everything that only an administrator may want, each so that it would change or tell something. */
const administrative: Intent[] = [
  { kind: 'changeSettings', changes: { FOYER_BUILDING: '99' } },
  { kind: 'exportSettings' },
  { kind: 'importSettings', path: '/etc/hostname' },
  { kind: 'importText', text: '{"FOYER_BUILDING":"98"}' },
  { kind: 'restart' },
  { kind: 'setPin', name: 'Mallory', pin: '918273', isAdmin: true },
  { kind: 'removePin', name: 'Robin Example' },
  { kind: 'previewBadge' },
  { kind: 'testBadge' },
  { kind: 'checkConnection' },
];

describe('administration without an administrator’s PIN', () => {
  it.each(administrative.map((intent) => [intent.kind, intent] as const))('WIN-12 refuses %s', async (_, intent) => {
    const { data, pins, wish, shown, restarts, counted, printed, noted } = await kiosk();
    const before = [readFileSync(join(data, 'settings.json'), 'utf8'), JSON.stringify(peopleWithPin(pins))];
    wish(intent);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([readFileSync(join(data, 'settings.json'), 'utf8'), JSON.stringify(peopleWithPin(pins))]).toEqual(before);
    expect([restarts, printed, counted.checks, counted.bugs, noted]).toEqual([[], [], 0, 0, []]);
    expect(shown()).toMatchObject({ administration: { state: 'closed' }, busy: [] });
    expect(shown().told).toBeUndefined();
  });

  it('IPC-7 a thousand of them do nothing, and neither block the page nor what staff may do', async () => {
    const { data, wish, shown, restarts, printed, until } = await kiosk();
    const before = readFileSync(join(data, 'settings.json'), 'utf8');
    for (let count = 0; count < 1_000; count += 1) wish(administrative[count % administrative.length] as Intent);
    wish({ kind: 'outOfOrder', isOut: true });
    for (let count = 0; count < 1_000; count += 1) wish({ kind: 'writeReport' });
    await until(() => shown().told?.of === 'report');
    expect(shown()).toMatchObject({ isOutOfOrder: true, told: { of: 'report', number: 2 } });
    expect([readFileSync(join(data, 'settings.json'), 'utf8'), restarts, printed]).toEqual([before, [], []]);
  });

  it('WIN-12 IPC-7 a PIN of staff is a wrong one, its tries are counted apart, and only one is looked at', async () => {
    const { enter, wish, shown, data, until } = await kiosk();
    expect(await enter(staffPin)).toMatchObject({ state: 'closed', pin: 'wrong' });
    for (let count = 0; count < 1_000; count += 1) wish({ kind: 'adminPin', pin: '111222' });
    await until(() => JSON.stringify(shown().administration).includes('wrong'));
    expect(JSON.parse(readFileSync(join(data, 'admin-tries.json'), 'utf8'))).toEqual({ wrong: 2 });
    expect(await enter('111222')).toMatchObject({ pin: 'wrong', wait: 5 });
    expect(await enter(adminPin)).toMatchObject({ state: 'closed', pin: 'wait', wait: 5 });
  });

  it('says that nobody is an administrator, and asks nobody then', async () => {
    const { shown } = await kiosk({ admins: false });
    expect(shown().administration).toEqual({ state: 'closed', exists: false, pin: 'asking' });
  });
});

describe('an administrator', () => {
  it('IPC-5 sees settings and people; no secret, PIN or hash crosses', async () => {
    const { enter, shown, pins, wish, until, administration } = await kiosk();
    administration.change({ FOYER_PROXY: 'http://kiosk:canary-pass@proxy.example:3128' });
    expect(await enter(adminPin)).toMatchObject({ state: 'open', name: 'Clara Mendes' });
    wish({ kind: 'changeSettings', changes: { FOYER_TOKEN: 'canary-token-new', FOYER_BUILDING: '8' } });
    expect(shown().told).toEqual({ of: 'settings', number: 1 });
    wish({ kind: 'setPin', name: 'Noa Example', pin: '918273', isAdmin: false });
    await until(() => shown().told?.of === 'pinSet');
    const told = JSON.stringify(shown());
    const { people } = JSON.parse(readFileSync(pins, 'utf8')) as { people: { hash: string }[] };
    for (const secret of ['canary', adminPin, staffPin, '918273', ...people.map(({ hash }) => hash)])
      expect(told).not.toContain(secret);
    expect(told).toContain('Noa Example');
  });

  it('is told which setting is wrong, and nothing is changed; what fits waits for a restart', async () => {
    const { enter, shown, wish, restarts, data } = await kiosk();
    await enter(adminPin);
    const before = readFileSync(join(data, 'settings.json'), 'utf8');
    wish({ kind: 'changeSettings', changes: { FOYER_BUILDING: '8', FOYER_RETENTION: 'for ever' } });
    expect(shown().told).toMatchObject({ of: 'settings', fault: { name: 'FOYER_RETENTION' } });
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe(before);
    wish({ kind: 'changeSettings', changes: { FOYER_BUILDING: '8', FOYER_RETENTION: '48' } });
    const { administration } = shown();
    if (administration.state !== 'open') throw new Error('closed');
    expect(administration.settings.find(({ name }) => name === 'FOYER_BUILDING')).toMatchObject({
      value: '7',
      next: { value: '8' },
    });
    wish({ kind: 'restart' });
    expect([shown().told, restarts]).toEqual([{ of: 'restart', number: 3, isRestarting: true }, ['again']]);
  });

  it('exports and imports; what is no file of settings changes nothing', async () => {
    const { enter, shown, wish, data } = await kiosk();
    await enter(adminPin);
    wish({ kind: 'exportSettings' });
    const { told } = shown();
    if (told?.of !== 'export' || told.path === undefined) throw new Error('not written');
    expect(readFileSync(told.path, 'utf8')).not.toContain('canary');
    for (const text of ['nothing', '{"FOYER_TOKEN":"x"}', '{"PATH":"/"}']) {
      wish({ kind: 'importText', text });
      expect(shown().told).toMatchObject({ of: 'import', fault: {} });
    }
    for (const path of ['settings.json', '/nowhere/at/all.json', data]) {
      wish({ kind: 'importSettings', path });
      expect(shown().told).toMatchObject({ of: 'import', fault: { name: 'settings' } });
    }
    writeFileSync(told.path, '{"FOYER_BUILDING":"12"}');
    wish({ kind: 'importSettings', path: told.path });
    expect(shown().told).toEqual({ of: 'import', number: 8 });
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).toContain('"12"');
  });

  it('has everything that was changed or taken out noted under their name, and nothing that was refused', async () => {
    const { enter, shown, wish, noted, until } = await kiosk();
    wish({ kind: 'outOfOrder', isOut: true });
    await enter(adminPin);
    wish({ kind: 'outOfOrder', isOut: true });
    wish({ kind: 'outOfOrder', isOut: false });
    wish({ kind: 'changeSettings', changes: { FOYER_RETENTION: 'for ever' } });
    wish({ kind: 'changeSettings', changes: { FOYER_TOKEN: 'canary-token-new', FOYER_BUILDING: '8' } });
    wish({ kind: 'exportSettings' });
    wish({ kind: 'importText', text: 'nothing' });
    wish({ kind: 'importText', text: '{"FOYER_BUILDING":"12"}' });
    wish({ kind: 'setPin', name: 'Noa Example', pin: '1', isAdmin: false });
    await until(() => shown().told?.of === 'pinSet');
    wish({ kind: 'setPin', name: 'Noa Example', pin: '918273', isAdmin: false });
    await until(() => noted.some(([{ what }]) => what === 'pinSet'));
    wish({ kind: 'removePin', name: 'Clara Mendes' });
    wish({ kind: 'removePin', name: 'Noa Example' });
    wish({ kind: 'restart' });
    expect(noted).toEqual([
      [{ what: 'outOfOrder' }, undefined],
      ...[
        { what: 'backInService' },
        { what: 'settingsChanged', settings: ['FOYER_TOKEN', 'FOYER_BUILDING'] },
        { what: 'settingsExported' },
        { what: 'settingsImported' },
        { what: 'pinSet', person: 'Noa Example' },
        { what: 'pinRemoved', person: 'Noa Example' },
        { what: 'restarted' },
      ].map((operation) => [operation, 'Clara Mendes']),
    ]);
  });

  it('what takes longer is noted under the name of whoever wanted it, also where they have left by then', async () => {
    const { enter, wish, noted, until } = await kiosk();
    await enter(adminPin);
    wish({ kind: 'setPin', name: 'Noa Example', pin: '918273', isAdmin: false });
    wish({ kind: 'adminLeave' });
    await until(() => noted.length > 0);
    expect(noted).toEqual([[{ what: 'pinSet', person: 'Noa Example' }, 'Clara Mendes']]);
  });

  it('cannot take away the last one; and whose role is gone acts no more', async () => {
    const { enter, shown, wish, pins } = await kiosk();
    await enter(adminPin);
    wish({ kind: 'removePin', name: 'Clara Mendes' });
    expect(shown().told).toMatchObject({ of: 'pinRemoved', why: 'lastAdmin' });
    expect(await setPin(pins, { name: 'Clara Mendes', isAdmin: false }, adminPin)).toBeUndefined();
    wish({ kind: 'changeSettings', changes: { FOYER_BUILDING: '99' } });
    expect(shown()).toMatchObject({ administration: { state: 'closed', exists: false } });
    expect(shown().told).toBeUndefined();
  });

  it('shows what a badge looks like, and nothing goes to a printer', async () => {
    const { enter, shown, wish, printed } = await kiosk();
    await enter(adminPin);
    wish({ kind: 'previewBadge' });
    expect(shown().told).toMatchObject({ of: 'previewBadge', picture: expect.stringMatching(/^data:image\/png;base64,iVBOR/) });
    expect(printed).toEqual([]);
  });

  it('prints a badge for nobody, and has the connection checked, each once at a time', async () => {
    const { enter, shown, wish, printed, counted, until } = await kiosk();
    await enter(adminPin);
    for (let count = 0; count < 10; count += 1) wish({ kind: 'testBadge' });
    expect(shown().busy).toEqual(['testBadge']);
    await until(() => shown().told?.of === 'testBadge');
    expect(shown().told).toMatchObject({
      state: 'confirmed',
      printer: 'front',
      picture: expect.stringMatching(/^data:image\/png/),
    });
    expect(printed).toMatchObject([{ visitor: 'TEST Anna Example', code: 'TEST00' }]);
    for (let count = 0; count < 10; count += 1) wish({ kind: 'checkConnection' });
    await until(() => shown().told?.of === 'check');
    expect([shown().told, counted.checks]).toMatchObject([{ works: true, text: 'a table' }, 1]);
  });

  it('WIN-12 is none any more after five minutes without a touch, by a button, and when the page is left', async () => {
    const { enter, shown, wish, pass, turnAway, turnBack } = await kiosk();
    await enter(adminPin);
    pass(4 * minute);
    wish({ kind: 'stay' });
    pass(4 * minute);
    expect(shown().administration.state).toBe('open');
    pass(minute);
    expect(shown().administration.state).toBe('closed');
    await enter(adminPin);
    wish({ kind: 'adminLeave' });
    expect(shown().administration.state).toBe('closed');
    await enter(adminPin);
    turnAway();
    turnBack();
    expect(shown().administration.state).toBe('closed');
  });

  it('who came through the lobby’s door is one already, until they end it', async () => {
    const { shown, wish, turnAway, turnBack } = await kiosk({ cameAs: 'Clara Mendes' });
    expect(shown().administration).toMatchObject({ state: 'open', name: 'Clara Mendes' });
    turnAway();
    turnBack();
    expect(shown().administration.state).toBe('open');
    wish({ kind: 'adminLeave' });
    turnAway();
    turnBack();
    expect(shown().administration.state).toBe('closed');
  });

  it('is not who came with a PIN of staff, whatever the desk was told', async () => {
    const { shown } = await kiosk({ cameAs: 'Robin Example' });
    expect(shown().administration.state).toBe('closed');
  });
});

describe('how the kiosk is', () => {
  it('is looked at when the page opens, every 15 s, and when asked, until the page is left', async () => {
    const { counted, pass, wish, shown, until, turnAway } = await kiosk();
    await until(() => shown().health !== undefined);
    expect(shown().health?.server.findings).toEqual([{ kind: 'namesUnknown', count: 2 }]);
    wish({ kind: 'lookAtKiosk' });
    wish({ kind: 'lookAtKiosk' });
    expect(counted.looks).toBe(2);
    await new Promise((resolve) => setImmediate(resolve));
    pass(15_000);
    expect(counted.looks).toBe(3);
    await new Promise((resolve) => setImmediate(resolve));
    turnAway();
    pass(minute);
    expect(counted.looks).toBe(3);
  });

  it('the lobby’s switch is there after a restart', async () => {
    const { wish, shown, data } = await kiosk();
    wish({ kind: 'outOfOrder', isOut: true });
    expect(shown()).toMatchObject({ isOutOfOrder: true, told: { of: 'outOfOrder', isKept: true } });
    expect(openOutOfOrder(data).isOutOfOrder()).toBe(true);
    wish({ kind: 'outOfOrder', isOut: false });
    expect(openOutOfOrder(data).isOutOfOrder()).toBe(false);
  });
});
