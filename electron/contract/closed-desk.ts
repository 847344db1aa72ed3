import * as z from 'zod';

/** How a PIN stands. `wrong`: the last one was nobody's; `wait`: nothing is looked at for so many seconds. */
export const pinShown = {
  state: z.enum(['asking', 'looking', 'wrong', 'wait']),
  wait: z.int().positive().optional(),
} as const;

const count = z.int().nonnegative();

/**
 * A desk of its own window that nobody has opened: it asks for a PIN. Of the lobby it says only how many wait there for a person, and how many wishes
 * nobody has seen to: whoever sees it may be anybody.
 */
export const closedDeskSchema = z.strictObject({ kind: z.literal('closedDesk'), ...pinShown, people: count, wishes: count });
export type ClosedDeskScreen = z.infer<typeof closedDeskSchema>;
