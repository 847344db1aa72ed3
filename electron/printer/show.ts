import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../contract/failure.ts';
import type { Printer, PrintOutcome } from '../core/ports.ts';
import type { Badges } from './badge.ts';
import { keptOf } from './kept.ts';
import { pngOf } from './picture.ts';

const name = 'show';
const newest = 20;
const fileName = /^(\d{6,})-(?:badge|slip)\.png$/;

/**
 * The printer that shows: the very picture that a printer would get, on the screen and as `NUMBER-badge.png` in `folder` (0600, the
 * newest 20); there without the code of a door, which is never kept. `confirmed` when the file is written; `printer.fault` when it
 * cannot be, and then nothing is shown.
 */
export function createShowingPrinter(badges: Badges, folder: string): Printer {
  return {
    print: async (content, beforeFirstByte) => {
      const failed = (failure: Failure): PrintOutcome => ({ state: 'failed', failure, printer: name });
      const drawn = badges.draw(content);
      if (!drawn.ok) return failed(drawn.failure);
      const kept = keptOf(badges, content, drawn.value);
      if (!kept) return failed({ code: 'printer.badge' });
      const recorded = beforeFirstByte(name);
      if (!recorded.ok) return failed(recorded.failure);
      try {
        keep(kept, content.kind, folder);
      } catch {
        return failed({ code: 'printer.fault' });
      }
      const picture = `data:image/png;base64,${pngOf(drawn.value).toString('base64')}`;
      return { state: 'confirmed', picture, printer: name, kept };
    },
    report: async () => [{ name, warnings: [] }],
    close: async () => {},
  };
}

function keep(png: Uint8Array, kind: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const numbered = readdirSync(folder)
    .map((name) => ({ name, number: Number(fileName.exec(name)?.[1] ?? Number.NaN) }))
    .filter(({ number }) => !Number.isNaN(number))
    .sort((a, b) => b.number - a.number);
  const number = String((numbered[0]?.number ?? 0) + 1).padStart(6, '0');
  writeFileSync(path.join(folder, `${number}-${kind}.png`), png, { mode: 0o600, flag: 'wx' });
  for (const { name } of numbered.slice(newest - 1)) rmSync(path.join(folder, name), { force: true });
}
