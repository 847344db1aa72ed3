import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBounded } from '../../electron/settings/bounded.ts';
import { siteOf } from '../../electron/settings/site.ts';

/** What these variables come to: the settings, or the line of the fault. */
function siteWith(environment: Record<string, string>, folder = '/work') {
  const checked = siteOf((name) => (environment[name] ? { name, value: environment[name] } : undefined), folder);
  return checked.ok ? checked.value : `${checked.fault.name}: ${checked.fault.message}`;
}

function folderWith(name: string, content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return folder;
}

it('with nothing set, everything is off', () => {
  expect(siteWith({})).toEqual({ drawing: {}, services: [] });
});

describe('where the server reaches this kiosk, and where to listen', () => {
  it.each([
    ['http://192.168.1.20:8765', undefined, '192.168.1.20', 8765],
    ['http://192.168.1.20', undefined, '192.168.1.20', 80],
    ['http://0xc0a80114:8765', undefined, '192.168.1.20', 8765],
    ['http://localhost:8765/', undefined, '127.0.0.1', 8765],
    ['http://127.0.0.2:8765', undefined, '127.0.0.2', 8765],
    ['http://[fd12::9]:8765/lobby', undefined, 'fd12::9', 8765],
    ['https://kiosk.example.org/lobby', '8765', '127.0.0.1', 8765],
    ['https://kiosk.example.org', '0.0.0.0:8765', '0.0.0.0', 8765],
    ['https://kiosk.example.org', '[::1]:8765', '::1', 8765],
    ['http://kiosk.example.org:81', '10.0.0.9:8081', '10.0.0.9', 8081],
  ])('%s with %s listens on %s %i', (callback, listen, host, port) => {
    expect(siteWith({ FOYER_CALLBACK: callback, ...(listen && { FOYER_CALLBACK_LISTEN: listen }) })).toMatchObject({
      callback: { url: new URL(callback), host, port },
    });
  });

  it.each([
    ['kiosk.example.org', undefined, /^FOYER_CALLBACK: must be an address/],
    ['ftp://192.168.1.20', undefined, /^FOYER_CALLBACK: must be an address/],
    ['http://user:canary@192.168.1.20', undefined, /^FOYER_CALLBACK: must be an address/],
    ['http://192.168.1.20/?canary=1', undefined, /^FOYER_CALLBACK: must be an address/],
    ['http://192.168.1.20/#', undefined, /^FOYER_CALLBACK: must be an address/],
    ['http://192.168.1.999', undefined, /^FOYER_CALLBACK: must be an address/],
    ['http://0.0.0.0:8765', undefined, /^FOYER_CALLBACK: must hold the address at which/],
    ['http://[::]:8765', '8765', /^FOYER_CALLBACK: must hold the address at which/],
    ['http://192.168.1.20:0', undefined, /^FOYER_CALLBACK: must hold the address at which/],
    ['http://kiosk.example.org:8765', undefined, /^FOYER_CALLBACK: must hold the IP address to listen on/],
    ['https://kiosk.example.org', undefined, /^FOYER_CALLBACK_LISTEN: must be set/],
    ['https://kiosk.example.org', '0', /^FOYER_CALLBACK_LISTEN: must be a port/],
    ['https://kiosk.example.org', '65536', /^FOYER_CALLBACK_LISTEN: must be a port/],
    ['https://kiosk.example.org', '999.1.1.1:80', /^FOYER_CALLBACK_LISTEN: must be a port/],
    ['https://kiosk.example.org', '[::canary]:80', /^FOYER_CALLBACK_LISTEN: must be a port/],
    ['https://kiosk.example.org', 'canary:80', /^FOYER_CALLBACK_LISTEN: must be a port/],
    [undefined, '8765', /^FOYER_CALLBACK_LISTEN: needs FOYER_CALLBACK/],
  ])('%s with %s is refused, and not repeated', (callback, listen, line) => {
    const said = siteWith({ ...(callback && { FOYER_CALLBACK: callback }), ...(listen && { FOYER_CALLBACK_LISTEN: listen }) });
    expect(said).toMatch(line);
    expect(said).not.toContain('canary');
  });
});

