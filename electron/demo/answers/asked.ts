import type * as z from 'zod';
import type { OperationKey, operations } from '../../bookings/operations.ts';
import type { DemoBooking } from '../bookings.ts';
import type { Changes } from '../changes.ts';
import type { DemoVisit } from '../day.ts';
import type { Devices } from '../devices.ts';
import type { Values } from '../query.ts';
import type { Reply } from '../reply.ts';
import type { Signs } from '../signs.ts';

/** The site at the moment of a request: what the day is made of, and what the server remembers. */
export interface Site {
  readonly at: Date;
  /** The server's own address. */
  readonly url: URL;
  readonly day: readonly DemoVisit[];
  readonly bookings: readonly DemoBooking[];
  readonly devices: Devices;
  readonly signs: Signs;
  readonly changes: Changes;
  /** Is the export there, or still "under construction" as on the vendor's page? */
  readonly hasExport: boolean;
}

/** One request to an operation: the id in its path, its parameters and its body, all well-formed. */
export interface Asked<Body> {
  readonly id: string;
  readonly values: Values;
  readonly body: Body;
  readonly site: Site;
}

type BodyOf<K extends OperationKey> = (typeof operations)[K] extends { readonly body: infer B extends z.ZodType }
  ? z.output<B>
  : undefined;

/** An answer to each of some operations. */
export type Answers<K extends OperationKey> = {
  readonly [N in K]: (asked: Asked<BodyOf<N>>) => Reply | Promise<Reply>;
};
