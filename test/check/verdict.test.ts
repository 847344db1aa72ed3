import { describe, expect, it } from 'vitest';
import { canary, serveRaw } from '../bookings/web.ts';
import { answers, check, checked, serverOf, settingsFor, visitor, wellReply, wordsOn } from './checked.ts';

const basic = `Basic ${Buffer.from(`${canary}:`).toString('base64')}`;
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('the way to send the token', () => {
  it('that works and is not the one that is set is named, and the rest is asked with it', async () => {
    const web = await serverOf((path, authorization) => (authorization === basic ? wellReply(path) : { status: 401 }));
    const { exitCode, report } = await checked(settingsFor(web.url));
    expect(exitCode).toBe(1);
    expect(report.token).toMatchObject({ set: 'raw', used: 'basic' });
    expect(report.token.tried.map(({ words }) => words)).toEqual(['401 not let in', 'ok, shape fits', '401 not let in']);
    expect(report.reason).toBe('the token is not taken as raw, and is taken as basic: set FOYER_AUTH=basic');
    expect(wordsOn(report, 'visitorManagement.search')).toBe('ok, shape fits');
  });

  it('is found where the server sends whom it does not know to its login page', async () => {
    const login = { status: 302, type: 'text/html', body: '<a href="/login">' };
    const web = await serverOf((path, authorization) => (authorization === basic ? wellReply(path) : login));
    const { report } = await checked(settingsFor(web.url));
    expect(report.reason).toBe('the token is not taken as raw, and is taken as basic: set FOYER_AUTH=basic');
    const lost = await serverOf(() => login);
    const { text, exitCode } = await check(settingsFor(lost.url));
    expect([exitCode, lastLine(text)]).toEqual([1, 'not ok: system.information: 302 a web page or a redirect, no data']);
    expect(lost.seen).toHaveLength(3);
  });

  it('that is set is taken where several work', async () => {
    const web = await serverOf((path) => wellReply(path));
    const settings = settingsFor(web.url);
    const set = { ...settings, server: { ...settings.server, auth: 'bearer' } } as typeof settings;
    const { exitCode, report } = await checked(set);
    expect(exitCode).toBe(0);
    expect(report.token).toMatchObject({ set: 'bearer', used: 'bearer' });
    expect(new Set(web.seen.slice(3).map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${canary}`]));
  });

  it('that the server does not turn away is used even where system information is not for this token', async () => {
    const web = await serverOf((path) => (path.endsWith('information') ? { status: 403 } : wellReply(path)));
    const { exitCode, report } = await checked(settingsFor(web.url));
    expect(exitCode).toBe(1);
    expect(wordsOn(report, 'visitingAppointment.search')).toBe('ok, shape fits');
    expect(report.reason).toBe('system.information: 403 not allowed');
  });
});

describe('a server that cannot be used', () => {
  it('401 for all: wrong, expired, or not allowed from this address; nothing more is asked', async () => {
    const web = await serverOf(() => ({ status: 401 }));
    const { text, exitCode } = await check(settingsFor(web.url));
    expect(exitCode).toBe(1);
    expect(lastLine(text)).toBe('not ok: system.information: 401: the token is wrong, expired, or not allowed from this address');
    expect(lastLine(text).length).toBeLessThanOrEqual(100);
    expect(text).toContain('not asked: no way in');
    expect(web.seen).toHaveLength(3);
  });

  it('a portal is one, and the token is sent to it once', async () => {
    const web = await serverOf(() => ({ type: 'text/html', body: '<html>Sign in</html>' }));
    const { text, exitCode } = await check(settingsFor(web.url));
    expect(exitCode).toBe(1);
    expect(lastLine(text)).toMatch(/^not ok: system\.information: 200 a web page or a redirect, no data$/);
    expect(web.seen).toHaveLength(1);
  });

  it('a server that hangs costs one deadline, not one for each operation', async () => {
    const web = await serverOf(() => 'hang');
    const { report, exitCode } = await checked(settingsFor(web.url), 300);
    expect(exitCode).toBe(1);
    expect(report.reason).toMatch(/^system\.information: no answer in time$/);
    expect(web.seen).toHaveLength(1);
  });

  it('operations that hang cost a deadline each, and no other', async () => {
    const web = await serverOf((path) => (/user|building/.test(path) ? 'hang' : wellReply(path)));
    const { report, exitCode } = await checked(settingsFor(web.url), 500);
    expect(exitCode).toBe(0);
    expect(wordsOn(report, 'user.search')).toBe('no answer in time');
    expect(wordsOn(report, 'building.search')).toBe('no answer in time');
    expect(wordsOn(report, 'visitingAppointment.search')).toBe('ok, shape fits');
  });

  it('one that breaks off is not reachable', async () => {
    const server = await serveRaw((socket) => socket.destroy());
    const { report } = await checked(settingsFor(server.url));
    await server.close();
    expect(report.reason).toBe('system.information: not reachable');
    expect(report.advice).toEqual([expect.stringMatching(/^Not reachable: check FOYER_SERVER/)]);
  });

  it.each([
    ['visitorManagement/v1', 'visitorManagement.search: 404 not found'],
    ['visitingAppointment/v1', 'visitingAppointment.search: 404 not found'],
  ])('without %s no visit works', async (missing, reason) => {
    const web = await serverOf((path) => (path.endsWith(missing) ? { status: 404 } : wellReply(path)));
    const { report, exitCode } = await checked(settingsFor(web.url));
    expect({ exitCode, reason: report.reason }).toEqual({ exitCode: 1, reason });
  });

  it('with a badge that cannot be read no visit works', async () => {
    const web = await serverOf((path) => wellReply(path, { 'visitorManagement/v1': { data: [{ id: 1, state: 'odd' }] } }));
    const { report, exitCode } = await checked(settingsFor(web.url));
    expect({ exitCode, reason: report.reason }).toEqual({
      exitCode: 1,
      reason: 'visitorManagement.search: shape differs: data[0].state',
    });
  });
});

describe('TOK-1 what is never printed', () => {
  it.each([false, true])(
    'TOK-1 the token, even where the server says it back, and nothing of a visitor (json: %s)',
    async (json) => {
      const echo = {
        ...(answers['information'] as object),
        name: `B ${canary}`,
        environment: basic,
        version: `1\u001b[2J${canary}`,
      };
      const web = await serverOf((path, authorization) => wellReply(path, { information: { ...echo, clientName: authorization } }));
      const { text, exitCode } = await check(settingsFor(web.url), { json });
      expect(exitCode).toBe(0);
      expect(text).toContain('[credentials]');
      for (const secret of [
        canary,
        basic.slice(6),
        '\u001b',
        'Canary',
        'CANARY',
        'anary.example',
        '5550123',
        '4711',
        String(visitor.id),
      ])
        expect(text, secret).not.toContain(secret);
    },
  );

  it('TOK-1 the name and password of a proxy', async () => {
    const web = await serverOf(() => ({ status: 401 }));
    const settings = settingsFor(web.url, { proxy: new URL('http://canary-user:canary-password@proxy.example:3128') });
    const { text } = await check(settings, { json: true });
    expect(text).not.toMatch(/canary-/);
  });
});

it('a search whose badges have no code finds nobody: that is no working server', async () => {
  const badge = { id: 31, period: { from: '2026-11-22T09:00:00', to: '2026-11-22T10:00:00' }, state: 0, visitor };
  const web = await serverOf((path) => wellReply(path, { 'visitorManagement/v1': { data: [badge] } }));
  const { exitCode, report } = await checked(settingsFor(web.url));
  expect(exitCode).toBe(1);
  expect(report.reason).toBe('visitorManagement.search: its rows have no registrationCode, so that no visitor can be found');
});
