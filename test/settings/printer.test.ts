import { expect, it } from 'vitest';
import { printersOf } from '../../electron/settings/printer.ts';

const check = (value: string) => {
  const checked = printersOf({ name: 'FOYER_PRINTER', value });
  return checked.ok ? checked.value : checked.fault.message;
};
const tcp = (host: string, port = 9100) => ({ kind: 'bytes', way: { kind: 'tcp', host, port }, answers: true });

it.each([
  ['escpos+tcp://printer', { ...tcp('printer'), language: 'escpos', name: 'printer:9100', media: { width: 576, dpi: 203 } }],
  [
    'escpos+tcp://Printer.Lobby.example:9200/?width=384',
    { ...tcp('printer.lobby.example', 9200), media: { width: 384, dpi: 203 } },
  ],
  ['escpos+tcp://127.0.0.1:4000?width=64', { ...tcp('127.0.0.1', 4000), media: { width: 64, dpi: 203 } }],
  ['escpos+tcp://127.0.0.1:0080', tcp('127.0.0.1', 80)],
  ['escpos+tcp://[::1]?width=2000', { ...tcp('::1'), name: '[::1]:9100', media: { width: 2000, dpi: 203 } }],
  ['escpos+tcp://[fd12:3456::9]:9100', tcp('fd12:3456::9')],
  ['escpos+tcp://169.253.1.1', tcp('169.253.1.1')],
  ['escpos+tcp://[64:ff9b::192.0.2.7]', tcp('64:ff9b::c000:207')],
  ['escpos+tcp://0x7f.1', tcp('127.0.0.1')],
  ['escpos+tcp://printer?family=custom&status=none&dpi=180', { family: 'custom', answers: false, media: { width: 576, dpi: 180 } }],
  ['star+tcp://printer?width=832&dpi=300', { language: 'star', media: { width: 832, dpi: 300 } }],
  [
    'escpos+file:/dev/usb/lp0?width=384',
    { kind: 'bytes', name: '/dev/usb/lp0', way: { kind: 'file', path: '/dev/usb/lp0' }, media: { width: 384, dpi: 203 } },
  ],
  ['brother-ql+tcp://printer?media=62', { language: 'brother-ql', media: { width: 696, dpi: 300 }, size: { width: 62 } }],
  ['brother-ql+file:/dev/usb/lp1?media=62x29', { media: { width: 696, height: 271, dpi: 300 }, size: { width: 62, height: 29 } }],
  [
    'zpl+tcp://printer?media=104x54',
    { language: 'zpl', media: { width: 824, height: 432, dpi: 203 }, size: { width: 104, height: 54 } },
  ],
  ['zpl+tcp://printer?media=104x54&dpi=300', { media: { width: 1224, height: 638, dpi: 300 } }],
  [
    'ipp://printer/printers/Lobby?media=62x100',
    { kind: 'ipp', name: 'printer/printers/Lobby', url: new URL('http://printer:631/printers/Lobby') },
  ],
  [
    'ipps://printer?media=62x100',
    { kind: 'ipp', url: new URL('https://printer:631/ipp/print'), media: { width: 728, height: 1181, dpi: 300 } },
  ],
  ['system:Lobby%20Printer?media=62x29', { kind: 'system', name: 'Lobby Printer', queue: 'Lobby Printer' }],
  ['show:', { kind: 'show' }],
])('%s is understood', (given, expected) => {
  expect(check(given)).toMatchObject([expected]);
});

it('several are told apart by their order: the first prints, the next one stands in', () => {
  expect(check('brother-ql+tcp://10.0.0.7?media=62x100  escpos+tcp://10.0.0.8')).toMatchObject([
    { name: '10.0.0.7:9100' },
    { name: '10.0.0.8:9100' },
  ]);
  expect(check('escpos+tcp://a escpos+tcp://A:9100')).toMatch(/twice/);
  expect(check('show: show:')).toMatch(/twice/);
  expect(check('ipp://localhost:60000?media=62x29 ipp://localhost:60001?media=62x29')).toMatchObject([
    { name: 'localhost:60000/ipp/print' },
    { name: 'localhost:60001/ipp/print' },
  ]);
  expect(check('ipp://h/printers/a?media=62x29 ipp://h/printers/b?media=62x29')).toMatchObject([
    { name: 'h/printers/a' },
    { name: 'h/printers/b' },
  ]);
  expect(check('system:h?media=62x29 ipp://h?media=62x29')).toMatchObject([{ name: 'h' }, { name: 'h/ipp/print' }]);
  expect(check('ipp://h?media=62x29 ipp://H:0631/ipp/print?media=62x29')).toMatch(/twice/);
  expect(check('ipp://h?media=62x29 ipps://h?media=62x29')).toMatch(/twice/);
  expect(check('system:Front%20desk?media=62x29 ipp://localhost/printers/Front%20desk?media=62x29')).toMatch(/twice/);
  expect(check('escpos+tcp://a escpos+tcp://b escpos+tcp://c escpos+tcp://d escpos+tcp://e')).toMatch(/up to 4/);
  expect(check('   ')).toMatch(/one printer/);
});

