import * as z from 'zod';
import { optionalIdentifierSchema } from './identifier.ts';
import { firstOf, flagSchema, optionalFlagSchema, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

/** A user of Bookings ONE: here, who invited. Only the name is taken; an address is nothing that a lobby shows. */
export const userSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    displayName:
      firstOf(row, 'displayName', 'name', 'fullName') ??
      ([firstOf(row, 'firstName'), firstOf(row, 'lastName')].filter((part) => typeof part === 'string').join(' ') || undefined),
    isActivated: firstOf(row, 'isActivated'),
    isDeleted: firstOf(row, 'isDeleted'),
  }),
  z.object({ id: optionalIdentifierSchema, displayName: textSchema, isActivated: optionalFlagSchema, isDeleted: flagSchema }),
);