describe('what a site offers', () => {
  it.each<[Record<string, string>, object]>([
    [{ FOYER_OPENAPI: 'api.json' }, { openapi: '/work/api.json' }],
    [{ FOYER_OPENAPI: '/etc/foyer/api.yaml' }, { openapi: '/etc/foyer/api.yaml' }],
    [
      { FOYER_PROXY: 'http://kiosk:secret@proxy.example.org:3128/' },
      { proxy: new URL('http://kiosk:secret@proxy.example.org:3128') },
    ],
    [{ FOYER_RESOURCE: 'r-12_a' }, { resource: 'r-12_a' }],
    [{ FOYER_KIOSK: '大堂 North' }, { kiosk: '大堂 North' }],
    [{ FOYER_SERVICES: ' 4 ,5,4' }, { services: ['4', '5'] }],
    [{ FOYER_DOOR_CODE: 'badge' }, { doorCode: 'badge' }],
    [{ FOYER_BADGE: 'label-62x29' }, { drawing: { template: 'label-62x29' } }],
    [{ FOYER_BADGE: 'own.svg', FOYER_LOGO: '/logo.png' }, { drawing: { template: '/work/own.svg', logo: '/logo.png' } }],
  ])('%j is taken', (environment, expected) => {
    expect(siteWith(environment)).toEqual({ drawing: {}, services: [], ...expected });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ FOYER_PROXY: 'proxy.example.org:3128' }, /^FOYER_PROXY: must be an address/],
    [{ FOYER_PROXY: 'socks5://canary:1080' }, /^FOYER_PROXY: must be an address/],
    [{ FOYER_PROXY: 'http://proxy/canary' }, /^FOYER_PROXY: must be an address/],
    [{ FOYER_PROXY: 'http://kiosk:canary%@proxy:3128' }, /^FOYER_PROXY: has a name or password that is not percent-encoded/],
    [{ FOYER_PROXY: 'http://k%E9:canary@proxy:3128' }, /^FOYER_PROXY: has a name or password that is not percent-encoded/],
    [{ FOYER_RESOURCE: '1,2' }, /^FOYER_RESOURCE: must be the id/],
    [{ FOYER_RESOURCE: '../canary' }, /^FOYER_RESOURCE: must be the id/],
    [{ FOYER_KIOSK: 'canary\u0007' }, /^FOYER_KIOSK: must be a name/],
    [{ FOYER_KIOSK: `canary${'y'.repeat(60)}` }, /^FOYER_KIOSK: must be a name/],
    [{ FOYER_SERVICES: '1,,2' }, /^FOYER_SERVICES: must be up to 6 ids/],
    [{ FOYER_SERVICES: Array.from({ length: 7 }, (_, place) => place).join() }, /^FOYER_SERVICES: must be up to 6 ids/],
    [{ FOYER_DOOR_CODE: 'canary' }, /^FOYER_DOOR_CODE: must be screen, badge, both/],
  ])('%j is refused, and not repeated', (environment, line) => {
    expect(siteWith(environment)).toMatch(line);
    expect(siteWith(environment)).not.toContain('canary');
  });
});

describe('certificates that are trusted besides', () => {
  const pem = `${rootCertificates[0]}\n`;

  it('are read from the file', () => {
    expect(siteWith({ FOYER_CA: 'site.pem' }, folderWith('site.pem', pem))).toMatchObject({ ca: pem });
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['no certificate', '-----BEGIN PRIVATE KEY-----', /holds no certificate/],
    ['a damaged one', `${pem}${pem.replace(/\n[\w+/]{3}/, '\n')}`, /holds no certificate/],
    ['too much', Buffer.concat([Buffer.from(pem), Buffer.alloc(1024 * 1024)]), /holds no certificate/],
  ])('%s is refused', (_, content, message) => {
    expect(siteWith({ FOYER_CA: 'site.pem' }, folderWith('site.pem', content))).toMatch(message);
  });

  it('a file that is not there, and a folder, are refused', () => {
    expect(siteWith({ FOYER_CA: 'none.pem' })).toMatch(/^FOYER_CA: names a file that cannot be read/);
    expect(siteWith({ FOYER_CA: '.' }, tmpdir())).toMatch(/^FOYER_CA: names a file that cannot be read/);
  });
});

describe('readBounded', () => {
  it('reads a whole file up to the limit, and one byte more of a longer one', () => {
    const folder = folderWith('file', '12345678');
    expect(readBounded(join(folder, 'file'), 8)?.toString()).toBe('12345678');
    expect(readBounded(join(folder, 'file'), 100)?.toString()).toBe('12345678');
    expect(readBounded(join(folder, 'file'), 3)?.toString()).toBe('1234');
    expect(readBounded(join(folder, 'other'), 3)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('a device without an end is cut', () => {
    expect(readBounded('/dev/zero', 1000)).toHaveLength(1001);
  });
});
