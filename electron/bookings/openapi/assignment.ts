import { type OperationKey, operationKeys, operationOf } from '../operations.ts';
import type { Described } from './described.ts';
import { plainName } from './row.ts';
import { pathFit, type Score, scoreOf } from './score.ts';
import type { Shape } from './shape.ts';

/** An operation of the file that serves one of ours; `twins`: how many more times the file describes the same one. */
interface Match {
  readonly described: Described;
  readonly score: Score;
  readonly twins: number;
}

/** Which operation of the file serves which of ours, and which of ours fit several equally well. */
export interface Assignment {
  readonly matches: ReadonlyMap<OperationKey, Match>;
  readonly ambiguous: ReadonlySet<OperationKey>;
}

interface Pair {
  readonly key: OperationKey;
  readonly described: Described;
  readonly score: Score;
  readonly path: number;
}

/** Two scores nearer than this say nothing about which is right. */
const margin = 0.02;

/**
 * The best pairs first, each of ours and each of the file's once. A pair that could be exchanged for another without a loss is no match:
 * guessing would call one operation for another. Twins may be exchanged: of these the one whose path is likest to ours, else the first.
 */
export function assign(file: readonly Described[]): Assignment {
  const pairs = operationKeys.flatMap((key) =>
    file.flatMap((described): Pair[] => {
      const score = scoreOf(key, described);
      return score ? [{ key, described, score, path: pathFit(operationOf(key).path, described.path) }] : [];
    }),
  );
  const chosen = new Map<OperationKey, Pair>();
  const taken = new Map<Described, Pair>();
  // The sort is stable: of equals the first in the file.
  for (const pair of pairs.toSorted((a, b) => b.score.value - a.score.value || b.path - a.path)) {
    if (chosen.has(pair.key) || taken.has(pair.described)) continue;
    chosen.set(pair.key, pair);
    taken.set(pair.described, pair);
  }
  const scores = new Map<OperationKey, Map<Described, number>>(operationKeys.map((key) => [key, new Map()]));
  for (const { key, described, score } of pairs) scores.get(key)?.set(described, score.value);
  const fitOf = (key: OperationKey, described: Described) => scores.get(key)?.get(described) ?? Number.NEGATIVE_INFINITY;

  // One section's twins serve the same; without their section they are only alike.
  const areExchanged = (pair: Pair, other: Described) => pair.score.by.includes('section') && areTwins(other, pair.described);
  const isExchangeable = (pair: Pair) =>
    file.some((other) => {
      if (other === pair.described || fitOf(pair.key, other) < pair.score.value - margin || areExchanged(pair, other)) return false;
      const rival = taken.get(other);
      return !rival || fitOf(rival.key, pair.described) >= rival.score.value - margin;
    });
  // The same the other way round: one of the file's for which two of ours are as good, one of them left without.
  const isContested = (pair: Pair) =>
    operationKeys.some((key) => !chosen.has(key) && fitOf(key, pair.described) >= pair.score.value - margin);

  const matches = new Map<OperationKey, Match>();
  const ambiguous = new Set<OperationKey>();
  for (const pair of chosen.values()) {
    if (isExchangeable(pair) || isContested(pair)) ambiguous.add(pair.key);
    else {
      const { key, described, score } = pair;
      matches.set(key, {
        described,
        score,
        twins: file.filter((other) => other !== described && areTwins(other, described)).length,
      });
    }
  }
  return { matches, ambiguous };
}

/** Is the same operation described twice? In one section, under one title, with the same parameters, body and answer. */
function areTwins(one: Described, other: Described): boolean {
  const signature = signatureOf(one);
  return signature !== undefined && signature === signatureOf(other) && includes(one.answer, other.answer);
}

const signatures = new WeakMap<Described, string | undefined>();

/** What twins have in common but for their answers, worked out once; undefined without a section. */
function signatureOf(described: Described): string | undefined {
  if (!signatures.has(described)) {
    const { tags, method, title, segments, query, body } = described;
    const tag = plainName(tags[0] ?? '');
    const names = [namesIn(query.map(({ name }) => name)), namesOf(body)];
    signatures.set(described, tag === '' ? undefined : [tag, method, plainName(title), segments.length, ...names].join('\n'));
  }
  return signatures.get(described);
}

const namesIn = (names: Iterable<string>): string => [...names].map(plainName).toSorted().join();
const namesOf = (shape: Shape | undefined): string => namesIn(shape?.fields.keys() ?? []);

/** A later version of an answer may have more fields. */
function includes(one: Described['answer'], other: Described['answer']): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  const [few, many] = one.fields.size <= other.fields.size ? [one, other] : [other, one];
  return one.kind === other.kind && [...few.fields.keys()].every((name) => many.fields.has(name));
}