it.each([
  '169.254.1.1',
  '169.254.169.254:80',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '169.254.43518',
  '①⑥⑨.254.169.254',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]:9100',
  '[fe80::1]',
  '[FEBF::1]:9100',
  'metadata.google.internal',
  'METADATA.google.internal.',
  '[fd00:ec2::254]',
  '100.100.100.200',
  '168.63.129.16',
  '[::ffff:100.100.100.200]',
  '[fd20:ce::254]',
  '[FD20:00CE:0:0::0254]:9100',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b::a9fe:101]:9100',
  '[0064:FF9B:0:0:0:0:A83F:8110]',
  '[64:ff9b::192.0.0.192]',
])('PRN-12 a link-local or cloud metadata address is refused in every spelling: %s', (address) => {
  const message = 'must not be a link-local or a cloud metadata address';
  expect(check(`escpos+tcp://${address}?width=576`)).toBe(message);
  expect(check(`ipp://${address}/printers/x?media=62x29`)).toBe(message);
  expect(check(`escpos+tcp://printer zpl+tcp://${address}?media=62x29`)).toBe(message);
});

it.each([
  '/etc/passwd',
  '/dev/../etc/passwd',
  '/dev/',
  '/dev',
  'dev/usb/lp0',
  '/dev/usb/../../etc/x',
  '/dev/./x',
  '//dev/usb/lp0',
  '/dev/usb/lp 0',
])('PRN-12 a badge is never written over a file of the machine: %s', (path) => {
  expect(check(`escpos+file:${path}`)).toEqual(expect.any(String));
});

it.each([
  ['escpos+tcp://printer?width=63', /width/],
  ['escpos+tcp://printer?width=577', /multiple of 8/],
  ['escpos+tcp://printer?width=2008', /width/],
  ['escpos+tcp://printer?width=1e2', /width/],
  ['escpos+tcp://printer?width=', /width/],
  ['escpos+tcp://printer?width=576&width=576', /each once/],
  ['escpos+tcp://printer?height=5', /parameters only/],
  ['escpos+tcp://printer?dpi=20', /dpi/],
  ['escpos+tcp://printer?width=576&media=62', /either/],
  ['escpos+tcp://printer?status=off', /status=none/],
  ['escpos+tcp://printer?family=hp', /family of epson, star/],
  ['star+tcp://printer?family=star', /parameters only/],
  ['zpl+tcp://printer', /its media/],
  ['zpl+tcp://printer?media=62x', /media/],
  ['zpl+tcp://printer?media=5x5', /12 to 220/],
  ['brother-ql+tcp://printer?media=61x100', /Brother QL/],
  ['brother-ql+tcp://printer?media=62&dpi=203', /300 dpi/],
  ['ipp://printer/printers/x', /its media/],
  ['system:?media=62x29', /must be escpos/],
  ['system:%20?media=62x29', /name of a printer/],
  ['system:%zz?media=62x29', /name of a printer/],
  ['escpos+tcp://printer:0', /port/],
  ['escpos+tcp://printer:65536', /must be escpos/],
  ['escpos+tcp://printer/tray', /must be escpos/],
  ['escpos+tcp://user:secret@printer', /must be escpos/],
  ['ipp://user:secret@printer/x?media=62x29', /must be escpos/],
  ['escpos+tcp://printer#x', /must be escpos/],
  ['escpos+tcp://', /must be escpos/],
  ['escpos+tcp:printer', /must be escpos/],
  ['escpos+tcp://a b', /must be escpos/],
  ['escpos+tcp://fe80::1', /must be escpos/],
  ['escpos+tcp://[fe80::1%25eth0]', /must be escpos/],
  ['show:me', /must be escpos/],
  ['file:///dev/usb/lp0', /must be escpos/],
  ['http://printer:9100', /must be escpos/],
  ['printer', /must be escpos/],
])('%s is refused, and not repeated', (given, message) => {
  expect(check(given)).toMatch(message);
  expect(check(given)).not.toContain('secret');
});
