import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalKey } from '../../electron/settings/secret.ts';
import { exitOf, foyerEnvironment, spawnFoyer } from '../fakes/foyer.ts';
import { openFilling } from './roster.ts';
import { type Figure, quantile } from './statistics.ts';

const rounds = 7;
const server = 'http://127.0.0.1:9/';
const most = 300;

/** How much longer a start takes with 100,000 badges in the roster than with none, in turns; the server is away. */
export async function measureStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-start-'));
  const [full, empty] = [join(folder, 'full'), join(folder, 'empty')];
  try {
    for (const data of [full, empty]) await start(data);
    const key = journalKey({ data: full, journal: join(full, 'journal.db'), kept: 'file', keyring: undefined });
    if (!key.ok) throw new Error(key.fault.message);
    const filling = await openFilling(full, key.value, JSON.stringify([server, undefined]));
    await filling.fill('22');
    filling.close();
    const times: Record<string, number[]> = { [full]: [], [empty]: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const data of [full, empty]) times[data]?.push(await start(data));
    }
    const [withBadges, without] = [quantile(times[full] ?? [], 0.5), quantile(times[empty] ?? [], 0.5)];
    const longer = withBadges - without;
    return [
      {
        name: `start with 100,000 badges in the roster, longer than with none (${without.toFixed(0)} ms), median of ${rounds}`,
        value: `${longer.toFixed(0)} ms`,
        target: `≤ ${most} ms`,
        met: longer <= most,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the process to "foyer ready". */
async function start(data: string): Promise<number> {
  const began = performance.now();
  const environment = { FOYER_SERVER: server, FOYER_TOKEN: 'bench', FOYER_KEY: 'file' };
  const foyer = await spawnFoyer(foyerEnvironment(data, environment));
  if (!foyer.link) throw new Error(foyer.output());
  const took = performance.now() - began;
  foyer.process.kill('SIGTERM');
  await exitOf(foyer.process);
  return took;
}
