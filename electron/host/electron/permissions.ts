import type { Session, WebContents } from 'electron';
import { isOurs } from './origin.ts';

/** What the page asks for, as far as the decision needs it; Electron gives different details for different permissions. */
interface Asked {
  readonly mediaTypes?: readonly string[];
  readonly mediaType?: string;
  readonly requestingUrl?: string;
  readonly securityOrigin?: string;
  readonly isMainFrame?: boolean;
}

/** Whether a permission is granted that the page requests: the camera without the microphone, for our page in the kiosk window. */
function grantsRequest(contents: WebContents | null, permission: string, asked: Asked, kiosk?: WebContents): boolean {
  return (
    contents !== null &&
    contents === kiosk &&
    permission === 'media' &&
    asked.mediaTypes?.length === 1 &&
    asked.mediaTypes[0] === 'video' &&
    asked.isMainFrame === true &&
    isOurs(asked.requestingUrl ?? '') &&
    isOurs(asked.securityOrigin ?? asked.requestingUrl ?? '')
  );
}

/** Whether a permission counts as granted when the page asks for its state, or lists cameras. */
function grantsCheck(
  contents: WebContents | null,
  permission: string,
  requestingOrigin: string,
  asked: Asked,
  kiosk?: WebContents,
): boolean {
  return (
    contents !== null &&
    contents === kiosk &&
    permission === 'media' &&
    asked.mediaType === 'video' &&
    asked.isMainFrame !== false &&
    isOurs(requestingOrigin)
  );
}

/** Denies everything but the kiosk's camera in a session (rule WIN-5), or all where there is no kiosk in it: permissions, devices, and capture of the screen. */
export function guardPermissions(session: Session, kiosk?: WebContents): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(grantsRequest(contents, permission, details, kiosk));
  });
  session.setPermissionCheckHandler((contents, permission, requestingOrigin, details) =>
    grantsCheck(contents, permission, requestingOrigin, details as Asked, kiosk),
  );
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  // Without a handler Electron refuses getDisplayMedia.
  session.setDisplayMediaRequestHandler(null);
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
}
