import { setMaxListeners } from 'node:events';
import path from 'node:path';
import type { Printer, PrintOutcome } from '../core/ports.ts';
import { type Badges, createBadges } from './badge.ts';
import { type Abilities, converse, type Patience, patience } from './conversation.ts';
import { encodeJob } from './escpos.ts';
import { createQueue } from './queue.ts';
import { createShowingPrinter } from './show.ts';
import { connect } from './tcp.ts';

const standardWidth = 576; // 80 mm paper at 203 dpi

/**
 * The printer at an address of `FOYER_PRINTER`: `escpos+tcp://HOST:PORT?width=DOTS`, `show:`, or none, where every print fails as
 * `printer.none`. `data` is Foyer's own folder, `assets` the folder with `badges/` and `fonts/badge/` as real files. The address has been
 * checked by the settings; another scheme here is a bug and throws.
 */
export function createPrinter({
  address,
  data,
  assets,
  times = patience,
}: {
  readonly address: URL | undefined;
  readonly data: string;
  readonly assets: string;
  readonly times?: Patience;
}): Printer {
  if (!address) return { print: async () => failed('printer.none'), close: async () => {} };
  if (address.protocol === 'show:')
    return warmed((badges) => createShowingPrinter(badges, path.join(data, 'badges')), assets, standardWidth);
  if (address.protocol !== 'escpos+tcp:') throw new TypeError('no printer of this scheme');
  const width = Number(address.searchParams.get('width') ?? standardWidth);
  const endpoint = { host: address.hostname.replace(/^\[|\]$/g, ''), port: Number(address.port || 9100) };
  return warmed((badges) => createTcpPrinter(badges, endpoint, times), assets, width);
}

function createTcpPrinter(badges: Badges, endpoint: { host: string; port: number }, times: Patience): Printer {
  const queue = createQueue();
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // one for each waiting job, which may be many
  const abilities: Abilities = { confirms: false };
  return {
    async print(content, beforeFirstByte) {
      const drawn = badges.draw(content);
      if (!drawn.ok) return { state: 'failed', failure: drawn.failure };
      const job = encodeJob(drawn.value);
      const send = async (left: number): Promise<PrintOutcome> => {
        // What would be cut off on the way is better not begun.
        if (left < times.confirm) return failed('printer.silent');
        const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(Math.max(0, Math.floor(left)))]);
        const opened = await connect(endpoint, times.connect, signal);
        if (!opened.ok) return { state: 'failed', failure: opened.failure };
        const connection = opened.value;
        try {
          const outcome = await converse(connection, job, beforeFirstByte, abilities, times);
          if (outcome.state === 'confirmed' || outcome.state === 'sent') connection.close();
          return outcome;
        } finally {
          if (!connection.ended) connection.reset();
        }
      };
      return queue.run(times.job, closing.signal, send, () => failed('printer.silent'));
    },
    close: async () => closing.abort(),
  };
}

/** A printer whose first badge is drawn soon after the start, when nobody waits for it yet. */
function warmed(create: (badges: Badges) => Printer, assets: string, width: number): Printer {
  const badges = createBadges({ assets, media: { width, dpi: 203 } });
  const printer = create(badges);
  const timer = setTimeout(() => badges.warmUp(), 500);
  timer.unref();
  return {
    print: printer.print,
    close: () => {
      clearTimeout(timer);
      return printer.close();
    },
  };
}

const failed = (code: 'printer.none' | 'printer.silent'): PrintOutcome => ({ state: 'failed', failure: { code } });
