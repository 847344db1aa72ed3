/**
 * The truth about each badge.
 *
 * - `prints`: `printer`: the one that it came out of, or would have; `reprint_of`: the print that it takes the place of, which is void since
 *   `voided_at` if anything of it may be on paper; `asked_by`: whose wish it was; `handed_over_at`: a person said that the visitor has it.
 * - `pictures`: what was printed, as PNG, without the code of a door; a table of its own, so that lists of prints stay small. A row goes
 *   with the names of its visit.
 * - `rolls`: how many labels came out of a printer since its roll was changed; `is_open`: it was seen without paper, or open, since.
 */
export const badges = `
  ALTER TABLE prints ADD COLUMN printer TEXT;
  ALTER TABLE prints ADD COLUMN reprint_of TEXT REFERENCES prints (print_id);
  ALTER TABLE prints ADD COLUMN asked_by TEXT NOT NULL DEFAULT 'visitor' CHECK (asked_by IN ('visitor', 'staff'));
  ALTER TABLE prints ADD COLUMN voided_at TEXT;
  ALTER TABLE prints ADD COLUMN handed_over_at TEXT;
  CREATE UNIQUE INDEX prints_again ON prints (reprint_of) WHERE reprint_of IS NOT NULL;

  CREATE TABLE pictures (
    print_id TEXT PRIMARY KEY REFERENCES prints (print_id),
    png BLOB NOT NULL
  ) STRICT;

  CREATE TABLE rolls (
    printer TEXT PRIMARY KEY,
    labels INTEGER NOT NULL CHECK (labels >= 0),
    since TEXT,
    is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1))
  ) STRICT;`;
