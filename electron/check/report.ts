import type { Answered, Call } from '../bookings/call.ts';
import type { Dialect } from '../bookings/dialect.ts';
import { createFindings, type FindingCounts, type Note } from '../bookings/findings.ts';
import { type Answer, type OperationKey, operationKeys, operationOf } from '../bookings/operations.ts';
import type { ServerFacts } from '../bookings/staff/about-server.ts';
import { failure } from '../contract/failure.ts';
import type { AuthScheme } from '../settings/settings.ts';
import type { Line } from './line.ts';
import { lookAt } from './look.ts';
import { askedInOrder, questionOf } from './questions.ts';
import { outcomeOf, type PathFrom, type Row, type Tried } from './row.ts';
import { isCutOff, type SchemeTried, schemesFrom, schemeToUse, tryScheme } from './schemes.ts';
import { askSite, type SiteRow, type SiteSet, siteNames } from './site.ts';

/** What came of a whole check. Nothing of an answer is in it but what the server says of itself, and numbers. */
export interface Report {
  readonly set: AuthScheme;
  /** The way to send the token that the operations were asked with. */
  readonly used: AuthScheme | undefined;
  readonly schemes: readonly SchemeTried[];
  readonly facts: ServerFacts;
  /** How far the server's clock is ahead. */
  readonly skewMilliseconds?: number;
  readonly rows: readonly Row[];
  /** Of the settings that name something of the server's: those that are set. */
  readonly site: readonly SiteRow[];
  readonly findings: FindingCounts;
}

/**
 * What a check is made of. `pause` is waited for between two questions; `within`: milliseconds for all of it; `step`: told what is asked
 * next, and how many of how many were.
 */
export interface CheckParts {
  readonly set: AuthScheme;
  readonly openLine: (auth: AuthScheme, note: Note) => Line;
  readonly dialect: Dialect;
  readonly pathFrom: (key: OperationKey) => PathFrom;
  readonly now: () => Date;
  readonly clock: () => number;
  readonly pause: () => Promise<void>;
  readonly within: number;
  readonly site: SiteSet;
  readonly step?: (next: string, done: number, all: number) => void;
}

/** Tries each way to send the token, then every operation that changes nothing, once and one after another. Never rejects for an answer. */
export async function checkConnection(parts: CheckParts): Promise<Report> {
  const { set, clock, site } = parts;
  const until = clock() + parts.within;
  const findings = createFindings();
  const schemes = await trySchemes(parts, until);
  const used = schemeToUse(schemes);
  const asked = new Map<OperationKey, Tried>();
  const works = schemes.find(({ auth }) => auth === used) ?? schemes[0];
  if (works) asked.set('system.information', works);
  const { skew, known } = (used && (await askAll(parts, used, until, findings.note, asked))) || {};
  return {
    set,
    used,
    schemes,
    facts: works?.facts ?? {},
    ...(skew !== undefined && { skewMilliseconds: skew }),
    rows: operationKeys.map((key) => rowOf(key, parts, asked.get(key))),
    site: known ?? siteNames(site).map((name) => ({ name, outcome: 'notAsked' })),
    findings: findings.counts(),
  };
}

/** How many questions there are, as far as is known before. */
const allOf = ({ site }: CheckParts): number => 3 + askedInOrder.length + siteNames(site).length;

async function trySchemes(parts: CheckParts, until: number): Promise<readonly SchemeTried[]> {
  const { set, openLine, clock, pause, step } = parts;
  const tried: SchemeTried[] = [];
  for (const auth of schemesFrom(set)) {
    step?.(`system.information (${auth})`, tried.length, allOf(parts));
    const line = openLine(auth, () => {});
    const one = await tryScheme(auth, line, clock, until - clock());
    await line.close();
    tried.push(one);
    if (isCutOff(one)) break;
    await pause();
  }
  return tried;
}

/** Asks everything else; answers how far the server's clock is ahead, and what it knows of the site's own settings. */
async function askAll(
  parts: CheckParts,
  auth: AuthScheme,
  until: number,
  note: Note,
  asked: Map<OperationKey, Tried>,
): Promise<{ readonly skew: number | undefined; readonly known: readonly SiteRow[] }> {
  const { openLine, clock, pause, now, site, step } = parts;
  const line = openLine(auth, note);
  const ids = new Map<OperationKey, string>();
  for (const [place, key] of askedInOrder.entries()) {
    step?.(key, 3 + place, allOf(parts));
    const question = questionOf(key, ids, now(), site.resource);
    const began = clock();
    if (!question || began >= until) {
      asked.set(key, { outcome: { kind: 'notAsked', why: question ? 'timeIsUp' : 'noId' } });
      continue;
    }
    const answer: Answered<Answer<OperationKey>> = await line.call(key, question as never, until - began);
    const { outcome, id } = answer.ok ? lookAt(key, answer.value) : { outcome: outcomeOf(answer.failure) };
    if (id !== undefined) ids.set(key, id);
    const status = line.status();
    asked.set(key, { outcome, milliseconds: Math.round(clock() - began), ...(status !== undefined && { status }) });
    await pause();
  }
  const call = boundedCall(parts, line, until);
  const known = await askSite(site, call, asked, (name, done) => step?.(name, 3 + askedInOrder.length + done, allOf(parts)));
  const skew = line.skewMilliseconds();
  await line.close();
  return { skew, known };
}

/** The line's call with a pause after each answer; nothing is asked when time is up. */
function boundedCall({ clock, pause }: CheckParts, line: Line, until: number): Call {
  return async (key, given) => {
    const left = until - clock();
    if (left <= 0) return failure('bookings.timeout', { operation: key });
    const answer = await line.call(key, given, left);
    await pause();
    return answer;
  };
}

function rowOf(key: OperationKey, { dialect, pathFrom }: CheckParts, tried: Tried | undefined): Row {
  const { method, path } = dialect.place(key);
  const why = operationOf(key).isRead ? 'noAnswer' : 'wouldChange';
  const { outcome, status, milliseconds } = tried ?? { outcome: { kind: 'notAsked', why } as const };
  return {
    operation: key,
    method,
    path,
    pathFrom: pathFrom(key),
    outcome,
    ...(status !== undefined && { status }),
    ...(milliseconds !== undefined && { milliseconds }),
  };
}
