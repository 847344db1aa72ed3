import { describe, expect, it, vi } from 'vitest';
import { askedHost, chooseHost, hasDisplay, openerOf, reportOf } from '../../electron/start/host.mjs';

const linux = { platform: 'linux', env: { DISPLAY: ':0' }, root: false } as const;
const bare = { ...linux, env: {} };

/** A runtime that is here, can be downloaded, or cannot. */
function runtimeOf(kind: 'here' | 'downloadable' | 'absent') {
  let there = kind === 'here';
  const download = vi.fn(async () => {
    there = kind === 'downloadable';
    return there;
  });
  return { installed: () => (there ? '/opt/electron/electron' : undefined), download };
}

describe('the host that was asked for', () => {
  it.each([
    [[], {}, undefined],
    [['--demo'], { FOYER_HOST: '' }, undefined],
    [[], { FOYER_HOST: 'browser' }, 'browser'],
    [['--host', 'electron'], {}, 'electron'],
    [['--host=electron'], {}, 'electron'],
    [['--host', 'electron'], { FOYER_HOST: 'browser' }, 'electron'],
    [['--host', 'electron', '--host=browser'], {}, 'browser'],
    [['--host'], {}, undefined],
    [['--hostess', 'electron'], {}, undefined],
  ])('%j %j: %s', (flags, env, asked) => {
    expect(askedHost(flags, env)).toBe(asked);
  });
});

describe('a display', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['freebsd', {}, false],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('%s %j: %s', (platform, env, there) => {
    expect(hasDisplay({ platform, env, root: false })).toBe(there);
  });
});

describe('the choice', () => {
  it('is Electron where its runtime and a display are', async () => {
    const runtime = runtimeOf('here');
    expect(await chooseHost(linux, undefined, runtime)).toMatchObject({ host: 'electron', executable: '/opt/electron/electron' });
    expect(runtime.download).not.toHaveBeenCalled();
  });

  it('is Electron where it can be downloaded now', async () => {
    expect(await chooseHost(linux, undefined, runtimeOf('downloadable'))).toMatchObject({ host: 'electron' });
  });

  it('is the browser where it cannot, and says why', async () => {
    expect(await chooseHost(linux, undefined, runtimeOf('absent'))).toEqual({
      host: 'browser',
      why: expect.stringContaining('cannot be downloaded'),
    });
  });

  it('is the browser without a display, and then nothing is downloaded', async () => {
    const runtime = runtimeOf('downloadable');
    expect(await chooseHost(bare, undefined, runtime)).toEqual({ host: 'browser', why: 'there is no display' });
    expect(runtime.download).not.toHaveBeenCalled();
  });

  it('is the browser where it was asked for, whatever is there', async () => {
    expect(await chooseHost(linux, 'browser', runtimeOf('here'))).toEqual({ host: 'browser', why: 'as asked' });
  });

  it('leaves a host that does not exist to the settings, which refuse it', async () => {
    expect(await chooseHost(linux, 'kiosk', runtimeOf('here'))).toMatchObject({ host: 'browser' });
  });

  it.each([
    [bare, runtimeOf('here')],
    [linux, runtimeOf('absent')],
  ])('does not start another host than the one that was asked for', async (machine, runtime) => {
    expect(await chooseHost(machine, 'electron', runtime)).toMatchObject({ host: 'none', fault: expect.any(String) });
  });

  it("says that root runs without Chromium's sandbox", async () => {
    expect(await chooseHost({ ...linux, root: true }, undefined, runtimeOf('here'))).toMatchObject({
      why: expect.stringContaining('root'),
    });
  });
});

it('the link is opened with the means of each system, as one word', () => {
  const link = 'http://127.0.0.1:5/launch?key=a&b';
  expect(openerOf('linux', link)).toEqual(['xdg-open', [link]]);
  expect(openerOf('darwin', link)).toEqual(['open', [link]]);
  expect(openerOf('win32', link)).toEqual(['cmd', ['/c', 'start', '', link]]);
});

it.each([
  [['--check'], 'check'],
  [['--json', '--check=1'], 'check'],
  [['--printers', '--test-badge'], 'printers'],
  [['--printers=x'], 'printers'],
  [['--demo', '--test-badge'], undefined],
])('the report that %j asks for', (flags, report) => {
  expect(reportOf(flags)).toBe(report);
});
