import type { OperationKey } from '../operations.ts';
import { type Difference, wordsOf } from './difference.ts';
import type { Evidence } from './score.ts';

/** One of ours that the file describes. `isOverruled`: the paths file sets another place, and that is where it is called. */
export interface MatchedOperation {
  readonly key: OperationKey;
  readonly method: string;
  readonly path: string;
  readonly by: readonly Evidence[];
  readonly twins: number;
  readonly isOverruled: boolean;
  readonly differences: readonly Difference[];
}

/** One of ours that keeps its defaults: nothing in the file is like it, several things are equally, or its path cannot be called. */
export interface UnmatchedOperation {
  readonly key: OperationKey;
  readonly why: 'absent' | 'ambiguous' | 'path';
}

/**
 * What came of reading an OpenAPI file; plain data. `fault`: why nothing of it was taken over, the end of a sentence about the file.
 * `deviations`: how many places do not keep to the specification (like ones count once), absent where that was not checked; `cut`: references out of the
 * file, not followed; `unused`: its operations that are none of ours.
 */
export interface OpenApiReport {
  readonly fault?: string;
  readonly version?: string;
  readonly deviations?: number;
  readonly cut: number;
  readonly unused: number;
  readonly matched: readonly MatchedOperation[];
  readonly unmatched: readonly UnmatchedOperation[];
}

const reasons: Readonly<Record<UnmatchedOperation['why'], string>> = {
  absent: 'not in the file, default kept',
  ambiguous: 'several in the file fit equally, default kept',
  path: 'its path in the file cannot be called, default kept',
};

/** A report as lines for people: a summary, then each operation with what differs. */
export function openApiLines(report: OpenApiReport): string[] {
  if (report.fault !== undefined) return [`OpenAPI file: it ${report.fault}; the defaults are kept`];
  const { version, matched, unmatched, deviations, cut, unused } = report;
  const notes = [
    `${matched.length} of ${matched.length + unmatched.length} operations found`,
    ...(deviations
      ? [`at least ${deviations} ${deviations === 1 ? 'place does' : 'places do'} not keep to OpenAPI ${version}`]
      : []),
    ...(deviations === undefined ? [`not checked against OpenAPI ${version}`] : []),
    ...(cut > 0 ? [`${cut} references out of the file not followed`] : []),
    ...(unused > 0 ? [`${unused} other operations in the file`] : []),
  ];
  return [
    `OpenAPI file: ${notes.join('; ')}`,
    ...matched.flatMap((operation) => [
      `  ${operation.key}  ${operation.method} ${operation.path}  by ${operation.by.join(', ')}${remarks(operation)}`,
      ...operation.differences.map((difference) => `    ${wordsOf(difference)}`),
    ]),
    ...unmatched.map(({ key, why }) => `  ${key}  ${reasons[why]}`),
  ];
}

const remarks = ({ twins, isOverruled }: MatchedOperation): string =>
  `${twins > 0 ? `; described ${twins + 1} times` : ''}${isOverruled ? '; the paths file overrules its path' : ''}`;
