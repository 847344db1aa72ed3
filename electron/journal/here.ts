import { success } from '../contract/failure.ts';
import type { Outbox } from '../core/outbox.ts';
import type { Stays } from './stays.ts';

/**
 * Since when somebody is here, a correction heeded. Not who is out, or whose check-in was a mistake; nor whose visit was closed after the badge's day, whatever is
 * known by now.
 */
export const hereOf =
  (stays: Stays): Outbox['hereSince'] =>
  (visitId) => {
    const known = stays.of(visitId);
    const isHere = known?.kind === 'kept' && known.stay.state === 'in' && known.stay.closedAt === undefined;
    return success(isHere ? known.stay.cameAt : undefined);
  };
