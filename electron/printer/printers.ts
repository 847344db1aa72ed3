import path from 'node:path';
import type { Printer } from '../core/ports.ts';
import type { PrinterAddress, PrinterLanguage } from './address.ts';
import { type Badges, createBadges, type Drawing } from './badge.ts';
import { qlRoll } from './brother-ql/media.ts';
import { createNetworkedQl } from './brother-ql/network.ts';
import { createBrotherQl } from './brother-ql/protocol.ts';
import { snmpPort, statusBySnmp } from './brother-ql/snmp.ts';
import { createBytePrinter } from './byte-printer.ts';
import { openDevice } from './device-line.ts';
import { createEscpos } from './escpos/protocol.ts';
import { createIppPrinter } from './ipp/ipp-printer.ts';
import { ownerIn } from './ipp/owner.ts';
import { mute } from './mute.ts';
import { type Patience, type Protocol, patience } from './protocol.ts';
import { createShowingPrinter } from './show.ts';
import { withSpares } from './spare.ts';
import { createStar } from './star/protocol.ts';
import { createSystemPrinter, queueUrl, type SystemPrinting } from './system.ts';
import { connectTcp } from './tcp-line.ts';
import { createZpl } from './zpl/protocol.ts';

export interface PrinterOptions {
  readonly addresses: readonly PrinterAddress[];
  /** Foyer's own folder, and the one with `badges/` and `fonts/badge/` as real files. */
  readonly data: string;
  readonly assets: string;
  /** What of a badge is the site's own. */
  readonly drawing?: Drawing;
  readonly times?: Patience;
  /** The operating system's own printing, where the host has it: for `system:` where there is no CUPS. */
  readonly printing?: SystemPrinting;
}

/** The printers at these addresses as one: the first prints, the others stand in for it. Where there is none every print fails as `printer.none`. */
export function createPrinter({ addresses, data, assets, drawing, times = patience, printing }: PrinterOptions): Printer {
  const [first, ...spares] = addresses.map((address) => {
    const badges = createBadges({ assets, media: address.media, ...drawing });
    return warmed(printerAt(address, badges, { data, times, printing }), badges);
  });
  return first ? withSpares([first, ...spares]) : none;
}

type Surroundings = Pick<PrinterOptions, 'data'> & { readonly times: Patience; readonly printing: SystemPrinting | undefined };

function printerAt(address: PrinterAddress, badges: Badges, { data, times, printing }: Surroundings): Printer {
  const { name, media, size } = address;
  switch (address.kind) {
    case 'show':
      return createShowingPrinter(badges, path.join(data, 'badges'));
    case 'bytes': {
      const { way } = address;
      const spoken = protocolOf(address);
      return createBytePrinter({
        ...{ name, badges, times },
        protocol: address.answers ? spoken : mute(spoken),
        open: (wait, signal) => (way.kind === 'tcp' ? connectTcp(way, wait, signal) : openDevice(way.path, wait, signal)),
      });
    }
    case 'ipp':
      return createIppPrinter({ name, url: address.url, media, size, badges, times, owner: ownerIn(data) });
    case 'system':
      // CUPS says what became of a job, and Chromium's printing does not: where there is CUPS, it is asked itself.
      return process.platform === 'win32'
        ? createSystemPrinter({ name, queue: address.queue, media, size, badges, times, printing })
        : createIppPrinter({ name, url: queueUrl(address.queue), media, size, badges, times, owner: ownerIn(data) });
  }
}

type ByteAddress = Extract<PrinterAddress, { kind: 'bytes' }>;

const protocols: Readonly<Record<PrinterLanguage, (address: ByteAddress) => Protocol>> = {
  escpos: (address) => {
    const { family } = address;
    if (family === 'star') return createStar();
    return family === 'brother' ? brotherQl(address) : createEscpos(family);
  },
  star: () => createStar(),
  'brother-ql': (address) => brotherQl(address),
  zpl: ({ media }) => createZpl(media),
};

function brotherQl({ size, way }: ByteAddress): Protocol {
  const roll = size && qlRoll(size);
  const setup = { ...(roll && { roll }), switches: way.kind === 'tcp' };
  if (way.kind === 'file') return createBrotherQl(setup);
  return createNetworkedQl(setup, (wait) => statusBySnmp({ host: way.host, port: snmpPort }, wait));
}

/** The language of a printer of bytes. */
export const protocolOf = (address: ByteAddress): Protocol => protocols[address.language](address);

/** A printer whose first badge is drawn soon after the start, when nobody waits for it yet. */
function warmed(printer: Printer, badges: Badges): Printer {
  const timer = setTimeout(() => badges.warmUp(), 500);
  timer.unref();
  return {
    print: printer.print,
    report: printer.report,
    close: () => {
      clearTimeout(timer);
      return printer.close();
    },
  };
}

const none: Printer = {
  print: async () => ({ state: 'failed', failure: { code: 'printer.none' } }),
  report: async () => [],
  close: async () => {},
};
