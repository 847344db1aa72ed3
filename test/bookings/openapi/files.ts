import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type ReadingOptions, readingOf } from '../../../electron/bookings/openapi/reading.ts';
import type { MatchedOperation, OpenApiReport } from '../../../electron/bookings/openapi/report.ts';
import type { Row } from '../contract/description.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-openapi-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** A real file with this content; removed after the tests. */
export function fileOf(content: string | Uint8Array): string {
  count += 1;
  const file = join(folder, `openapi-${count}`);
  writeFileSync(file, content);
  return file;
}

/** What is learned of a document, without the file and the parser before it. */
export const reading = (document: Row, options?: ReadingOptions) =>
  readingOf({ root: JSON.parse(JSON.stringify(document)) as Row, version: '3.0.3', deviations: 0, cut: 0 }, options);

/** The places of what was matched, by key. */
export const placesIn = ({ matched }: OpenApiReport): Record<string, string> =>
  Object.fromEntries(matched.map(({ key, method, path }) => [key, `${method} ${path}`]));

/** What the report says of one operation. */
export function matchedIn({ matched }: OpenApiReport, key: string): MatchedOperation {
  const found = matched.find((operation) => operation.key === key);
  if (!found) throw new Error(`${key} is not matched`);
  return found;
}
