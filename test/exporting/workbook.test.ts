import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readSheet from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { visitsTable } from '../../electron/exporting/visits.ts';
import { workbookOf } from '../../electron/exporting/workbook.ts';
import { entryOf, goOn, hostileNames } from './hostile.ts';

const bytesOf = (names: readonly string[], change: Parameters<typeof entryOf>[1] = {}) =>
  workbookOf(
    visitsTable(
      names.map((name) => entryOf(name, change)),
      'en',
    ),
    goOn,
  );

/** Read by a library that shares nothing with the writer. */
async function rowsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-workbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'visits.xlsx');
  writeFileSync(file, bytes);
  const sheets = (await readSheet(file)) as unknown as { data: unknown[][] }[] | unknown[][];
  const [first] = sheets as { data?: unknown[][] }[];
  return first && 'data' in first ? (first.data ?? []) : (sheets as unknown[][]);
}

/** The elements of the sheet, by name, and the texts of its cells as XML has them. */
function elementsOf(bytes: Uint8Array): { names: Set<string>; types: Set<string>; texts: string[] } {
  const names = new Set<string>();
  const types = new Set<string>();
  const texts: string[] = [];
  const parser = new SaxesParser({ fragment: false });
  let text: string | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.add(name);
    if (name === 'c') types.add(String(attributes['t'] ?? 'n'));
    if (name === 't') text = '';
  });
  parser.on('text', (more) => {
    if (text !== undefined) text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 't' && text !== undefined) texts.push(text);
    if (name === 't') text = undefined;
  });
  parser.write(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).close();
  return { names, types, texts };
}

/** What may stand in a cell of such a name: what XML cannot hold is a space, and no cell is longer than Excel's are. */
const held = (name: string): string =>
  name
    .slice(0, 32_767)
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, ' ');

describe('visits as an Excel workbook', () => {
  it('hold texts and dates, and nothing that could run', async () => {
    const { names, types } = elementsOf(await bytesOf(hostileNames));
    expect([...names].sort()).toEqual(
      ['autoFilter', 'c', 'col', 'cols', 'is', 'pane', 'row', 'sheetData', 'sheetView', 'sheetViews', 't', 'v', 'worksheet'].sort(),
    );
    expect([...types].sort()).toEqual(['inlineStr', 'n']);
  });

  it('hold every hostile name as it is, as far as XML and Excel can', async () => {
    const { texts } = elementsOf(await bytesOf(hostileNames));
    const unescaped = texts.map((text) => text.replace(/_x005F_/g, '_'));
    expect(new Set(unescaped)).toEqual(new Set([...unescaped.slice(0, 12), ...hostileNames.map(held), 'FJUEIW', 'visitor']));
    for (const name of hostileNames) expect(unescaped).toContain(held(name));
    // Excel would read these as one letter, and as the end of a line.
    expect(texts).toContain('_x005F_x0041_');
  });

  it('are read by another library as what they say, names as text and times on the kiosk’s clock', async () => {
    const names = ['=1+1', '+1', '林怡君', 'محمد العمري', '0123', 'two\nlines'];
    const rows = await rowsOf(await bytesOf(names, { checkedOutAt: '2026-11-22T11:30:15.000+08:00' }));
    expect(rows[0]).toEqual([
      ...['Name', 'Company', 'Host', 'Code', 'Expected from', 'Expected until', 'Checked in', 'Checked out'],
      ...['Closed by the kiosk', 'Checked in by', 'Not in Bookings ONE', 'Corrected'],
    ]);
    expect(rows.slice(1).map(([name]) => name)).toEqual(names);
    const [, , , code, from, until, came, left, automatic, by] = rows[1] ?? [];
    expect([code, automatic, by]).toEqual(['FJUEIW', null, 'visitor']);
    expect([from, until, came, left]).toEqual([
      new Date('2026-11-22T09:00:00Z'),
      new Date('2026-11-22T18:00:00Z'),
      new Date('2026-11-22T10:00:00Z'),
      new Date('2026-11-22T11:30:15Z'),
    ]);
  });

  it('of ten thousand visits are whole, and leave the thread between slices', async () => {
    let pauses = 0;
    const names = Array.from({ length: 10_000 }, (_, index) => `Visitor ${index}`);
    const table = visitsTable(
      names.map((name) => entryOf(name)),
      'en',
    );
    const bytes = await workbookOf(table, () => {
      pauses += 1;
      return Promise.resolve(true);
    });
    expect(pauses).toBe(50);
    const { texts } = elementsOf(bytes);
    expect(texts.filter((text) => text === 'Visitor 9999')).toHaveLength(3);
    expect(texts).toHaveLength(12 + 10_000 * 5);
  });
});
