import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { success } from '../contract/failure.ts';
import { testBadge as badgeForNobody } from '../core/test-badge.ts';
import type { PrinterAddress } from '../printer/address.ts';
import { queuesAt } from '../printer/ipp/queues.ts';
import { createPrinter } from '../printer/printers.ts';
import { type Patience, patience } from '../printer/protocol.ts';
import type { Settings } from '../settings/settings.ts';
import { foundDevices, foundInCups, foundOnNetwork } from './found.ts';
import { type Heard, listenForPrinters } from './mdns.ts';
import { type FinderReport, faultOf, objectOf, type SetPrinter } from './report.ts';
import { linesOf } from './tell.ts';

/** What a run prints, and the exit code that it ends with: 0 or 1. */
export interface FinderRun {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

/** Where to look; other places than the machine's own are for tests. */
export interface Places {
  readonly listen: () => Promise<Heard>;
  readonly cups: URL;
  readonly devices: string;
  readonly times: Patience;
}

const machine: Places = {
  listen: () => listenForPrinters(3_000),
  cups: new URL('http://localhost:631/'),
  devices: '/dev/usb',
  times: patience,
};

/**
 * Looks for printers and asks those of the settings how they are; with `testBadge` prints one on each of them. Sends nothing to a printer
 * that is not set.
 */
export async function runFinder(
  settings: Pick<Settings, 'printers' | 'data' | 'drawing'>,
  options: { readonly json: boolean; readonly testBadge: boolean; readonly assets: string; readonly places?: Partial<Places> },
): Promise<FinderRun> {
  const places = { ...machine, ...options.places };
  const [heard, queues, devices, set] = await Promise.all([
    places.listen(),
    queuesAt(places.cups, places.times),
    foundDevices(places.devices),
    Promise.all(settings.printers.map((address) => lookAt(address, settings, places.times, options))),
  ]);
  const found = [...foundOnNetwork(heard.adverts), ...foundInCups(queues), ...devices];
  const report: FinderReport = { set, found, multicast: heard.works };
  const text = options.json ? JSON.stringify(objectOf(report), undefined, 2) : linesOf(report).join('\n');
  return { text: `${text}\n`, exitCode: faultOf(report) === undefined ? 0 : 1 };
}

async function lookAt(
  address: PrinterAddress,
  { data, drawing }: Pick<Settings, 'data' | 'drawing'>,
  times: Patience,
  { testBadge, assets }: { readonly testBadge: boolean; readonly assets: string },
): Promise<SetPrinter> {
  // A folder of its own: the kiosk that may be running must not take these jobs for what it left behind, nor the other way round.
  const own = join(data, 'test-badges');
  if (testBadge) makeFolder(own);
  const printer = createPrinter({ addresses: [address], data: own, assets, drawing, times });
  try {
    const [report = { name: address.name, failure: 'printer.silent' as const, warnings: [] }] = await printer.report();
    const now = new Date();
    const content = badgeForNobody(now.toISOString().slice(0, 10), now.toTimeString().slice(0, 5));
    const badge = testBadge ? await printer.print(content, () => success(undefined)) : undefined;
    return { report, ...(address.size && { size: address.size }), ...(badge && { badge }) };
  } finally {
    await printer.close();
  }
}

/** Within a data folder that is there; without it a test badge is printed too, and only not known again by the next run. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}
