import { cleanText } from '../../core/text.ts';
import type { Learned } from '../dialect.ts';
import { type OperationKey, operationOf } from '../operations.ts';
import { checkPaths } from '../paths.ts';
import { compareAnswer } from './answers.ts';
import type { Described } from './described.ts';
import type { Difference } from './difference.ts';
import { expectedAnswers, expectedBody } from './expected.ts';
import { compareFields } from './fields.ts';
import { reversed } from './renaming.ts';
import { parameterIn } from './score.ts';

/** What the file teaches of one operation and where it differs from ours; undefined where its path cannot be called. */
export function learn(
  key: OperationKey,
  described: Described,
): { learned: Learned; differences: readonly Difference[] } | undefined {
  const { segments, query } = operationOf(key);
  const path = segments.reduce((rest, name, place) => rest.replace(`{${described.segments[place]}}`, `{${name}}`), described.path);
  // The same check as for the installer's own paths file.
  const line = `${described.method} ${path}`;
  if (!checkPaths({ [key]: line }).ok) return undefined;

  const differences: Difference[] = [];
  const parameters = new Map<string, string>();
  const theirs = described.query.map(({ name }) => name);
  for (const name of Object.keys(query)) {
    const found = parameterIn(name, theirs);
    if (found === undefined) differences.push({ what: 'parameterMissing', field: name });
    else if (found !== name) {
      parameters.set(name, found);
      differences.push({ what: 'parameterRenamed', field: name, as: cleanText(found, 40) });
    }
  }
  const known = new Set(Object.keys(query).map((name) => parameters.get(name) ?? name));
  for (const { name, required } of described.query) {
    if (required && !known.has(name)) differences.push({ what: 'parameterNeeded', as: cleanText(name, 40) });
  }
  const body = compareBody(key, described);
  const answer = compareAnswer(expectedAnswers[key], described.answer);
  return {
    learned: { line, parameters, body: body.renaming, answer: answer.rules },
    differences: [...differences, ...body.differences, ...answer.differences],
  };
}

function compareBody(key: OperationKey, { body }: Described): { renaming: Learned['body']; differences: readonly Difference[] } {
  const fields = expectedBody(key);
  if (!body || body.fields.size === 0 || Object.keys(fields).length === 0) return { renaming: new Map(), differences: [] };
  const { renaming, differences } = compareFields(fields, body);
  const given = new Set(Object.keys(fields).filter((name) => body.fields.has(name)));
  const missing = Object.keys(fields).filter(
    (name) => !given.has(name) && !Array.from(renaming.values()).some(({ to }) => to === name),
  );
  const needed = [...body.required].filter((name) => !given.has(name) && !renaming.has(name));
  return {
    renaming: reversed(renaming),
    differences: [
      ...differences.flatMap((each) => (each.what === 'renamed' ? [{ ...each, what: 'bodyRenamed' } as const] : [])),
      ...missing.map((field) => ({ what: 'bodyMissing', field }) as const),
      ...needed.map((name) => ({ what: 'bodyNeeded', as: cleanText(name, 40) }) as const),
    ],
  };
}
