import { createBadges } from '../../electron/printer/badge.ts';
import { protocolOf } from '../../electron/printer/printers.ts';
import { fakePrinters } from '../fakes/printers.ts';
import { addressesOf } from '../printer/addresses.ts';
import { assets, content } from '../printer/people.ts';
import { type Figure, timing } from './statistics.ts';

const times = 300;

/** A badge's picture to the bytes of each language, on the paper that it is usually printed on. */
export function measureEncoding(): Figure[] {
  return Object.entries(fakePrinters).map(([language, { address }]) => {
    const [printer] = addressesOf(address(9100));
    if (printer?.kind !== 'bytes') throw new Error('not a printer of bytes');
    const drawn = createBadges({ assets, media: printer.media }).draw(content());
    if (!drawn.ok) throw new Error(drawn.failure.code);
    const { encode } = protocolOf(printer);
    const samples = Array.from({ length: times }, () => {
      const start = performance.now();
      encode(drawn.value);
      return performance.now() - start;
    });
    return timing(`picture to ${language} bytes`, samples, 15);
  });
}
