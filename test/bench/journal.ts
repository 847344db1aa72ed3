import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Visit } from '../../electron/core/visit.ts';
import { openJournal } from '../../electron/journal/open.ts';
import { type Figure, timing } from './statistics.ts';

const recorded = 5_000;
const measured = 500;
const key = Buffer.alloc(32, 9);

/** A check-in's commit in a journal that holds a week of visits, each event with a letter that waits to be handed on. */
export function measureJournal(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-journal-'));
  try {
    const journal = openJournal({ file: join(folder, 'journal.db'), key, kiosk: 'foyer-bench0', receivers: ['webhook'] });
    if (!journal.ok) throw new Error(journal.failure.code);
    const times: number[] = [];
    for (let place = 0; place < recorded + measured; place += 1) {
      const began = performance.now();
      const { ok } = journal.value.checkIn({
        visitId: `visit-${place}`,
        visit: visitAt(place),
        at: '2026-11-22T09:30:00.000+08:00',
        basis: { from: 'roster', ageMs: 61_000 },
        printId: `print-${place}`,
      });
      if (!ok) throw new Error('a check-in was not recorded');
      if (place >= recorded) times.push(performance.now() - began);
    }
    journal.value.close();
    return [timing(`commit of a check-in, with its print and letter, behind ${recorded} others`, times, 20)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const visitAt = (place: number): Visit => ({
  badgeId: String(place),
  code: place.toString(36).toUpperCase().padStart(6, '0'),
  visitor: { name: `Invented Visitor ${place}`, company: 'Invented Ltd.' },
  blocked: false,
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
  state: 'initial',
  host: 'Ottilie Beispiel',
  place: { buildingId: '1' },
});
