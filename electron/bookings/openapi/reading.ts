import { type Dialect, type Learned, learnedDialect, plainDialect } from '../dialect.ts';
import { type OperationKey, operationKeys } from '../operations.ts';
import { assign } from './assignment.ts';
import { describedOperations } from './described.ts';
import { type OpenApiDocument, readDocument } from './document.ts';
import { learn } from './learning.ts';
import type { MatchedOperation, OpenApiReport, UnmatchedOperation } from './report.ts';

/** How the server of an OpenAPI file speaks, and what was found in the file. */
export interface OpenApiReading {
  readonly dialect: Dialect;
  readonly report: OpenApiReport;
}

/** What else is known of the server. `paths`: the installer's paths file, which wins over the OpenAPI file; `base`: the path of its own address. */
export interface ReadingOptions {
  readonly paths?: Readonly<Record<string, string>>;
  readonly base?: string;
}

/**
 * Reads the vendor's OpenAPI 3 file (JSON or YAML, an absolute path): where each of our operations is and what its parameters and fields
 * are called there. Nothing but the one file is read. Never rejects: of a file that cannot be used the report says why, and the defaults
 * are kept.
 */
export async function readOpenApi(file: string, options: ReadingOptions = {}): Promise<OpenApiReading> {
  const document = await readDocument(file);
  if (document.ok) return readingOf(document.value, options);
  const report = { fault: document.fault, cut: 0, unused: 0, matched: [], unmatched: [] };
  return { dialect: plainDialect(options.paths ?? {}), report };
}

/** The same of a document that is read already. */
export function readingOf(document: OpenApiDocument, { paths = {}, base = '' }: ReadingOptions = {}): OpenApiReading {
  const { root, version, deviations, cut } = document;
  const described = describedOperations(root, base);
  const { matches, ambiguous } = assign(described);
  const learned = new Map<OperationKey, Learned>();
  const matched: MatchedOperation[] = [];
  const unmatched: UnmatchedOperation[] = [];
  for (const key of operationKeys) {
    const match = matches.get(key);
    const lesson = match && learn(key, match.described);
    if (!match || !lesson) {
      unmatched.push({ key, why: match ? 'path' : ambiguous.has(key) ? 'ambiguous' : 'absent' });
      continue;
    }
    learned.set(key, lesson.learned);
    const [method = '', path = ''] = lesson.learned.line.split(' ');
    const isOverruled = Object.hasOwn(paths, key) && paths[key] !== lesson.learned.line;
    const { twins, score } = match;
    matched.push({ key, method, path, by: score.by, twins, isOverruled, differences: lesson.differences });
  }
  const used = matched.reduce((sum, { twins }) => sum + 1 + twins, 0);
  return {
    dialect: learnedDialect(learned, paths),
    report: {
      version,
      ...(deviations !== undefined && { deviations }),
      cut,
      unused: Math.max(0, described.length - used),
      matched,
      unmatched,
    },
  };
}
