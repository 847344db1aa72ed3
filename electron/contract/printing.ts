import type { PrintListed } from './desk-prints.ts';

/** Whether it is still to be known what becomes of a print. Here, where nothing needs zod, so that the page can ask too. */
export const isOnItsWay = ({ state }: Pick<PrintListed, 'state'>): boolean => state === 'queued' || state === 'sending';
