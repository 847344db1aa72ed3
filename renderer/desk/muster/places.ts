import type { MusterRow } from '../../../electron/contract/desk-muster.ts';

/** Where somebody stands at a muster. Who was found and has left since was found. */
export type Place = 'missing' | 'found' | 'left';

export const places = ['missing', 'found', 'left'] as const satisfies readonly Place[];

export const placeOf = ({ foundAt, leftAt }: MusterRow): Place =>
  foundAt !== undefined ? 'found' : leftAt !== undefined ? 'left' : 'missing';
