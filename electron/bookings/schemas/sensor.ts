import * as z from 'zod';
import { optionalIdentifierSchema } from './identifier.ts';
import { optionalMomentSchema } from './moment.ts';
import { firstOf, tolerantRow } from './row.ts';

/** What an occupancy sensor tells. `timestamp`: ISO 8601 with offset; null is the time at which the server receives it. */
export const sensorDataSchema = z.strictObject({
  accessId: z.string(),
  timestamp: z.string().nullable(),
  data: z.strictObject({ isConnected: z.boolean(), isOccupied: z.boolean() }),
});

/** The server's receipt; a server that took the data may also answer with nothing. */
export const sensorAnswerSchema = z.preprocess(
  (value) => value ?? {},
  tolerantRow(
    (row) => ({ deviceId: firstOf(row, 'deviceId', 'id'), timestamp: firstOf(row, 'timestamp') }),
    z.object({ deviceId: optionalIdentifierSchema, timestamp: optionalMomentSchema }),
  ),
);
