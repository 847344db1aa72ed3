import type { Answered } from '../bookings/call.ts';
import type { Dialect } from '../bookings/dialect.ts';
import { createFindings, type FindingCounts, type Note } from '../bookings/findings.ts';
import { type Answer, type OperationKey, operationKeys, operationOf } from '../bookings/operations.ts';
import type { ServerFacts } from '../bookings/staff/about-server.ts';
import type { AuthScheme } from '../settings/settings.ts';
import type { Line } from './line.ts';
import { lookAt } from './look.ts';
import { askedInOrder, questionOf } from './questions.ts';
import { outcomeOf, type PathFrom, type Row, type Tried } from './row.ts';
import { isCutOff, type SchemeTried, schemesFrom, schemeToUse, tryScheme } from './schemes.ts';

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
  /** The resource that stands for this kiosk. */
  readonly resource?: string | undefined;
  readonly step?: (next: string, done: number, all: number) => void;
}

/** Tries each way to send the token, then every operation that changes nothing, once and one after another. Never rejects for an answer. */
export async function checkConnection(parts: CheckParts): Promise<Report> {
  const { set, clock } = parts;
  const until = clock() + parts.within;
  const findings = createFindings();
  const schemes = await trySchemes(parts, until);
  const used = schemeToUse(schemes);
  const asked = new Map<OperationKey, Tried>();
  const works = schemes.find(({ auth }) => auth === used) ?? schemes[0];
  if (works) asked.set('system.information', works);
  const skew = used && (await askAll(parts, used, until, findings.note, asked));
  return {
    set,
    used,
    schemes,
    facts: works?.facts ?? {},
    ...(skew !== undefined && { skewMilliseconds: skew }),
    rows: operationKeys.map((key) => rowOf(key, parts, asked.get(key))),
    findings: findings.counts(),
  };
}

async function trySchemes(parts: CheckParts, until: number): Promise<readonly SchemeTried[]> {
  const { set, openLine, clock, pause, step } = parts;
  const tried: SchemeTried[] = [];
  for (const auth of schemesFrom(set)) {
    step?.(`system.information (${auth})`, tried.length, 3 + askedInOrder.length);
    const line = openLine(auth, () => {});
    const one = await tryScheme(auth, line, clock, until - clock());
    await line.close();
    tried.push(one);
    if (isCutOff(one)) break;
    await pause();
  }
  return tried;
}

/** Asks everything else; answers how far the server's clock is ahead. */
async function askAll(
  { openLine, clock, pause, now, resource, step }: CheckParts,
  auth: AuthScheme,
  until: number,
  note: Note,
  asked: Map<OperationKey, Tried>,
): Promise<number | undefined> {
  const line = openLine(auth, note);
  const known = new Map<OperationKey, string>();
  for (const [place, key] of askedInOrder.entries()) {
    step?.(key, 3 + place, 3 + askedInOrder.length);
    const question = questionOf(key, known, now(), resource);
    const began = clock();
    if (!question || began >= until) {
      asked.set(key, { outcome: { kind: 'notAsked', why: question ? 'timeIsUp' : 'noId' } });
      continue;
    }
    const answer: Answered<Answer<OperationKey>> = await line.call(key, question as never, until - began);
    const { outcome, id } = answer.ok ? lookAt(key, answer.value) : { outcome: outcomeOf(answer.failure) };
    if (id !== undefined) known.set(key, id);
    const status = line.status();
    asked.set(key, { outcome, milliseconds: Math.round(clock() - began), ...(status !== undefined && { status }) });
    await pause();
  }
  const skew = line.skewMilliseconds();
  await line.close();
  return skew;
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
