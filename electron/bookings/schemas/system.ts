import * as z from 'zod';
import { textSchema } from './text.ts';

/** What the server says of itself (all four fields are stated on the vendor's page). */
export const systemSchema = z.object({ name: textSchema, version: textSchema, environment: textSchema, clientName: textSchema });
