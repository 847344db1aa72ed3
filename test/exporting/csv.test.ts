import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { languages } from '../../electron/contract/language.ts';
import { csvOf, harmless } from '../../electron/exporting/csv.ts';
import { visitsTable } from '../../electron/exporting/visits.ts';
import { entryOf, goOn, hostileNames, isFormula } from './hostile.ts';

const textOf = async (entries: Parameters<typeof visitsTable>[0], language: (typeof languages)[number] = 'en') =>
  Buffer.from(await csvOf(visitsTable(entries, language), goOn)).toString('utf8');
const read = (text: string) => {
  const { data, errors } = papaparse.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  return data.slice(0, -1);
};

describe('visits as CSV', () => {
  it('begin with a byte order mark, and end each line as RFC 4180 says', async () => {
    const text = await textOf([entryOf('Amélie Lambert')]);
    expect(text.startsWith('\uFEFF"Name","Company"')).toBe(true);
    expect(text.match(/\r\n/g)).toHaveLength(2);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('tell a visit in all its columns, times with their offset', async () => {
    const entry = entryOf('Amélie Lambert', { checkedOutAt: '2026-11-22T11:30:00.000+08:00', walkIn: true, checkedInBy: 'staff' });
    const [heads, row] = read(await textOf([{ ...entry, isAutomatic: true, isCorrected: true }]));
    expect(Object.fromEntries((heads ?? []).map((head, index) => [head, row?.[index]]))).toEqual({
      Name: 'Amélie Lambert',
      Company: 'Amélie Lambert',
      Host: 'Amélie Lambert',
      Code: 'FJUEIW',
      'Expected from': '2026-11-22T09:00:00+08:00',
      'Expected until': '2026-11-22T18:00:00+08:00',
      'Checked in': '2026-11-22T10:00:00.000+08:00',
      'Checked out': '2026-11-22T11:30:00.000+08:00',
      'Closed by the kiosk': 'yes',
      'Checked in by': 'staff',
      'Not in Bookings ONE': 'yes',
      Corrected: 'yes',
    });
  });

  it('hold every hostile name as it is, or with an apostrophe before what would run', async () => {
    const rows = read(await textOf(hostileNames.map((name) => entryOf(name)))).slice(1);
    expect(rows.map(([name]) => name)).toEqual(
      hostileNames.map((name) =>
        (isFormula(name) || /^\s*[=+\-@]/.test(name.normalize('NFKC')) ? `'${name}` : name).toWellFormed(),
      ),
    );
    for (const cell of rows.flat()) expect(isFormula(cell), cell).toBe(false);
  });

  it.each(languages)('have heads in %s, one a column', async (language) => {
    const [heads, row] = read(await textOf([entryOf('x')], language));
    expect(heads).toHaveLength(row?.length ?? 0);
    expect(new Set(heads).size).toBe(heads?.length);
  });

  it('stop between two slices when nobody wants them any more', async () => {
    let pauses = 0;
    const entries = Array.from({ length: 1_000 }, () => entryOf('x'));
    const bytes = await csvOf(visitsTable(entries, 'en'), () => Promise.resolve(++pauses < 2));
    expect(pauses).toBe(2);
    expect(read(Buffer.from(bytes).toString('utf8'))).toHaveLength(401);
  });
});

describe('what is no formula', () => {
  it.each(['Amélie', "O'Brien", '林怡君', 'a=b', '1-2', '', '"=1'])('stays: %j', (text) => expect(harmless(text)).toBe(text));
  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', ' =1', '\u3000－1'])('is kept from running: %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });
});
