import { isRow } from '../schemas/row.ts';
import { type Renaming, renamed } from './renaming.ts';
import { own } from './row.ts';

/** How an operation's answers are brought to ours: `inside` is the field that wraps all of it, `rows` is for a bare list. */
export interface AnswerRules {
  readonly inside: string | undefined;
  readonly whole: Renaming;
  readonly rows: Renaming;
}

/** An answer with our names in it. */
export function translated(answer: unknown, { inside, whole, rows }: AnswerRules): unknown {
  const wrapped = inside === undefined ? undefined : own(answer, inside);
  const value = isRow(wrapped) || Array.isArray(wrapped) ? wrapped : answer;
  return renamed(value, Array.isArray(value) ? rows : whole);
}
