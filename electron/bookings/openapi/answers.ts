import type { Described } from './described.ts';
import type { Difference } from './difference.ts';
import { type Expected, type Fields, pageOf } from './expected/field.ts';
import { compareFields, pairFields } from './fields.ts';
import type { Shape } from './shape.ts';
import type { AnswerRules } from './translation.ts';

/** Compares what the file says of an answer with what we read. */
export function compareAnswer(
  expected: Expected,
  answer: Described['answer'],
): { rules: AnswerRules; differences: readonly Difference[] } {
  const plain: AnswerRules = { inside: undefined, whole: new Map(), rows: new Map() };
  if (answer === undefined) return { rules: plain, differences: [] };
  if (answer === 'file' || expected.kind === 'file') {
    return { rules: plain, differences: answer === expected.kind ? [] : [{ what: 'answer', kind: kindOf(answer) }] };
  }
  if (expected.kind === 'text') {
    const fits = answer.kind === 'string' || answer.kind === 'unknown';
    return { rules: plain, differences: fits ? [] : [{ what: 'answer', kind: kindOf(answer) }] };
  }
  const inside = wrapperOf(expected, answer);
  const shape = (inside !== undefined && answer.fields.get(inside)) || answer;
  const row = rowOf(expected);
  if (shape.kind === 'array') {
    const { renaming, differences } = compareFields(row, shape.items ?? shape, '[].');
    const other: readonly Difference[] = expected.kind === 'list' ? [] : [{ what: 'answer', kind: 'a bare list' }];
    return { rules: { ...plain, inside, rows: renaming }, differences: [...other, ...differences] };
  }
  if (shape.kind !== 'object') {
    return { rules: plain, differences: shape.kind === 'unknown' ? [] : [{ what: 'answer', kind: kindOf(shape) }] };
  }
  const fields = expected.kind === 'list' ? pageOf(row).fields : expected.fields;
  const { renaming, differences } = compareFields(fields, shape);
  const list = Array.from(renaming.values()).find(({ to }) => to === 'data')?.under;
  const other: readonly Difference[] = expected.kind === 'list' ? [{ what: 'answer', kind: 'a page' }] : [];
  return { rules: { inside, whole: renaming, rows: list ?? new Map() }, differences: [...other, ...differences] };
}

/** How well an answer's fields are those that we read, from 0 to 1; undefined where one of the two says nothing. */
export function answerFit(expected: Expected, answer: Described['answer']): number | undefined {
  if (answer === undefined) return undefined;
  if (answer === 'file' || expected.kind === 'file') return answer === expected.kind ? 1 : 0;
  if (expected.kind === 'text') return answer.kind === 'string' ? 1 : answer.kind === 'unknown' ? undefined : 0;
  if (answer.kind === 'unknown') return undefined;
  const inside = wrapperOf(expected, answer);
  const shape = (inside !== undefined && answer.fields.get(inside)) || answer;
  const single = expected.kind === 'object' ? shape : rowIn(shape);
  if (!single || single.kind === 'array') return 0;
  return single.fields.size === 0 ? undefined : shareOf(rowOf(expected), single);
}

/** The rows of a list, or of a page. */
function rowIn(shape: Shape): Shape | undefined {
  if (shape.kind === 'array') return shape.items;
  const holder = pairFields(pageOf({}).fields, shape).get('data');
  return holder === undefined ? undefined : shape.fields.get(holder)?.items;
}

/** The share of the stated fields that the file has; where the page states next to none, three fields of ours are all that is asked for. */
function shareOf(fields: Fields, shape: Shape): number {
  const pairs = pairFields(fields, shape);
  const stated = Object.keys(fields).filter((name) => fields[name]?.stated);
  const found = stated.filter((name) => pairs.has(name)).length;
  return stated.length > 2 || stated.length === Object.keys(fields).length ? found / stated.length : Math.min(1, pairs.size / 3);
}

const rowOf = ({ kind, fields }: Expected): Fields => (kind === 'page' ? (fields['data']?.under ?? {}) : fields);

/** The one field that holds everything else, where nothing that we read stands beside it. */
function wrapperOf(expected: Expected, shape: Shape): string | undefined {
  if (shape.kind !== 'object') return undefined;
  const fields = expected.kind === 'list' ? pageOf(expected.fields).fields : expected.fields;
  if (pairFields(fields, shape).size > 0) return undefined;
  const inner = Array.from(shape.fields).filter(([, field]) => field.kind === 'object' && pairFields(fields, field).size > 0);
  return inner.length === 1 ? inner[0]?.[0] : undefined;
}

const kindOf = (answer: Shape | 'file'): string => (answer === 'file' ? 'a file' : answer.kind);
