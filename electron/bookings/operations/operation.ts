import type * as z from 'zod';

/**
 * How a query parameter is written (https://ones.software/help/external-api): one text; ids or texts with commas between them, or
 * the word `null` besides; one whole number; a moment (ISO 8601 with offset, or `now`); `true` or `false`; names from a list, with
 * commas between them.
 */
export type Parameter = 'text' | 'ids' | 'idsOrNull' | 'integer' | 'moment' | 'flag' | readonly string[];

/**
 * One operation of the External API, with its section and title on the vendor's page. `segments` go into the path, `query` behind
 * it, `body` is what is sent as JSON, `answer` reads what comes back; an answer of the kind `file` is bytes. `isRead`: it changes
 * nothing on the server and may be sent again.
 */
export interface Operation {
  readonly section: string;
  readonly title: string;
  readonly isRead: boolean;
  readonly method: string;
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: Readonly<Record<string, Parameter>>;
  /** The query parameters that must be given. */
  readonly required?: readonly string[];
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly kind?: 'file';
}

/** Page and row: `row` absent means 50 where the page says so, unknown elsewhere. */
export const paged = { page: 'integer', row: 'integer' } as const;

/** A span of time. */
export const spanned = { from: 'moment', to: 'moment' } as const;
