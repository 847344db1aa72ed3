import type { Faults, Values } from './query.ts';

/** What a request is answered with: a value as JSON, or bytes with their media type. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Rows of a page where `row` is absent (stated on the vendor's page for most searches). */
const defaultRows = 50;

/** An error as ASP.NET tells it (RFC 9457 problem details; the vendor's page does not show one). */
export function problem(status: number, title: string, more: { errors?: Faults; headers?: Record<string, string> } = {}): Reply {
  const { errors, headers } = more;
  return { status, body: { type: 'about:blank', title, status, ...(errors && { errors }) }, ...(headers && { headers }) };
}

/** What was asked for wrongly, by parameter or field. */
export const invalid = (errors: Faults): Reply => problem(400, 'One or more validation errors occurred.', { errors });

/** A good answer. */
export const fine = (body: unknown): Reply => ({ status: 200, body });

/** One thing, or 404. */
export const found = (thing: unknown): Reply => (thing === undefined ? problem(404, 'Not Found') : fine(thing));

/** A file. */
export const file = (bytes: Uint8Array, type: string, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  body: bytes,
  headers: { 'content-type': type, ...headers },
});

/** The page of a list that was asked for. */
export function pageOf(rows: readonly unknown[], values: Values): Reply {
  const page = Number(values['page']?.[0] ?? 1);
  const row = Number(values['row']?.[0] ?? defaultRows);
  if (page < 1) return invalid({ page: ['Pages begin at 1.'] });
  if (row < 1) return invalid({ row: ['A page has at least 1 row.'] });
  return fine({ data: rows.slice((page - 1) * row, page * row), metaData: { page, row, total: rows.length } });
}
