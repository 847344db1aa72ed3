import type { Visit } from '../../electron/core/visit.ts';
import { faultLine } from '../../electron/settings/settings.ts';
import { openStore, type Store } from '../../electron/settings/store.ts';

export const at = '2026-11-23T10:15:00.000+08:00';
/** The name under which a journal that is damaged at that moment lies then. */
export const damagedName = 'journal.db.damaged-20261123T021500Z';

/** The store of a data folder with its key in a file, or the one line that the start ends with. */
export function startIn(data: string): Store | string {
  const mask = process.umask();
  const store = openStore({ data, key: 'file' }, undefined, { now: () => new Date(at) });
  process.umask(mask);
  return store.ok ? store.value : faultLine(store.fault);
}

export function stop({ journal, release }: Store): void {
  journal.close();
  release();
}

const visitOf = (number: number): Visit => ({
  badgeId: `badge-${number}`,
  code: `CODE${String(number).padStart(2, '0')}`,
  visitor: { name: 'Žofie Ångström-Castañeda', company: 'Canary & Söhne' },
  blocked: false,
  period: { from: at, to: '2026-11-23T18:00:00+08:00' },
  state: 'initial',
  place: { buildingId: '7', building: [{ language: 'en', text: 'Harbour House' }] },
});

/** Lets visitor `number` in, with a badge to print; answers 'ok' or the failure's code. */
export function checkIn({ journal }: Store, number: number): string {
  const entry = {
    visitId: `visit-${number}`,
    visit: visitOf(number),
    at,
    printId: `print-${number}`,
    basis: { from: 'server' } as const,
  };
  const done = journal.checkIn(entry);
  return done.ok ? 'ok' : done.failure.code;
}

/** What the journal says of visitor `number`, in one text. */
export function toldOf({ journal }: Store, number: number): string {
  return JSON.stringify([
    journal.standing(visitOf(number).code),
    journal.visit(`visit-${number}`),
    journal.prints(`visit-${number}`),
  ]);
}
