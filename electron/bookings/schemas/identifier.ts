import * as z from 'zod';
import { firstOf, tolerantRow } from './row.ts';
import { localizedSchema } from './text.ts';

// An id becomes a path segment of the next call: a dot segment would climb out of its folder even when percent-encoded
// (https://url.spec.whatwg.org/#double-dot-path-segment).
const unfit = /^\.{1,2}$|[\p{Cc}\p{Cs}]/u;

/** An id as text: the page shows integers and strings for the same things. */
export const identifierSchema = z.union([
  z.int().transform(String),
  z
    .string()
    .trim()
    .min(1)
    .max(128)
    .refine((text) => !unfit.test(text)),
]);

const nothing = /^(?:\s*|0{8}-(?:0{4}-){3}0{12})$/;

/** An id that may be absent, null, empty, or .NET's 0 or empty GUID for "none". */
export const optionalIdentifierSchema = z.preprocess(
  (value) => (value === null || value === 0 || (typeof value === 'string' && nothing.test(value)) ? undefined : value),
  identifierSchema.optional(),
);

/** Something that is named by its id alone, or by an object that holds its id and perhaps its name. */
export const referenceSchema = z.preprocess(
  (value) => (typeof value === 'string' || typeof value === 'number' ? { id: value } : value),
  tolerantRow(
    (row) => ({ id: firstOf(row, 'id', 'uid'), name: firstOf(row, 'displayName', 'name', 'fullName') }),
    z.object({ id: optionalIdentifierSchema, name: localizedSchema }).nullish(),
  ),
);
