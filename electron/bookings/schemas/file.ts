import * as z from 'zod';

/** A file: its bytes, and the media type that the server gave it. */
export const fileSchema = z.object({ type: z.string(), bytes: z.instanceof(Uint8Array) });
