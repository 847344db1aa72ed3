import { createInterface } from 'node:readline';
import { failure, success } from '../../../electron/contract/failure.ts';
import { machineClock } from '../../../electron/effects/clock.ts';
import { carryOut, type EffectParts } from '../../../electron/effects/effect.ts';
import { openJournal } from '../../../electron/journal/open.ts';
import { createPrinter } from '../../../electron/printer/printers.ts';
import { printersOf } from '../../../electron/settings/printer.ts';
import { at, contentOf, visitOf } from './visit.ts';

// What a kiosk does of a visit from the check-in to the end of its print, in a process that can be killed. It is told what to do line by line
// (JSON) and says line by line what has become true.
const [file = '', assets = '', printers = ''] = process.argv.slice(2);
const opened = openJournal({ file, key: Buffer.alloc(32, 7), kiosk: 'foyer-test00' });
const addresses = printersOf({ name: 'FOYER_PRINTER', value: printers });
if (!opened.ok || !addresses.ok) throw new Error('the child does not start');
const journal = opened.value;
journal.settle(machineClock.wall());
const times = { connect: 1_500, answer: 500, confirm: 700, job: 5_000 };
const printer = createPrinter({ addresses: addresses.value, data: '/nowhere', assets, times });

const say = (what: object): void => {
  process.stdout.write(`${JSON.stringify(what)}\n`);
};
const parts: EffectParts = {
  ...{ journal, printer, clock: machineClock, slip: false, withinMs: 120_000 },
  log: { log: () => {}, close: () => {} },
  bookings: {
    systemInformation: async () => failure('bookings.unreachable'),
    findVisit: async () => failure('bookings.unreachable'),
    doorCode: async () => success(undefined),
    services: async () => success([]),
    hostsNamed: async () => success([]),
    dayCounts: async () => failure('bookings.unreachable'),
    close: async () => {},
  },
  roster: { find: async () => success([]), status: () => ({ badges: 0 }) },
  connection: { isOnline: () => false, slow: () => {} },
};

async function print(number: number): Promise<void> {
  const printId = `print-${number}`;
  const entry = { visitId: `visit-${number}`, visit: visitOf(number), at, basis: { from: 'server' } as const, printId };
  if (!journal.checkIn(entry).ok) throw new Error('the check-in is not kept');
  say({ recorded: number });
  await carryOut({ type: 'print', session: number, printId, content: contentOf(number) }, parts, (event) => {
    if (event.type === 'printed') say({ printed: number, state: event.outcome.state });
  });
}

function tell(number: number): void {
  const prints = journal.prints(`visit-${number}`);
  if (!prints.ok) throw new Error('the journal cannot be read');
  say({ told: number, states: prints.value.map(({ state }) => state) });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { print: wanted, tell: asked } = JSON.parse(line) as { print?: number; tell?: number };
  if (wanted !== undefined) void print(wanted);
  if (asked !== undefined) tell(asked);
});
say({ ready: true });
