import * as z from 'zod';
import { optionalIdentifierSchema } from './identifier.ts';
import { mailSchema } from './mail.ts';
import { firstOf, flagSchema, optionalFlagSchema, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

/** A user of Bookings ONE: here, who invited. Of what a user has, the name is taken, which a lobby shows, and the address, which it never does. */
export const userSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    displayName:
      firstOf(row, 'displayName', 'name', 'fullName') ??
      ([firstOf(row, 'firstName'), firstOf(row, 'lastName')].filter((part) => typeof part === 'string').join(' ') || undefined),
    mail: firstOf(row, 'emailAddress', 'email', 'mail'),
    isActivated: firstOf(row, 'isActivated'),
    isDeleted: firstOf(row, 'isDeleted'),
  }),
  z.object({
    id: optionalIdentifierSchema,
    displayName: textSchema,
    mail: mailSchema,
    isActivated: optionalFlagSchema,
    isDeleted: flagSchema,
  }),
);
