import type * as z from 'zod';
import type { subscriptionSchema } from '../../bookings/schemas/subscription.ts';
import { type ChangeKind, mayBeCalled } from '../changes.ts';
import { isInteger } from '../query.ts';
import { fine, invalid, type Reply } from '../reply.ts';
import type { Asked } from './asked.ts';

/** The answer of one of the three subscribe operations: a JSON string, here the subscription's id. */
export const subscribed =
  (kind: ChangeKind) =>
  ({ body, site }: Asked<z.output<typeof subscriptionSchema>>): Reply => {
    if (!body.ids.split(',').every((item) => isInteger(item.trim())))
      return invalid({ ids: ['Whole numbers with commas between.'] });
    if (!mayBeCalled(body.callbackUrl)) {
      return invalid({ callbackUrl: ['The demo calls back this machine and private addresses only.'] });
    }
    return fine(site.changes.subscribe(kind, body, site.at));
  };
