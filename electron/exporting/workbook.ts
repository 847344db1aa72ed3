import { strToU8, Zip, ZipDeflate } from 'fflate';
import { momentOf } from '../contract/moment.ts';
import { type Cell, type Pause, slicesOf, type Table } from './table.ts';

/** The longest text of a cell: https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3. */
const longestText = 32_767;
/** The place of a cell's look in `styles`. */
const look = { head: 1, moment: 2 } as const;

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A table as an Excel workbook of one sheet (https://ecma-international.org/publications-and-standards/standards/ecma-376/): every text is an inline string and
 * never a formula, every moment a date on its own clock. Written in slices into a zip that grows with them: a library that makes the sheet in one go held the
 * thread for 1.8 s at 10,000 rows.
 */
export async function workbookOf(table: Table, pause: Pause): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const begin = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [name, text] of Object.entries(frameOf(table.title))) begin(name).push(strToU8(xml + text), true);

  const sheet = begin('xl/worksheets/sheet1.xml');
  sheet.push(strToU8(xml + sheetHead(table)));
  let row = 1;
  for await (const slice of slicesOf(table.rows, pause)) {
    sheet.push(strToU8(slice.map((cells) => rowOf(++row, cells)).join('')));
  }
  const filter = `A1:${columnOf(table.heads.length - 1)}${row}`;
  sheet.push(strToU8(`</sheetData><autoFilter ref="${filter}"/></worksheet>`), true);
  zip.end();
  return Buffer.concat(chunks);
}

/** All files but the sheet. */
const frameOf = (title: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

const sheetHead = ({ heads, widths }: Table): string =>
  [
    `<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rowOf(1, heads, look.head)}`,
  ].join('');

const rowOf = (row: number, cells: readonly Cell[], style?: number): string =>
  `<row r="${row}">${cells.map((cell, index) => cellOf(`${columnOf(index)}${row}`, cell, style)).join('')}</row>`;

function cellOf(place: string, cell: Cell, style = 0): string {
  if (typeof cell === 'string') {
    if (cell === '') return '';
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut(cell))}</t></is></c>`;
  }
  const serial = serialOf(cell.moment);
  return serial === undefined ? '' : `<c r="${place}" s="${look.moment}"><v>${serial}</v></c>`;
}

/** Days since the last of 1899, on the moment's own clock: a workbook's times have no zone. */
function serialOf(iso: string): number | undefined {
  const moment = momentOf(iso);
  // To the second, as it is shown.
  return moment && Math.floor(moment.clock.getTime() / 1000) / 86_400 + 25_569;
}

/** At most as long as a cell may be, and no half of a character at its end. */
const cut = (text: string): string =>
  text.length > longestText
    ? text
        .slice(0, longestText)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
    : text;

/**
 * A text within XML 1.0 (https://www.w3.org/TR/xml/#charsets): what it cannot hold becomes a space. What Excel would read as one of its own escapes, such as
 * `_x0041_`, has its first sign escaped so (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
 */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');

/** The letters of a column: never more of them than the alphabet has. */
const columnOf = (index: number): string => String.fromCharCode(65 + index);
