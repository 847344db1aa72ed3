import type { Operation } from '../operations/operation.ts';
import { type OperationKey, operationOf } from '../operations.ts';
import { answerFit } from './answers.ts';
import type { Described } from './described.ts';
import { expectedAnswers, expectedBody, parameterNames } from './expected.ts';
import { plainName } from './row.ts';

/** What speaks for a match. */
export type Evidence = 'section' | 'title' | 'path' | 'parameters' | 'body' | 'answer' | 'method';

/** How well an operation of the file fits one of ours, from 0 to 1, and what speaks for it. */
export interface Score {
  readonly value: number;
  readonly by: readonly Evidence[];
}

const weights: Readonly<Record<Evidence, number>> = {
  section: 4,
  title: 2,
  path: 3,
  parameters: 3,
  body: 3,
  answer: 3,
  method: 1,
};

/** Below this nothing is taken for a match. */
const floor = 0.55;

/**
 * The score of a pair; undefined where it cannot be one: what only reads is asked for with GET, what writes never is, and the path takes
 * as many values as ours.
 */
export function scoreOf(key: OperationKey, described: Described): Score | undefined {
  const operation = operationOf(key);
  if (operation.isRead !== (described.method === 'GET')) return undefined;
  if (operation.segments.length !== described.segments.length) return undefined;
  const section = sectionFit(operation.section, described);
  const title = titleFit(operation.title, described.title);
  const path = pathFit(operation.path, described.path);
  const isPlaced = section >= 0.8 || path >= 0.8;
  // Neither the place nor the title: the shapes, which take the longest to compare, could not make up for it.
  if (!isPlaced && (title ?? 0) < 0.8) return undefined;
  const values: Readonly<Record<Evidence, number | undefined>> = {
    section,
    title,
    path,
    parameters: parameterFit(operation, described),
    body: bodyFit(key, described),
    answer: answerFit(expectedAnswers[key], described.answer),
    method: operation.method === described.method ? 1 : 0,
  };
  let sum = 0;
  let most = 0;
  const by: Evidence[] = [];
  for (const evidence of Object.keys(weights) as Evidence[]) {
    const value = values[evidence];
    if (value === undefined) continue;
    sum += weights[evidence] * value;
    most += weights[evidence];
    if (value >= 0.8 && evidence !== 'method') by.push(evidence);
  }
  const value = sum / most;
  // Without section and path only a title with the same shape behind it is enough.
  const isShaped = by.includes('title') && (by.includes('answer') || by.includes('body'));
  return value >= floor && (isPlaced || isShaped) ? { value, by } : undefined;
}

/** A section is a tag, a part of the path, or the first part of an operation's id, as generators for .NET write it. */
function sectionFit(section: string, { tags, path, id }: Described): number {
  const wanted = plainName(section);
  const found = [...tags, ...path.split('/'), id.split(/[_.]/)[0] ?? ''].map(plainName);
  return found.includes(wanted) ? 1 : 0;
}

const titleFit = (ours: string, theirs: string): number | undefined =>
  theirs.trim() === '' ? undefined : likeness(wordsIn(ours), wordsIn(theirs));

/** How much of the path's parts is the same, but for those that all have; a parameter is one whatever its name. */
export const pathFit = (ours: string, theirs: string): number => likeness(partsOf(ours), partsOf(theirs));

const partsOf = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '' && !/^(api|external|v\d+)$/i.test(part))
    .map((part) => (part.startsWith('{') ? '{}' : plainName(part)));

function parameterFit({ query }: Operation, { query: described }: Described): number | undefined {
  const ours = Object.keys(query);
  const theirs = described.map(({ name }) => name);
  if (ours.length === 0 && theirs.length === 0) return undefined;
  const found = ours.map((name) => parameterIn(name, theirs));
  return (2 * found.filter((name) => name !== undefined).length) / (ours.length + theirs.length);
}

/** What the file calls a parameter of ours; undefined where it does not know it, or two could be it. */
export function parameterIn(name: string, theirs: readonly string[]): string | undefined {
  if (theirs.includes(name)) return name;
  const same = theirs.filter((other) => plainName(other) === plainName(name));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const names = (Object.hasOwn(parameterNames, name) ? (parameterNames[name] ?? []) : []).map(plainName);
  const like = theirs.filter((other) => names.includes(plainName(other)));
  return like.length === 1 ? like[0] : undefined;
}

function bodyFit(key: OperationKey, { body }: Described): number | undefined {
  const ours = Object.keys(expectedBody(key));
  if (ours.length === 0) return body ? 0 : undefined;
  if (!body) return 0;
  return body.fields.size === 0 ? undefined : likeness(ours.map(plainName), [...body.fields.keys()].map(plainName));
}

const wordsIn = (text: string): string[] =>
  text
    .slice(0, 200)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Twice what two lists share over all that they have (Sørensen and Dice). */
function likeness(ours: readonly string[], theirs: readonly string[]): number {
  const rest = [...theirs];
  let shared = 0;
  for (const item of ours) {
    const place = rest.indexOf(item);
    if (place === -1) continue;
    rest.splice(place, 1);
    shared += 1;
  }
  return ours.length + theirs.length === 0 ? 1 : (2 * shared) / (ours.length + theirs.length);
}
