import { failure, type Result, success } from '../contract/failure.ts';
import type { Call } from './call.ts';
import { chooseBadge, type DatedBadge } from './choice.ts';
import type { Badge } from './schemas/badge.ts';

const pageRows = 200;
const mostPages = 20;
/** More badges than this under one code are not asked for one by one: a code is for one visit, at most a few days. */
const mostAsked = 4;

/** The badge that a registration code means now; undefined: nobody has it. */
export async function findBadge(call: Call, code: string, now: Date): Promise<Result<DatedBadge | undefined>> {
  const found = await rowsWithCode(call, code);
  if (!found.ok) return found;
  const dated: DatedBadge[] = [];
  const rows = found.value;
  const whole = rows.filter(isWhole);
  for (const row of [...whole, ...rows.filter((row) => !isWhole(row)).slice(0, mostAsked)]) {
    const complete = await completed(call, row);
    if (!complete.ok) return complete;
    dated.push(complete.value);
  }
  return success(chooseBadge(dated, now));
}

/**
 * The rows that really carry the code. A server that filters answers with nothing else, so other rows mean that it ignored the filter:
 * then its pages are gone through. Whether pages count from 0 or 1 is unknown, so the first is asked for without a number and a
 * page that repeats the one before ends the search (except page 1, which may be the first again).
 */
async function rowsWithCode(call: Call, code: string): Promise<Result<Badge[]>> {
  const first = await call('visitorManagement.search', { registrationCode: code });
  if (!first.ok) return first;
  const matches = (rows: readonly Badge[]) => rows.filter((row) => row.registrationCode === code);
  if (first.value.data.length === 0 || matches(first.value.data).length > 0) return success(matches(first.value.data));
  let before = '';
  for (let page = 0; page < mostPages; page += 1) {
    const place = page === 0 ? {} : { page };
    const next = await call('visitorManagement.search', { registrationCode: code, row: pageRows, ...place });
    if (!next.ok) return next;
    const rows = matches(next.value.data);
    const keys = next.value.data.map(({ key }) => key).join();
    if (rows.length > 0 || keys === '' || (keys === before && page > 1)) return success(rows);
    before = keys;
  }
  // The server ignores the filter and has more badges than can be gone through: that is not "nobody has this code".
  return failure('bookings.unreadable', { operation: 'visitorManagement.search', field: 'registrationCode' });
}

const isWhole = (row: Badge): boolean => Boolean(row.period && row.visitor?.name);

/** A row with what a visit needs; what the search left out is asked for by id. */
async function completed(call: Call, row: Badge): Promise<Result<DatedBadge>> {
  if (row.period && isWhole(row)) return success({ ...row, period: row.period });
  const asked = await call('visitorManagement.get', { id: row.key });
  if (!asked.ok) return asked;
  const period = row.period ?? asked.value.period;
  const visitor = row.visitor?.name ? row.visitor : asked.value.visitor;
  const operation = 'visitorManagement.get';
  if (!period) return failure('bookings.unreadable', { operation, field: 'period' });
  if (!visitor?.name) return failure('bookings.unreadable', { operation, field: 'visitor.name' });
  return success({
    ...asked.value,
    registrationCode: row.registrationCode,
    period,
    visitor,
    blocked: row.blocked || asked.value.blocked,
  });
}
