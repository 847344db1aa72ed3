import { describe, expect, it } from 'vitest';
import { type Advert, advertOf } from '../../electron/finder/advert.ts';
import { foundOnNetwork } from '../../electron/finder/found.ts';
import { suggestionFor, suggestionForQueue } from '../../electron/finder/suggest.ts';

const advert = (over: Partial<Advert>): Advert => ({
  ...{ service: 'pdl-datastream', name: 'Lobby', hosts: ['192.0.2.7'], port: 9100, txt: {} },
  ...over,
});

describe('what could be set for a printer that was heard', () => {
  it.each<[Partial<Advert>, string]>([
    [{ txt: { ty: 'Zebra ZD421-203dpi ZPL' } }, 'zpl+tcp://192.0.2.7?media=104x54'],
    [{ txt: { ty: 'Brother QL-820NWB', pdl: 'application/vnd.brother-hbp' } }, 'brother-ql+tcp://192.0.2.7?media=62'],
    [{ txt: { ty: 'Star TSP143IIILAN' } }, 'star+tcp://192.0.2.7'],
    [{ name: 'EPSON TM-m30III', port: 9101 }, 'escpos+tcp://192.0.2.7:9101'],
    [
      { service: 'ipp', port: 631, txt: { rp: 'ipp/print', pdl: 'image/urf,image/pwg-raster' } },
      'ipp://192.0.2.7/ipp/print?media=62x100',
    ],
    [
      { service: 'ipps', port: 8631, txt: { rp: '/printers/a', pdl: 'application/pdf' } },
      'ipps://192.0.2.7:8631/printers/a?media=62x100',
    ],
    [{ hosts: ['fe80::1', 'fd00::2'], name: 'Zebra' }, 'zpl+tcp://[fd00::2]?media=104x54'],
    [{ hosts: ['zebra.local'], name: 'Zebra' }, 'zpl+tcp://zebra.local?media=104x54'],
  ])('%j', (over, value) => {
    expect(suggestionFor(advert(over))).toEqual({ value });
  });

  it.each<[Partial<Advert>, 'address' | 'language']>([
    [{ txt: { ty: 'HP LaserJet M15w' } }, 'language'],
    [{ service: 'ipp', port: 631, txt: { pdl: 'application/vnd.hp-PCL' } }, 'language'],
    [{ name: 'Zebra', hosts: [] }, 'address'],
    [{ name: 'Zebra', hosts: ['a b'] }, 'address'],
    [{ service: 'ipp', txt: { rp: 'x?media=62 show:', pdl: 'application/pdf' } }, 'address'],
  ])('nothing for %j', (over, why) => {
    expect(suggestionFor(advert(over))).toEqual({ why });
  });

  it.each([
    '169.254.169.254',
    '169.254.7.7',
    '::ffff:169.254.169.254',
    'fe80::1',
    'metadata.google.internal',
    '127.0.0.1',
    '::1',
    '0.0.0.0',
  ])('PRN-12 %s is not suggested', (host) => {
    expect(suggestionFor(advert({ name: 'Zebra', hosts: [host] }))).toEqual({ why: 'address' });
  });

  it('a queue whose name has blanks and signs of an address', () => {
    expect(suggestionForQueue('Front desk 50%?a')).toEqual({ value: 'system:Front%20desk%2050%25%3Fa?media=62x100' });
  });
});

describe('what is taken from the network', () => {
  const came = { type: 'ipp', name: 'Lobby', host: 'lobby.local', port: 631, addresses: ['192.0.2.7'], txt: { rp: 'ipp/print' } };

  it('LOG-3 no text of it moves the cursor or fills the screen', () => {
    const read = advertOf({
      ...came,
      name: `a\u001b[31mb\r\n\u2028\u202ec${'x'.repeat(5_000)}`,
      txt: { ty: '\u0007', other: 'x' },
    });
    expect(read?.name).toMatch(/^a\?\[31mb\?{4}cx{1,111}$/);
    expect(read?.txt).toEqual({ ty: '?' });
  });

  it.each([{ ...came, port: 0 }, { ...came, port: '631' }, { ...came, port: 70_000 }, { ...came, type: 'http' }, {}])(
    '%j is no printer',
    (odd) => {
      expect(advertOf(odd)).toBeUndefined();
    },
  );

  it('names that are not texts, and records that are not there, are passed over', () => {
    expect(advertOf({ type: 'ipp', port: 631, addresses: [7, null], txt: null })).toMatchObject({ name: '?', hosts: [], txt: {} });
    expect(Object.keys(advertOf({ ...came, txt: JSON.parse('{"__proto__":{"rp":"x"}}') })?.txt ?? {})).toEqual([]);
  });

  it('one printer that is heard twice is listed once', () => {
    const read = advertOf(came);
    expect(foundOnNetwork(read ? [read, read] : [])).toHaveLength(1);
  });
});
