import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Printer } from '../core/ports.ts';
import type { Badges } from './badge.ts';
import { pngOf } from './picture.ts';

const kept = 20;
const fileName = /^(\d{6,})-(?:badge|slip)\.png$/;

/**
 * The printer that shows: the very picture that a printer would get, on the screen and as `NUMBER-badge.png` in `folder` (0600, the
 * newest 20); there without the code of a door, which is never kept. `confirmed` when the file is written; `printer.fault` when it
 * cannot be, and then nothing is shown.
 */
export function createShowingPrinter(badges: Badges, folder: string): Printer {
  return {
    print: async (content, beforeFirstByte) => {
      const { doorCode, ...lasting } = content;
      const drawn = badges.draw(content);
      if (!drawn.ok) return { state: 'failed', failure: drawn.failure };
      const withoutCode = doorCode === undefined ? drawn : badges.draw(lasting);
      if (!withoutCode.ok) return { state: 'failed', failure: withoutCode.failure };
      const recorded = beforeFirstByte();
      if (!recorded.ok) return { state: 'failed', failure: recorded.failure };
      const png = pngOf(drawn.value);
      try {
        keep(withoutCode === drawn ? png : pngOf(withoutCode.value), content.kind, folder);
      } catch {
        return { state: 'failed', failure: { code: 'printer.fault' } };
      }
      return { state: 'confirmed', picture: `data:image/png;base64,${png.toString('base64')}` };
    },
    report: async () => [{ name: 'show', warnings: [] }],
    close: async () => {},
  };
}

function keep(png: Buffer, kind: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const numbered = readdirSync(folder)
    .map((name) => ({ name, number: Number(fileName.exec(name)?.[1] ?? Number.NaN) }))
    .filter(({ number }) => !Number.isNaN(number))
    .sort((a, b) => b.number - a.number);
  const number = String((numbered[0]?.number ?? 0) + 1).padStart(6, '0');
  writeFileSync(path.join(folder, `${number}-${kind}.png`), png, { mode: 0o600, flag: 'wx' });
  for (const { name } of numbered.slice(kept - 1)) rmSync(path.join(folder, name), { force: true });
}
