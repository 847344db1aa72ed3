import type { Answer, OperationKey } from '../bookings/operations.ts';
import { isSpreadsheet } from '../bookings/staff/export-bookings.ts';
import type { Outcome } from './row.ts';

/** What a row must have for a lobby to make something of it. */
const needed: { readonly [K in OperationKey]?: (row: Record<string, unknown>) => Readonly<Record<string, unknown>> } = {
  'visitorManagement.search': (row) => ({
    registrationCode: row['registrationCode'],
    period: row['period'],
    'visitor.name': (row['visitor'] as { name?: unknown } | undefined)?.name,
  }),
  'visitingAppointment.search': ({ period, visitors, host, resource }) => ({ period, visitors, host, resource }),
};

/** What an answer that could be read tells of its shape, and the id of its first row for what needs one. Nothing else of it goes on. */
export function lookAt<K extends OperationKey>(key: K, answer: Answer<K>): { readonly outcome: Outcome; readonly id?: string } {
  if (key === 'booking.export') {
    const { bytes } = answer as Answer<'booking.export'>;
    return { outcome: isSpreadsheet(bytes) ? { kind: 'fits' } : { kind: 'differs' } };
  }
  const rows = rowsIn(answer);
  if (!rows) return { outcome: { kind: 'fits' } };
  const first = rows[0];
  const wanted = first && needed[key]?.(first);
  const lacks = wanted && Object.keys(wanted).filter((name) => wanted[name] === undefined || wanted[name] === null);
  const id = first?.['key'] ?? first?.['id'];
  return {
    outcome: { kind: 'fits', rows: rows.length, ...(lacks && lacks.length > 0 && { lacks }) },
    ...(typeof id === 'string' && { id }),
  };
}

function rowsIn(answer: unknown): readonly Record<string, unknown>[] | undefined {
  const rows = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer;
  return Array.isArray(rows) ? rows : undefined;
}
