import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardPermissions } from '../../../electron/host/electron/permissions.ts';
import { fakeContents, preventable, trickyAddresses } from './fakes.ts';

/** Every permission that Electron names, read from the types it ships with, and some that it does not. */
const declarations = readFileSync(new URL('../../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8');
const declared = (method: string) => {
  const line = declarations.split('\n').find((text) => text.includes(`${method}(handler:`)) ?? '';
  return [...(/permission: ([^,)]*)/.exec(line)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map((match) => String(match[1]));
};
const permissions = [
  ...new Set([
    ...declared('setPermissionRequestHandler'),
    ...declared('setPermissionCheckHandler'),
    ...['unknown', '', 'camera', 'videoCapture', 'accessibility-events', 'background-sync', 'nfc', 'toString'],
  ]),
];

type RequestHandler = (
  contents: WebContents | null,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: WebContents | null, permission: string, origin: string, details: object) => boolean;

function guarded() {
  const kiosk = fakeContents();
  const handlers: {
    request?: RequestHandler;
    check?: CheckHandler;
    device?: () => boolean;
    display?: unknown;
    pairing?: (details: object, answer: (response: object) => void) => void;
  } = {};
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: RequestHandler) => Object.assign(handlers, { request: handler }),
    setPermissionCheckHandler: (handler: CheckHandler) => Object.assign(handlers, { check: handler }),
    setDevicePermissionHandler: (handler: () => boolean) => Object.assign(handlers, { device: handler }),
    setDisplayMediaRequestHandler: (handler: unknown) => Object.assign(handlers, { display: handler }),
    setBluetoothPairingHandler: (handler: NonNullable<typeof handlers.pairing>) => Object.assign(handlers, { pairing: handler }),
  });
  guardPermissions(session as unknown as Session, kiosk);
  return {
    kiosk,
    session,
    handlers,
    request(contents: WebContents | null, permission: string, details: object) {
      const answers: boolean[] = [];
      handlers.request?.(contents, permission, (granted) => answers.push(granted), details);
      expect(answers).toHaveLength(1);
      return answers[0];
    },
    check: (contents: WebContents | null, permission: string, origin: string, details: object) =>
      handlers.check?.(contents, permission, origin, details),
  };
}

const ours = { requestingUrl: 'foyer://app/', securityOrigin: 'foyer://app/', isMainFrame: true };
const camera = { ...ours, mediaTypes: ['video'] };
const cameraState = { ...ours, mediaType: 'video' };

it("WIN-5 the list of permissions is Electron's own", () => {
  expect(permissions).toEqual(
    expect.arrayContaining(['media', 'geolocation', 'openExternal', 'fullscreen', 'clipboard-read', 'usb', 'hid', 'serial']),
  );
});

describe('WIN-5 the camera, for the kiosk page alone', () => {
  it('WIN-5 is granted', () => {
    const { kiosk, request, check } = guarded();
    expect(request(kiosk, 'media', camera)).toBe(true);
    expect(check(kiosk, 'media', 'foyer://app', cameraState)).toBe(true);
    expect(check(kiosk, 'media', 'foyer://app/', cameraState)).toBe(true);
  });

  it.each([
    ['with the microphone', { ...camera, mediaTypes: ['video', 'audio'] }],
    ['as the microphone', { ...camera, mediaTypes: ['audio'] }],
    ['twice', { ...camera, mediaTypes: ['video', 'video'] }],
    ['of no kind', { ...camera, mediaTypes: [] }],
    ['without a kind', ours],
    ['in a sub-frame', { ...camera, isMainFrame: false }],
    ['with nothing said', {}],
  ])('WIN-5 is denied %s', (_name, details) => {
    const { kiosk, request } = guarded();
    expect(request(kiosk, 'media', details)).toBe(false);
  });

  it.each(['audio', 'unknown', '', undefined])('WIN-5 the state of media %j is denied', (mediaType) => {
    const { kiosk, check } = guarded();
    expect(check(kiosk, 'media', 'foyer://app', { ...ours, mediaType })).toBe(false);
  });

  it.each(trickyAddresses)('WIN-5 is denied at %j', (address) => {
    const { kiosk, request, check } = guarded();
    expect(request(kiosk, 'media', { ...camera, requestingUrl: address })).toBe(false);
    expect(request(kiosk, 'media', { ...camera, securityOrigin: address })).toBe(false);
    expect(check(kiosk, 'media', address, cameraState)).toBe(false);
  });

  it('WIN-5 is denied to another window and to none', () => {
    const { request, check } = guarded();
    for (const contents of [null, fakeContents()]) {
      expect(request(contents, 'media', camera)).toBe(false);
      expect(check(contents, 'media', 'foyer://app', cameraState)).toBe(false);
    }
  });
});

describe('WIN-5 everything else is denied', () => {
  it.each(permissions.filter((permission) => permission !== 'media'))('WIN-5 %j', (permission) => {
    const { kiosk, request, check } = guarded();
    for (const contents of [kiosk, fakeContents(), null]) {
      expect(request(contents, permission, camera)).toBe(false);
      expect(check(contents, permission, 'foyer://app', cameraState)).toBe(false);
    }
  });

  it('WIN-5 devices, pairing, and capture of the screen', () => {
    const { handlers } = guarded();
    expect(handlers.device?.()).toBe(false);
    expect(handlers.display).toBeNull();
    const answers: object[] = [];
    handlers.pairing?.({ pairingKind: 'confirm' }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ confirmed: false }]);
  });

  it.each([
    ['select-hid-device', (choose: unknown) => [{ deviceList: [{ deviceId: 'x' }] }, choose], [null]],
    ['select-serial-port', (choose: unknown) => [[{ portId: 'x' }], {}, choose], ['']],
    ['select-usb-device', (choose: unknown) => [{ deviceList: [{ deviceId: 'x' }] }, choose], []],
  ])('WIN-5 %s chooses nothing', (name, wordsFor, expected) => {
    const { session } = guarded();
    const event = preventable();
    const chosen: unknown[][] = [];
    session.emit(name, event, ...wordsFor((...given: unknown[]) => chosen.push(given)));
    expect(event.preventDefault).toHaveBeenCalled();
    expect(chosen).toEqual([expected]);
  });
});
