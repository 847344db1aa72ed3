import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { firstOf, tolerantRow } from './row.ts';
import { localizedSchema } from './text.ts';

const named = z.object({ id: optionalIdentifierSchema, name: localizedSchema });

/** A building with its floors. */
export const buildingSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    name: firstOf(row, 'name', 'displayName', 'shortName'),
    floors: firstOf(row, 'floors'),
  }),
  named.extend({
    floors: z
      .array(named)
      .nullish()
      .transform((floors) => floors ?? []),
  }),
);

const floorSchema = z.preprocess(
  (value) => (typeof value === 'string' || typeof value === 'number' ? { name: value } : value),
  tolerantRow(
    (row) => ({
      id: firstOf(row, 'id'),
      name: firstOf(row, 'name', 'displayName', 'shortName'),
      building: firstOf(row, 'building', 'buildingId'),
    }),
    named.extend({ building: referenceSchema }),
  ),
);

/** A room, desk or other bookable resource with the floor that it is on. */
export const resourceSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    name: firstOf(row, 'name', 'displayName'),
    floor: firstOf(row, 'floor'),
    floorId: firstOf(row, 'floorId'),
    building: firstOf(row, 'building', 'buildingId'),
  }),
  named.extend({ floor: floorSchema.optional(), floorId: optionalIdentifierSchema, building: referenceSchema }),
);

/** A building as read. */
export type Building = z.output<typeof buildingSchema>;
/** A bookable resource as read. */
export type Resource = z.output<typeof resourceSchema>;
