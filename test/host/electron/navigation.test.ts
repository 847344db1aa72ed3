import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { cutNetwork, lockNavigation, returnToPage } from '../../../electron/host/electron/navigation.ts';
import { isOurs, pageUrl, restUrl } from '../../../electron/host/electron/origin.ts';
import { fakeContents, preventable, trickyAddresses } from './fakes.ts';

const roads = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;
// Our own address as well: the page is loaded once, by main.
const addresses = [...trickyAddresses, pageUrl, `${pageUrl}index.html`, `${pageUrl}?again`];

describe('WIN-6 no navigation by any road', () => {
  it.each(roads.flatMap((road) => addresses.map((url) => [road, url] as const)))('WIN-6 %s to %j is prevented', (road, url) => {
    const contents = fakeContents();
    lockNavigation(contents);
    const event = { ...preventable(), url, isMainFrame: true, isSameDocument: false };
    contents.emit(road, event, url);
    expect(event.preventDefault).toHaveBeenCalledTimes(1);
  });

  it.each(addresses)('WIN-6 no window opens for %j', (url) => {
    const contents = fakeContents();
    lockNavigation(contents);
    expect(contents.openHandlers).toHaveLength(1);
    expect(contents.openHandlers[0]?.({ url })).toEqual({ action: 'deny' });
  });

  it('WIN-6 no webview is attached', () => {
    const contents = fakeContents();
    lockNavigation(contents);
    const event = preventable();
    contents.emit('will-attach-webview', event, {}, { src: 'https://evil.example' });
    expect(event.preventDefault).toHaveBeenCalled();
  });

  it('WIN-5 no bluetooth device is chosen', () => {
    const contents = fakeContents();
    lockNavigation(contents);
    const event = preventable();
    const chosen: string[] = [];
    contents.emit('select-bluetooth-device', event, [{ deviceId: 'near', deviceName: 'Speaker' }], (id: string) => chosen.push(id));
    expect(event.preventDefault).toHaveBeenCalled();
    expect(chosen).toEqual(['']);
  });
});

describe('WIN-6 where no event asks first, the page comes back', () => {
  const immediate = () => new Promise((resolve) => setImmediate(resolve));

  it.each(['about:blank', 'about:blank#x', 'about:srcdoc', 'chrome-error://chromewebdata/', 'foyer://app/index.html', ''])(
    'WIN-6 from %j, and not in the middle of the event',
    async (url) => {
      const kiosk = fakeContents();
      returnToPage(kiosk);
      kiosk.emit('did-navigate', {}, url, 200, 'OK');
      expect(kiosk.loaded).toEqual([]);
      await immediate();
      expect(kiosk.loaded).toEqual([pageUrl]);
    },
  );

  it('WIN-6 from an error page of the main frame, not of another', async () => {
    const kiosk = fakeContents();
    returnToPage(kiosk);
    kiosk.emit('did-fail-load', {}, -300, 'ERR_INVALID_URL', 'about:srcdoc', false);
    await immediate();
    expect(kiosk.loaded).toEqual([]);
    kiosk.emit('did-fail-load', {}, -300, 'ERR_INVALID_URL', 'about:srcdoc', true);
    await immediate();
    expect(kiosk.loaded).toEqual([pageUrl]);
  });

  it('WIN-6 WIN-11 the page that stands in is left in peace', async () => {
    const kiosk = fakeContents();
    returnToPage(kiosk);
    kiosk.emit('did-navigate', {}, restUrl, 200, 'OK');
    await immediate();
    expect(kiosk.loaded).toEqual([]);
  });

  it('WIN-6 its own page is left in peace, and one that fails to load is not asked for again without end', async () => {
    const kiosk = fakeContents();
    returnToPage(kiosk);
    kiosk.emit('did-navigate', {}, pageUrl, 200, 'OK');
    kiosk.emit('did-fail-load', {}, -2, 'ERR_FAILED', pageUrl, true);
    await immediate();
    expect(kiosk.loaded).toEqual([]);
  });
});

type BeforeRequest = (details: { url: string; resourceType?: string }, answer: (decision: { cancel: boolean }) => void) => void;

function cut() {
  const handlers: BeforeRequest[] = [];
  const session = Object.assign(new EventEmitter(), {
    webRequest: { onBeforeRequest: (handler: BeforeRequest) => handlers.push(handler) },
  });
  cutNetwork(session as unknown as Session);
  const decide = (url: string) => {
    let decision: { cancel: boolean } | undefined;
    handlers[0]?.({ url }, (given) => {
      decision = given;
    });
    return decision;
  };
  return { session, handlers, decide };
}

describe('WIN-4 the renderer has no network', () => {
  it.each(trickyAddresses)('WIN-4 a request for %j is cancelled', (url) => {
    expect(cut().decide(url)).toEqual({ cancel: true });
  });

  it.each([pageUrl, `${pageUrl}assets/main.js`, `${pageUrl}index.html?x#y`])('WIN-4 a request for %s is not', (url) => {
    expect(cut().decide(url)).toEqual({ cancel: false });
  });

  it('WIN-4 one handler hears of every request: it has no filter', () => {
    expect(cut().handlers).toHaveLength(1);
  });

  it('WIN-7 a download is prevented', () => {
    const { session } = cut();
    const event = preventable();
    session.emit('will-download', event, { getURL: () => pageUrl });
    expect(event.preventDefault).toHaveBeenCalled();
  });
});

describe('our address', () => {
  it.each(trickyAddresses)('%j is not ours', (address) => {
    expect(isOurs(address)).toBe(false);
  });

  it.each([pageUrl, 'foyer://app', 'foyer://app/assets/a.js', 'FOYER://app/'])('%j is', (address) => {
    expect(isOurs(address)).toBe(true);
  });
});
