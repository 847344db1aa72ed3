import { expect, it } from 'vitest';
import { type JobView, outcomeOfCompleted } from '../../../electron/printer/ipp/job-view.ts';

const well: JobView = { state: 'completed', reasons: ['job-completed-successfully'], begun: 'begun' };

it.each([
  ['ipp://printer.local:631/ipp/print', 'confirmed'],
  ['ipps://192.0.2.7/ipp/print', 'confirmed'],
  ['ipp://localhost:60000/ipp/print', 'confirmed'],
  ['dnssd://Lobby%20Printer._ipp._tcp.local/?uuid=0a1b', 'confirmed'],
  ['dnssd://Lobby%20Printer._ipps._tcp.local/', 'confirmed'],
  // These are port 9100 and LPD, which hand over bytes.
  ['dnssd://Lobby%20Printer._pdl-datastream._tcp.local/?uuid=0a1b', 'sent'],
  ['dnssd://Lobby%20Printer._printer._tcp.local/', 'sent'],
  ['dnssd://Not%20_ipp._tcp._printer._tcp.local/', 'sent'],
  // These are queues of another CUPS, whose word is that it has handed them over.
  ['dnssd://Lobby%20%40%20server._ipp._tcp.local/cups?uuid=0a1b', 'sent'],
  ['ipp://server:631/printers/Lobby', 'sent'],
  ['ipps://server/classes/Any', 'sent'],
  ['implicitclass://Lobby/', 'sent'],
  ['socket://192.0.2.7:9100', 'sent'],
  ['usb://Maker/Model', 'sent'],
  ['', 'sent'],
])('PRN-9 a queue of CUPS before %s that says "well": %s', (device, state) => {
  expect(outcomeOfCompleted(well, { device, raw: false })).toBe(state);
});

it('PRN-9 a printer’s own word confirms', () => {
  expect(outcomeOfCompleted(well, undefined)).toBe('confirmed');
});
