import type { Finding, Note } from './findings.ts';
import type { OperationKey } from './operations.ts';
import { accessKeyTypes } from './schemas/access-key.ts';
import { type Badge, contradictsDates } from './schemas/badge.ts';
import { bookingStates } from './schemas/booking.ts';
import { skippedIn } from './schemas/page.ts';
import { firstOf, nameOf, type Row } from './schemas/row.ts';
import { serviceTypes } from './schemas/service-item.ts';

/** Where an answer's rows hold a name from a closed list that may be unknown; of a badge an unknown state is a failure instead. */
const closedLists: Partial<Record<OperationKey, { readonly fields: readonly string[]; readonly names: readonly string[] }>> = {
  'booking.search': { fields: ['bookingState', 'state'], names: bookingStates },
  'serviceItem.get': { fields: ['type'], names: serviceTypes },
  'serviceItem.search': { fields: ['type'], names: serviceTypes },
  'bookableResourceAccessKey.search': { fields: ['type', 'keyType'], names: accessKeyTypes },
};

/** Counts what is odd in an answer: `raw` as it came, in our field names, and `answer` as it was read. */
export function noteOddities(key: OperationKey, raw: unknown, answer: unknown, note: Note): void {
  const found: [Finding, number][] = [
    ['datesWithoutOffset', datesWithoutOffset(raw)],
    ['rowsSkipped', skippedIn(answer)],
    ['namesUnknown', unknownNames(key, raw)],
    ['statesAgainstDates', key.startsWith('visitorManagement.') ? (rowsIn(answer) as Badge[]).filter(contradictsDates).length : 0],
  ];
  for (const [finding, times] of found) if (times > 0) note(finding, times);
}

const mostParts = 200_000;
const dateField = /^(?:from|to)$|date|time|start|end/i;
const wallTime = /^(?!0001-01-01)\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;

/** Goes through at most so many parts of an answer, whatever its shape. */
function datesWithoutOffset(raw: unknown): number {
  const waiting: unknown[] = [raw];
  let count = 0;
  for (let looked = 0; waiting.length > 0 && looked < mostParts; looked += 1) {
    const part = waiting.pop();
    if (Array.isArray(part)) {
      for (const item of part) if (isObject(item)) waiting.push(item);
    } else if (isObject(part)) {
      for (const [field, value] of Object.entries(part)) {
        if (isObject(value)) waiting.push(value);
        else if (typeof value === 'string' && dateField.test(field) && wallTime.test(value.trim())) count += 1;
      }
    }
  }
  return count;
}

function unknownNames(key: OperationKey, raw: unknown): number {
  const list = closedLists[key];
  if (!list) return 0;
  const given = rowsIn(raw).map((row) => (isObject(row) ? firstOf(row, ...list.fields) : undefined));
  return given.filter((value) => isWord(value) && nameOf(value, list.names) === undefined).length;
}

/** The rows of a page or a list, or the one thing that an answer is. */
function rowsIn(answer: unknown): readonly unknown[] {
  const rows = isObject(answer) && Array.isArray(answer['data']) ? answer['data'] : answer;
  return Array.isArray(rows) ? rows : [rows];
}

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;
