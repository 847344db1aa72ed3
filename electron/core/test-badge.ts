import type { PrintContent } from './visit.ts';

/** A badge for nobody, so that whoever finds it knows what it is; no server has this code. `date` and `time` as they are to be printed. */
export const testBadge = (date: string, time: string): PrintContent => ({
  kind: 'badge',
  visitor: 'TEST Anna Example',
  company: 'TEST: not a visitor',
  host: 'TEST',
  date,
  time,
  place: 'TEST',
  site: 'TEST',
  code: 'TEST00',
});
