import bonjour from 'bonjour-service';
import { type Advert, advertOf, services } from './advert.ts';

const most = 64;

/** What was heard. `works`: whether this machine can listen for multicast at all. */
export interface Heard {
  readonly adverts: readonly Advert[];
  readonly works: boolean;
}

/**
 * Asks the network for printers (mDNS, RFC 6762) and listens for `wait` milliseconds, or until there are as many as anybody has.
 * `address`: of the interface to ask on; the machine's own choice where there is none.
 */
export function listenForPrinters(wait: number, address?: string): Promise<Heard> {
  return new Promise((resolve) => {
    const adverts: Advert[] = [];
    let works = true;
    let finish = () => {};
    // All addresses are bound, for what is sent to a group does not come to a socket of one: https://man7.org/linux/man-pages/man7/ip.7.html
    const options: object = address === undefined ? {} : { interface: address, bind: '0.0.0.0' };
    const mdns = new bonjour.Bonjour(options, () => {
      works = false;
      finish();
    });
    const browsers = services.map((type) =>
      mdns.find({ type }, (service) => {
        const advert = adverts.length < most ? advertOf(service) : undefined;
        if (advert) adverts.push(advert);
        if (adverts.length >= most) finish();
      }),
    );
    // One packet may be lost; three questions hardly are.
    const again = setInterval(
      () => {
        for (const browser of browsers) browser.update();
      },
      Math.ceil(wait / 3),
    );
    const timer = setTimeout(() => finish(), wait);
    finish = () => {
      finish = () => {};
      clearInterval(again);
      clearTimeout(timer);
      mdns.destroy();
      resolve({ adverts, works });
    };
  });
}
