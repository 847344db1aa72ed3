import * as z from 'zod';
import { normaliseCode } from '../../contract/code.ts';
import { idiographicName } from '../../core/name.ts';
import type { BadgeState } from '../../core/visit.ts';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { optionalMomentSchema, periodOf, periodSchema } from './moment.ts';
import { firstOf, flagSchema, nameOf, rowOf, tolerantRow } from './row.ts';
import { textSchema } from './text.ts';

// The order of the dashboard's counters and of the product's own filter; integers are their places (inferred).
const states = ['initial', 'visiting', 'visited', 'noShow'] as const satisfies readonly BadgeState[];

const stateSchema = z
  .union([z.int(), z.string()])
  .nullish()
  .transform((value, context): BadgeState | undefined => {
    if (value === null || value === undefined) return undefined;
    const state = nameOf(value, states);
    if (state === undefined) context.addIssue({ code: 'custom', message: 'not a state' });
    return state;
  });

const visitorSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id', 'visitorId', 'uid'),
    name: firstOf(row, 'name', 'displayName', 'fullName'),
    givenName: firstOf(row, 'firstName', 'givenName'),
    familyName: firstOf(row, 'lastName', 'familyName'),
    company: firstOf(row, 'company', 'companyName', 'organization'),
    blocked: firstOf(row, 'isBlacklisted', 'isBlocked', 'isBlackListed'),
  }),
  z.object({
    id: optionalIdentifierSchema,
    name: textSchema,
    givenName: textSchema,
    familyName: textSchema,
    company: z.preprocess(
      (value) => (typeof value === 'object' && value !== null ? firstOf({ ...value }, 'name', 'displayName') : value),
      textSchema,
    ),
    blocked: flagSchema,
  }),
).transform(({ name, ...visitor }) => ({ ...visitor, name: name ?? joinedName(visitor.givenName, visitor.familyName) }));

function joinedName(givenName: string | undefined, familyName: string | undefined): string | undefined {
  if (givenName && familyName && idiographicName.test(familyName + givenName)) return familyName + givenName;
  return [givenName, familyName].filter(Boolean).join(' ') || undefined;
}

/**
 * A visitor's badge as `visitorManagement.get` and `.search` tell it. Everything but an id may be absent from a search row; what a
 * visit needs and lacks is then asked for with `visitorManagement.get`.
 */
export const badgeSchema = tolerantRow(
  (row) => ({
    ...row,
    period: periodOf(row),
    building: firstOf(row, 'building', 'buildingId') ?? firstOf(rowOf(row, 'visitor'), 'buildingId'),
    checkInDate: firstOf(row, 'checkInDate', 'checkInTime'),
    checkOutDate: firstOf(row, 'checkOutDate', 'checkOutTime'),
    blocked: firstOf(row, 'isBlacklisted', 'isBlocked'),
  }),
  z
    .object({
      id: optionalIdentifierSchema,
      uid: optionalIdentifierSchema,
      period: periodSchema.optional(),
      registrationCode: z
        .string()
        .nullish()
        .transform((code) => normaliseCode(code ?? '')),
      state: stateSchema,
      visitor: visitorSchema.nullish().transform((visitor) => visitor ?? undefined),
      building: referenceSchema,
      checkInDate: optionalMomentSchema,
      checkOutDate: optionalMomentSchema,
      blocked: flagSchema,
    })
    .transform(({ id, uid, ...badge }, context) => {
      const key = id ?? uid;
      if (key === undefined) context.addIssue({ code: 'custom', path: ['id'], message: 'no id' });
      return { ...badge, key: key ?? '' };
    }),
);

/** A badge as read; `key` is its id, or its uid where there is none. */
export type Badge = z.output<typeof badgeSchema>;

/** The state of a badge: its check dates win over a state that contradicts them. */
export function stateOf({ state, checkInDate, checkOutDate }: Pick<Badge, 'state' | 'checkInDate' | 'checkOutDate'>): BadgeState {
  const returned = checkInDate && checkOutDate && Date.parse(checkInDate) > Date.parse(checkOutDate);
  if (checkOutDate && !returned) return 'visited';
  if (!checkInDate) return state ?? 'initial';
  // Whoever is still inside at midnight is marked as left without a check-out date: "visited" contradicts nothing.
  return state === 'visited' && !returned ? 'visited' : 'visiting';
}

/** Does a badge's state contradict its check dates? */
export const contradictsDates = (badge: Pick<Badge, 'state' | 'checkInDate' | 'checkOutDate'>): boolean =>
  badge.state !== undefined && stateOf(badge) !== badge.state;
