import * as z from 'zod';
import { optionalIdentifierSchema, referenceSchema } from './identifier.ts';
import { readableRowsSchema } from './page.ts';
import { firstOf, flagSchema, tolerantRow } from './row.ts';
import { localizedSchema } from './text.ts';

const named = z.object({ id: optionalIdentifierSchema, name: localizedSchema });

const floorOfBuilding = tolerantRow(
  (row) => ({ id: firstOf(row, 'id', 'floorId'), name: firstOf(row, 'name', 'displayName', 'shortName') }),
  named,
);

/** A building with its floors; a floor that cannot be read is left out. */
export const buildingSchema = tolerantRow(
  (row) => ({
    id: firstOf(row, 'id'),
    name: firstOf(row, 'name', 'displayName', 'shortName'),
    floors: firstOf(row, 'floors') ?? [],
    isDeleted: firstOf(row, 'isDeleted'),
  }),
  named.extend({
    floors: readableRowsSchema(floorOfBuilding),
    isDeleted: flagSchema,
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
    isDeleted: firstOf(row, 'isDeleted'),
  }),
  named.extend({
    floor: floorSchema.optional(),
    floorId: optionalIdentifierSchema,
    building: referenceSchema,
    isDeleted: flagSchema,
  }),
);

/** A building as read. */
export type Building = z.output<typeof buildingSchema>;
/** A bookable resource as read. */
export type Resource = z.output<typeof resourceSchema>;
