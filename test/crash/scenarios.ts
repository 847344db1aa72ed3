import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import type { Intent } from '../../electron/contract/intent.ts';
import { root } from '../fakes/foyer.ts';
import type { Life } from './life.ts';
import type { Page, ScreenOf } from './page.ts';
import { type Part, wholeShift } from './shift.ts';
import type { Site } from './site.ts';
import {
  closeForgotten,
  damageJournal,
  forgetToLeave,
  leaveLongAgo,
  leaveThere,
  loseBadge,
  refuseEvent,
  refuseMail,
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
  /** What staff do at the desk beside the lobby until the process dies, and go on with in the last life. */
  readonly shift?: readonly Part[];
  /** All that is to be handed on is waited for in the last life. */
  readonly isDrained?: true;
  readonly environment?: Readonly<Record<string, string>>;
}

const desk = { FOYER_MODE: 'desk' };
const byMailAlone = { FOYER_WEBHOOK: '', FOYER_WEBHOOK_SECRET: '' };
const byWebhookAlone = { FOYER_MAIL: '', FOYER_MAIL_FROM: '' };
const hastily = { NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'test/crash/hasty.mjs')).href}` };

/** By the names of the steps, all that fit. A step that no pattern fits fails the suite: see `scenariosOf`. */
const scenarios: readonly (readonly [pattern: RegExp, scenario: Scenario])[] = [
  [/^migration\./, { what: 'starts on the journal of an older Foyer', prepare: takeOldJournal }],
  [/^(damage|replaced)\./, { what: 'starts on a damaged journal', prepare: damageJournal }],
  [/^settle\./, { what: 'starts' }],
  [/^roster\./, { what: 'reads the roster' }],
  [/^(record|checkin|print)\./, { what: 'a visitor checks in', play: comeIn }],
  [/^checkout\./, { what: 'a visitor checks in and out', play: comeAndGo }],
  [/^(handOver|outbox\.tried)\./, { what: 'a check-in is handed on', environment: byWebhookAlone, play: comeIn }],
  [/^outbox\.again\./, { what: 'staff send a refused event again', prepare: refuseEvent, environment: desk, play: sendAgain }],
  [/^differ\./, { what: 'the server says that a visitor has left', prepare: leaveThere }],
  [/^decide\./, { what: 'staff decide a difference', prepare: leaveThere, environment: desk, play: decide }],
  [/^close\./, { what: 'closes a forgotten visit, by hasty clocks', prepare: forgetToLeave, environment: hastily }],
  [/^confirm-left\./, { what: 'staff confirm that somebody left', prepare: closeForgotten, environment: desk, play: confirmLeft }],
  [/^reprint\./, { what: 'staff ask for another badge', prepare: loseBadge, environment: desk, play: printAgain }],
  [/^handed-over\./, { what: 'staff hand a badge over', prepare: loseBadge, environment: desk, play: handOver }],
  [/^roll\./, { what: 'staff put in a new roll', environment: desk, play: changeRoll }],
  [/^purge\./, { what: 'takes out names whose time is over', prepare: leaveLongAgo }],
  [
    /^(handOver|outbox\.(tried|begun))\./,
    { what: 'a host is told by e-mail', environment: byMailAlone, play: comeIn, isDrained: true },
  ],
  [
    /^(handOver|outbox\.(tried|begun))\./,
    { what: 'the host of a walk-in is told by e-mail', environment: byMailAlone, shift: ['walkIn'], isDrained: true },
  ],
  [
    /^checkout\./,
    {
      what: 'a visitor leaves before the host is told',
      environment: byMailAlone,
      prepare: refuseMail,
      play: comeAndGo,
      isDrained: true,
    },
  ],
  [
    /^correct\./,
    { what: 'staff undo a check-in before the host is told', prepare: refuseMail, shift: ['undoIn'], isDrained: true },
  ],
  [/^(checkin|print)\./, { what: 'staff let somebody in without a code', shift: ['walkIn', 'note'] }],
  [/^checkin\./, { what: 'staff check in', shift: ['comeIn'] }],
  [/^checkout\./, { what: 'staff check out', shift: ['walkIn', 'goOut'] }],
  [/^note\./, { what: 'staff write a note', shift: ['walkIn', 'note', 'goOut'] }],
  [/^correct\./, { what: 'staff correct a time', shift: ['walkIn', 'time', 'goOut'] }],
  [/^correct\./, { what: 'staff undo a check-out', shift: ['undoOut'] }],
  [/^muster\./, { what: 'staff take a muster', shift: ['walkIn', 'muster'] }],
  [/^muster\.end\./, { what: 'a whole shift at the desk', shift: wholeShift, isDrained: true }],
];

/** What leads to a step, in every way; nothing: nobody has said. */
export const scenariosOf = (name: string): readonly Scenario[] =>
  scenarios.filter(([pattern]) => pattern.test(name)).map(([, scenario]) => scenario);

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
