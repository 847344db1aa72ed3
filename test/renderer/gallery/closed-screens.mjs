/** @typedef {import('../../../electron/contract/closed-desk.ts').ClosedDeskScreen} ClosedDeskScreen */

const closed = /** @type {const} */ ({ kind: 'closedDesk', state: 'asking', people: 0, wishes: 0 });

/** A desk that nobody has opened. @type {Record<string, ClosedDeskScreen>} */
export const closedScreens = {
  'closed-asking': closed,
  'closed-waiting': { ...closed, people: 1, wishes: 2 },
  'closed-wrong': { ...closed, state: 'wrong', wait: 160, people: 12 },
  'closed-looking': { ...closed, state: 'looking' },
};
