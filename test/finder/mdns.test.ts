import bonjour from 'bonjour-service';
import { afterEach, describe, expect, it } from 'vitest';
import { listenForPrinters } from '../../electron/finder/mdns.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const loopback: object = { interface: '127.0.0.1', bind: '0.0.0.0' };
const publish = (services: readonly { type: string; name: string; port: number; txt?: Record<string, string> }[]) => {
  const responder = new bonjour.Bonjour(loopback, () => {});
  ends.push(() => responder.destroy());
  for (const service of services) responder.publish({ ...service, host: 'foyer-test.local', probe: false });
};

/** Whether a question on loopback reaches a responder on it; some containers have no multicast at all. */
async function hasMulticast(): Promise<boolean> {
  publish([{ type: 'ipp', name: 'foyer probes', port: 1 }]);
  const { adverts } = await listenForPrinters(1_500, '127.0.0.1');
  for (const end of ends.splice(0)) end();
  return adverts.some(({ name }) => name === 'foyer probes');
}

const works = await hasMulticast();
if (!works) console.warn('SKIPPED: mDNS is not tried, for this machine has no multicast on loopback');

describe.skipIf(!works)('printers that tell of themselves', () => {
  it('are heard, each with what it says', async () => {
    publish([
      {
        type: 'pdl-datastream',
        name: 'Foyer test ZD421',
        port: 9100,
        txt: { ty: 'Zebra ZD421', pdl: 'application/vnd.zebra-zpl' },
      },
      { type: 'ipp', name: 'Foyer test label', port: 8631, txt: { rp: 'ipp/print', pdl: 'image/pwg-raster', secret: 'x' } },
      { type: 'http', name: 'Foyer test web page', port: 80 },
    ]);
    const { adverts, works: could } = await listenForPrinters(2_500, '127.0.0.1');
    expect(could).toBe(true);
    const ours = adverts.filter(({ name }) => name.startsWith('Foyer test')).sort((a, b) => a.port - b.port);
    expect(ours).toMatchObject([
      { service: 'ipp', name: 'Foyer test label', port: 8631, txt: { rp: 'ipp/print', pdl: 'image/pwg-raster' } },
      { service: 'pdl-datastream', name: 'Foyer test ZD421', port: 9100, txt: { ty: 'Zebra ZD421' } },
    ]);
    expect(ours[0]?.txt).not.toHaveProperty('secret');
  });

  it('a network full of them does not keep it listening', async () => {
    publish(Array.from({ length: 70 }, (_, at) => ({ type: 'ipp', name: `Foyer crowd ${at}`, port: 1_000 + at })));
    const { adverts } = await listenForPrinters(20_000, '127.0.0.1');
    expect(adverts).toHaveLength(64);
  });
});

it('an address that is not of this machine: nothing is heard, and it ends', async () => {
  expect((await listenForPrinters(300, '203.0.113.9')).adverts).toEqual([]);
});
