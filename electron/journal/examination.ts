import { isUtf8 } from 'node:buffer';
import type { Connection } from './database.ts';

/**
 * Whether every page, row and index of a database fits the others, and every text is one. The cipher carries no sum of its own (aes256cbc),
 * so a flipped byte on the disk is 16 bytes of noise in a row that SQLite finds nothing wrong with; and libsql 0.5 ends the whole process
 * when it is to give out a text that is not UTF-8. So no text is read here but as bytes. Throws what libsql throws.
 */
export function isSound(database: Connection): boolean {
  const [found] = bytesOf(database, 'SELECT CAST(integrity_check AS BLOB) FROM pragma_integrity_check(1)');
  return found?.toString() === 'ok' && hasOnlyText(database);
}

function hasOnlyText(database: Connection): boolean {
  for (const table of namesOf(database, "SELECT CAST(name AS BLOB) FROM sqlite_schema WHERE type = 'table'")) {
    const columns = namesOf(database, "SELECT CAST(name AS BLOB) FROM pragma_table_info(?) WHERE type = 'TEXT'", table).map(quoted);
    // 500 rows at a time: one by one it takes three times as long, and all at once is as large as the journal.
    const texts = `SELECT CAST(group_concat(concat_ws(char(10), ${columns.join(', ')}), char(10)) AS BLOB)
      FROM ${quoted(table)} GROUP BY rowid / 500`;
    if (columns.length === 0) continue;
    for (const text of bytesOf(database, texts)) if (!isUtf8(text)) return false;
  }
  return true;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const namesOf = (...query: Parameters<typeof bytesOf>): string[] => [...bytesOf(...query)].map((bytes) => bytes.toString());

/** The first column of each row, which must be a blob. */
function* bytesOf(database: Connection, sql: string, ...given: string[]): Generator<Buffer> {
  for (const [bytes] of database
    .prepare(sql)
    .raw()
    .iterate(...given) as Iterable<[Buffer | null]>)
    yield bytes ?? Buffer.alloc(0);
}
