import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { cleanText } from './core/text.ts';
import { settingsOf } from './host/surroundings.ts';
import { say, sayFault, wrongSetting } from './host/terminal.ts';
import { prepareFolder } from './settings/folder.ts';
import { pinsIn } from './staff/door.ts';
import { readPinFlags } from './staff/flags.ts';
import { type PinFault, peopleWithPin, removePin, setPin } from './staff/pins.ts';

// `npm start -- --set-pin NAME [--admin]`, `--remove-pin NAME`, `--pins`: who may come from the lobby to the desk, and who may change settings there. Whoever has this machine's account may do it, also
// where every PIN is forgotten, and also while Foyer runs; nothing that is recorded is touched.
const flags = readPinFlags(process.argv.slice(2));
const settings = flags.ok ? settingsOf('browser', flags.value.rest) : flags;
const folder = settings.ok ? prepareFolder(settings.value.data) : settings;
if (!flags.ok || !settings.ok || !folder.ok) {
  // Each carries the fault of the one before.
  if (!folder.ok) sayFault(folder.fault);
  process.exit(wrongSetting);
}
const faults: Readonly<Record<PinFault, string>> = {
  digits: 'a PIN has 6 to 12 digits',
  plain: 'a PIN must not be 111111 or 123456 or the like',
  taken: 'this PIN cannot be had: choose another',
  name: 'a name has at most 60 letters',
  full: 'too many people have a PIN already',
};
const file = pinsIn(settings.value.data);
const { what, name: given, isAdmin } = flags.value;
const name = cleanText(given, 60);

if (what === 'list') {
  for (const person of peopleWithPin(file)) say(person.isAdmin ? `${person.name} (administrator)` : person.name);
} else if (name === '') {
  sayFault({ name: `--${what}-pin`, message: 'needs a name, such as "Clara Mendes"' });
  process.exitCode = wrongSetting;
} else if (what === 'remove') {
  const isRemoved = removePin(file, name);
  say(isRemoved ? `${name} has no PIN any more` : `foyer: nobody of the name ${name} has a PIN`);
  process.exitCode = isRemoved ? 0 : 1;
} else {
  const fault = await setPin(file, { name, isAdmin }, await askPin());
  const role = isAdmin ? 'administrator' : 'staff';
  say(fault === undefined ? `${name} has a PIN (${role})` : `foyer: ${faults[fault]}`);
  process.exitCode = fault === undefined ? 0 : 1;
}

/** A PIN from the terminal, which does not show it; or the first line of what is handed in. */
async function askPin(): Promise<string> {
  const isPerson = process.stdin.isTTY === true;
  if (isPerson) process.stdout.write('PIN (6 to 12 digits, not shown): ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: isPerson });
  const pin = await new Promise<string>((resolve) => {
    lines.once('line', resolve).once('close', () => resolve(''));
  });
  lines.close();
  if (isPerson) process.stdout.write('\n');
  return pin.trim();
}
