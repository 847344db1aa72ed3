import { join } from 'node:path';
import type { PrinterLanguage } from '../../../electron/printer/address.ts';
import { createBadges } from '../../../electron/printer/badge.ts';
import type { Picture } from '../../../electron/printer/picture.ts';
import { root } from '../../fakes/foyer.ts';
import { type Machine, wellMachine } from '../../fakes/machine.ts';
import { fakePrinters } from '../../fakes/printers.ts';
import { addressesOf } from '../../printer/addresses.ts';
import { createRandom, type Random } from '../random.ts';
import { type Fault, faultOf } from './faults.ts';
import { type Kiosk, openKiosk, type Said } from './kiosk.ts';
import { lies } from './truth.ts';
import { contentOf, visitOf } from './visit.ts';

/** One print and what was wrong with it. */
export interface Told {
  readonly name: string;
  readonly said: Said;
  readonly broken: readonly string[];
}

/** What is printed of visitors whose printers have troubles. `spare`: the language of a second printer, where there is one. */
export interface Run {
  readonly language: PrinterLanguage;
  readonly spare?: PrinterLanguage;
  readonly jobs: number;
  readonly seed: number;
  readonly tell: (told: Told) => void;
}

/** Every language alone and with a spare, so many badges in all. `only`: one language. */
export async function runAllPrinting({
  seed,
  jobs,
  only,
  tell,
}: {
  readonly seed: number;
  readonly jobs: number;
  readonly only?: string | undefined;
  readonly tell: (where: string, told: Told) => void;
}): Promise<{ rounds: number; failed: number }> {
  const languages = (Object.keys(fakePrinters) as PrinterLanguage[]).filter((language) => only === undefined || language === only);
  const runs = languages.flatMap((language) => [{ language }, { language, spare: 'escpos' as const }]);
  const total = { rounds: 0, failed: 0 };
  for (const [index, run] of runs.entries()) {
    const share = Math.floor((jobs * (index + 1)) / runs.length) - Math.floor((jobs * index) / runs.length);
    const where = 'spare' in run ? `${run.language} and ${run.spare}` : run.language;
    const came = await runPrinting({ ...run, jobs: share, seed: seed + index, tell: (told) => tell(where, told) });
    total.rounds += came.rounds;
    total.failed += came.failed;
  }
  return total;
}

interface Place {
  readonly fake: Machine;
  readonly address: string;
  readonly draw: (number: number) => Picture;
  /** Jobs that have been looked at. */
  looked: number;
}

/**
 * Prints so many badges, one after the other, each with a fault by chance, on real TCP printers from a kiosk that is a process of its own, and
 * holds what it says against what came out. Answers how many there were and how many of them were a lie, of any kind.
 */
export async function runPrinting({ language, spare, jobs, seed, tell }: Run): Promise<{ rounds: number; failed: number }> {
  const random = createRandom(seed);
  const places = [await placeOf(language), ...(spare ? [await placeOf(spare)] : [])];
  const kiosk = await openKiosk(places.map(({ address }) => address).join(' '));
  const total = { rounds: 0, failed: 0 };
  try {
    // The first one is well: a printer that has confirmed once is expected to confirm.
    for (let number = 0; number < jobs; number += 1) {
      const told = await printOne(number, { kiosk, places, random });
      total.rounds += 1;
      if (told.broken.length > 0) total.failed += 1;
      tell(told);
    }
  } finally {
    kiosk.close();
    await Promise.all(places.map(({ fake }) => fake.close()));
  }
  return total;
}

async function placeOf(language: PrinterLanguage): Promise<Place> {
  const fake = await fakePrinters[language].start();
  const text = fakePrinters[language].address(fake.port);
  const [address] = addressesOf(text);
  if (!address) throw new Error('a fake without an address');
  const badges = createBadges({ assets: join(root, 'assets'), media: address.media });
  const draw = (number: number): Picture => {
    const drawn = badges.draw(contentOf(number));
    if (!drawn.ok) throw new Error(drawn.failure.code);
    return drawn.value;
  };
  return { fake, address: text, draw, looked: 0 };
}

async function printOne(
  number: number,
  { kiosk, places, random }: { kiosk: Kiosk; places: readonly Place[]; random: Random },
): Promise<Told> {
  const length = places[0]?.fake.jobs()[0]?.length ?? 0;
  const fault: Fault = number === 0 ? { name: 'none', first: {}, may: ['confirmed'] } : faultOf(random, length, places.length > 1);
  // What came since the last one was looked at is nobody's.
  const phantoms = places.flatMap(({ fake, looked }) => fake.jobs().slice(looked)).map(() => 'something was printed for nobody');
  const before = places.map(({ fake }) => fake.jobs().map((job) => job.length));
  const troubles = [fault.first, fault.spare ?? {}];
  for (const [at, { fake }] of places.entries()) fake.setState({ ...wellMachine, ...troubles[at] });

  const printing = kiosk.print(number);
  const timer = fault.killAfter === undefined ? undefined : setTimeout(kiosk.kill, fault.killAfter);
  const said = await printing;
  clearTimeout(timer);
  const grown = places.flatMap(({ fake }, at) => (before[at] ?? []).filter((size, job) => fake.jobs()[job]?.length !== size));
  for (const { fake } of places) fake.setState(wellMachine);
  const states = await kiosk.states(number);
  // What was on its way when the kiosk gave up or died has come, or never will.
  await new Promise((resolve) => setTimeout(resolve, 15));
  const seen = places.map((place) => {
    const jobs = place.fake.jobs().slice(place.looked);
    place.looked += jobs.length;
    return { paper: place.fake, jobs, expected: place.draw(number) };
  });
  const broken = [
    ...phantoms,
    ...grown.map(() => 'a badge of somebody before got more bytes'),
    ...(await lies({ said, may: fault.may, states, code: visitOf(number).code, seen })),
  ];
  return { name: fault.name, said, broken };
}
