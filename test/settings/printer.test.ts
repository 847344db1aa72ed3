import { expect, it } from 'vitest';
import { printerOf } from '../../electron/settings/printer.ts';

const check = (value: string): string => {
  const checked = printerOf({ name: 'FOYER_PRINTER', value });
  return checked.ok ? checked.value.href : checked.fault.message;
};

it.each([
  ['show:', 'show:'],
  ['escpos+tcp://printer', 'escpos+tcp://printer:9100?width=576'],
  ['escpos+tcp://Printer.Lobby.example:9200/?width=384', 'escpos+tcp://printer.lobby.example:9200?width=384'],
  ['escpos+tcp://127.0.0.1:4000?width=64', 'escpos+tcp://127.0.0.1:4000?width=64'],
  ['escpos+tcp://127.0.0.1:0080', 'escpos+tcp://127.0.0.1:80?width=576'],
  ['escpos+tcp://[::1]?width=2000', 'escpos+tcp://[::1]:9100?width=2000'],
  ['escpos+tcp://[fd12:3456::9]:9100', 'escpos+tcp://[fd12:3456::9]:9100?width=576'],
  ['escpos+tcp://169.253.1.1', 'escpos+tcp://169.253.1.1:9100?width=576'],
  ['escpos+tcp://0x7f.1', 'escpos+tcp://127.0.0.1:9100?width=576'],
])('%s is taken as %s', (given, expected) => {
  expect(check(given)).toBe(expected);
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
])('PRN-12 a link-local or cloud metadata address is refused in every spelling: %s', (address) => {
  expect(check(`escpos+tcp://${address}?width=576`)).toBe('must not be a link-local or a cloud metadata address');
});

it.each([
  ['escpos+tcp://printer?width=63', /width/],
  ['escpos+tcp://printer?width=577', /multiple of 8/],
  ['escpos+tcp://printer?width=2008', /width/],
  ['escpos+tcp://printer?width=1e2', /width/],
  ['escpos+tcp://printer?width=', /width/],
  ['escpos+tcp://printer?width=576&width=576', /one parameter/],
  ['escpos+tcp://printer?height=5', /one parameter/],
  ['escpos+tcp://printer:0', /port/],
  ['escpos+tcp://printer:65536', /must be escpos/],
  ['escpos+tcp://printer/tray', /must be escpos/],
  ['escpos+tcp://user:secret@printer', /must be escpos/],
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
