import { type GivenValue, type OperationKey, operationKeys, operationOf } from '../bookings/operations.ts';
import { localIso } from '../bookings/schemas/moment.ts';

/** Ids that earlier answers gave, by the search that gave them. */
export type KnownIds = ReadonlyMap<OperationKey, string>;

/** What an operation is asked with. */
export type Question = Readonly<Record<string, GivenValue>>;

const hour = 3_600_000;
const month = 30 * 24 * hour;

/** Searches that want to know of which resource: of all at once would be door codes by the hundred. */
const ofResource: Partial<Record<OperationKey, string>> = {
  'bookableResourcePlayerContent.search': 'id',
  'bookableResourceAccessKey.search': 'bookableResourceId',
};

/** The operations in the order in which they are asked: first what gives ids, then what needs one. Those that write are not among them. */
export const askedInOrder: readonly OperationKey[] = operationKeys
  .filter((key) => operationOf(key).isRead && key !== 'system.information')
  .toSorted((one, other) => turnOf(one) - turnOf(other));

function turnOf(key: OperationKey): number {
  if (operationOf(key).segments.length > 0) return 2;
  return ofResource[key] ? 1 : 0;
}

/**
 * The smallest question that shows whether an operation works; undefined: it needs an id that nothing gave. `kiosk`: the resource that
 * stands for this kiosk, where one is set.
 */
export function questionOf(key: OperationKey, known: KnownIds, now: Date, kiosk?: string): Question | undefined {
  const [section] = key.split('.');
  const { segments, query } = operationOf(key);
  if (segments.length > 0) {
    const id = known.get(`${section}.search` as OperationKey);
    return id === undefined ? undefined : { id };
  }
  const parameter = ofResource[key];
  if (parameter) {
    const resource = kiosk ?? known.get('bookableResource.search');
    return resource === undefined ? undefined : { [parameter]: resource };
  }
  const around = (before: number, after: number) =>
    [now.getTime() - before, now.getTime() + after].map((at) => localIso(new Date(at)));
  if (key === 'dashboard.dailyVisitor') return { date: `${localIso(now).slice(0, 10)}T00:00:00${localIso(now).slice(19)}` };
  if (key === 'booking.export') {
    const [From = '', To = ''] = around(hour, 0);
    return { From, To, TimeZone: 'UTC' };
  }
  // A span shows besides whether dates are taken; a badge is looked up by its code alone, at whatever time.
  const [from = '', to = ''] = key.startsWith('visitorManagement.') ? [] : around(month, month);
  return { ...('from' in query && from && { from, to }), ...('row' in query && { row: 1 }) };
}
