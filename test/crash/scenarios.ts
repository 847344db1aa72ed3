import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { Intent } from '../../electron/contract/screen.ts';
import { root } from '../fakes/foyer.ts';
import type { Life } from './life.ts';
import type { Page, ScreenOf } from './page.ts';
import type { Site } from './site.ts';
import {
  closeForgotten,
  damageJournal,
  forgetToLeave,
  leaveLongAgo,
  leaveThere,
  loseBadge,
  refuseEvent,
  takeOldJournal,
} from './situations.ts';
import { checkIn, checkOut } from './visitor.ts';

/** What leads a process to a named step. */
export interface Scenario {
  /** In a few words, for the table. */
  readonly what: string;
  /** Makes a site of its own ready, before the process is started; absent: any site will do. */
  readonly prepare?: (site: Site) => void | Promise<void>;
  /** What happens at its screen until the process dies; absent: it dies as it starts, or by and by. */
  readonly play?: (site: Site, life: Life, page: Page) => Promise<unknown>;
  readonly environment?: Readonly<Record<string, string>>;
}

const desk = { FOYER_MODE: 'desk' };
const hastily = { NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'test/crash/hasty.mjs')).href}` };

/** By the names of the steps, the first that fits. A step that no pattern fits fails the suite: see `scenarioOf`. */
const scenarios: readonly (readonly [pattern: RegExp, scenario: Scenario])[] = [
  [/^migration\./, { what: 'starts on the journal of an older Foyer', prepare: takeOldJournal }],
  [/^(damage|replaced)\./, { what: 'starts on a damaged journal', prepare: damageJournal }],
  [/^settle\./, { what: 'starts' }],
  [/^roster\./, { what: 'reads the roster' }],
  [/^(record|checkin|print)\./, { what: 'a visitor checks in', play: comeIn }],
  [/^checkout\./, { what: 'a visitor checks in and out', play: comeAndGo }],
  [/^(handOver|outbox\.tried)\./, { what: 'a check-in is handed on', play: comeIn }],
  [/^outbox\.again\./, { what: 'staff send a refused event again', prepare: refuseEvent, environment: desk, play: sendAgain }],
  [/^differ\./, { what: 'the server says that a visitor has left', prepare: leaveThere }],
  [/^decide\./, { what: 'staff decide a difference', prepare: leaveThere, environment: desk, play: decide }],
  [/^close\./, { what: 'closes a forgotten visit, by hasty clocks', prepare: forgetToLeave, environment: hastily }],
  [/^confirm-left\./, { what: 'staff confirm that somebody left', prepare: closeForgotten, environment: desk, play: confirmLeft }],
  [/^reprint\./, { what: 'staff ask for another badge', prepare: loseBadge, environment: desk, play: printAgain }],
  [/^handed-over\./, { what: 'staff hand a badge over', prepare: loseBadge, environment: desk, play: handOver }],
  [/^roll\./, { what: 'staff put in a new roll', environment: desk, play: changeRoll }],
  [/^purge\./, { what: 'takes out names whose time is over', prepare: leaveLongAgo }],
];

/** What leads to a step; undefined: nobody has said. */
export const scenarioOf = (name: string): Scenario | undefined => scenarios.find(([pattern]) => pattern.test(name))?.[1];

async function comeIn(site: Site, life: Life, page: Page): Promise<void> {
  await checkIn(site, life, page, site.next());
}

async function comeAndGo(site: Site, life: Life, page: Page): Promise<void> {
  const code = site.next();
  await checkIn(site, life, page, code);
  await checkOut(site, life, page, code);
}

function sendAgain(_site: Site, _life: Life, page: Page): Promise<void> {
  return atDesk(page, ({ dead }) => (dead.length > 0 ? { kind: 'sendAgain' } : undefined));
}

function decide(_site: Site, _life: Life, page: Page): Promise<void> {
  return atDesk(page, ({ differences: [first] }) => first && { kind: 'decide', difference: first.id, decision: 'theirs' });
}

function confirmLeft(_site: Site, _life: Life, page: Page): Promise<void> {
  return atDesk(page, ({ unconfirmed: [first] }) => first && { kind: 'confirmLeft', visit: first.visitId });
}

function printAgain(_site: Site, _life: Life, page: Page): Promise<void> {
  return atDesk(page, ({ badges: [first] }) => first && { kind: 'printAgain', print: first.id });
}

function handOver(_site: Site, _life: Life, page: Page): Promise<void> {
  return atDesk(page, ({ badges: [first] }) => first && { kind: 'handedOver', print: first.id });
}

function changeRoll(_site: Site, _life: Life, page: Page): Promise<void> {
  return atDesk(page, ({ printers: [first] }) => first && { kind: 'rollChanged', printer: first.name });
}

/** Waits at the desk until there is something to say, and says it. */
async function atDesk(page: Page, wishOf: (screen: DeskScreen) => Intent | undefined): Promise<void> {
  const isReady = (screen: ReturnType<Page['screen']>): screen is ScreenOf<'desk'> =>
    screen.kind === 'desk' && wishOf(screen) !== undefined;
  const screen = await page.until(isReady, 20_000);
  const wish = screen && wishOf(screen);
  if (wish) await page.wish(wish);
}
