import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../fakes/foyer.ts';
import { key } from '../journal/visit-of.ts';
import type { Life } from './life.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';
import { checkIn, checkOut } from './visitor.ts';

/** What leads a process to a named step. */
export interface Scenario {
  /** In a few words, for the table. */
  readonly what: string;
  /** Makes a site of its own ready, before the process is started; absent: any site will do. */
  readonly prepare?: (site: Site) => void | Promise<void>;
  /** What happens at its screen until the process dies; absent: it dies as it starts. */
  readonly play?: (site: Site, life: Life, page: Page) => Promise<unknown>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** By the names of the steps, the first that fits. A step that no pattern fits fails the suite: see `scenarioOf`. */
const scenarios: readonly (readonly [pattern: RegExp, scenario: Scenario])[] = [
  [/^migration\./, { what: 'starts on the journal of an older Foyer', prepare: takeOldJournal }],
  [/^settle\./, { what: 'starts' }],
  [
    /^(record|checkin|print)\./,
    { what: 'a visitor checks in', play: (site, life, page) => checkIn(site, life, page, site.next()) },
  ],
  [/^checkout\./, { what: 'a visitor checks in and out', play: inAndOut }],
];

/** What leads to a step; undefined: nobody has said. */
export const scenarioOf = (name: string): Scenario | undefined => scenarios.find(([pattern]) => pattern.test(name))?.[1];

/** The journal that the first Foyer wrote, and its key. */
function takeOldJournal({ data }: Site): void {
  const journal = join(data, 'journal.db');
  copyFileSync(join(root, 'test/journal/released/version-1.db'), journal);
  chmodSync(journal, 0o600);
  const check = createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, 8);
  writeFileSync(join(data, 'key'), `foyer-key-1:${key}:${check}\n`, { mode: 0o600 });
}

async function inAndOut(site: Site, life: Life, page: Page): Promise<void> {
  const code = site.next();
  await checkIn(site, life, page, code);
  await checkOut(site, life, page, code);
}
