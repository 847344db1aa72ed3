import type { Connection } from '../../electron/journal/database.ts';

/** Something that staff do at the desk, through all lives of its process. In the journal it is there once at most, and once if the desk showed it as done. */
export interface Deed {
  /** In words, for what is broken. */
  readonly words: string;
  /** Counts it in the journal. */
  readonly sql: string;
  readonly of: () => readonly (string | number)[];
  /** The desk was asked for it; it showed it as done. */
  isAsked: boolean;
  isShown: boolean;
}

const ofVisitor = `FROM events JOIN visits USING (visit_id) WHERE visit ->> '$.visitor.name' = ?`;

const deed = (words: string, sql: string, of: Deed['of']): Deed => ({ words, sql, of, isAsked: false, isShown: false });

/** Of one visitor, by name. `written`: what a note, or the reason of a correction, says. */
export const deeds = {
  in: (name: string) => deed(`${name} let in`, `SELECT count(*) AS n ${ofVisitor} AND kind = 'checkedIn'`, () => [name]),
  out: (name: string) => deed(`${name} checked out`, `SELECT count(*) AS n ${ofVisitor} AND kind = 'checkedOut'`, () => [name]),
  printed: (name: string) =>
    deed(
      `the badge of ${name}`,
      `SELECT count(*) AS n FROM prints JOIN visits USING (visit_id)
       WHERE visit ->> '$.visitor.name' = ? AND kind = 'badge' AND state = 'confirmed'`,
      () => [name],
    ),
  noted: (name: string, written: string) =>
    deed(`"${written}" noted`, `SELECT count(*) AS n ${ofVisitor} AND kind = 'noted' AND detail ->> '$.text' = ?`, () => [
      name,
      written,
    ]),
  corrected: (name: string, what: string, written: string) =>
    deed(
      `"${written}" corrected`,
      `SELECT count(*) AS n ${ofVisitor} AND kind = 'corrected' AND detail ->> '$.what' = ? AND detail ->> '$.reason' = ?`,
      () => [name, what, written],
    ),
  /** A muster is known by its number among all until the desk has shown it, and then by its id. */
  begun: (muster: () => string, before: number) =>
    deed(
      'a muster begun',
      `SELECT count(*) - iif(?1 = '', ?2, 0) AS n FROM events
       WHERE kind = 'musterBegun' AND (?1 = '' OR detail ->> '$.musterId' = ?1)`,
      () => [muster(), before],
    ),
  ticked: (name: string, isFound: boolean, muster: () => string) =>
    deed(
      `${name} ${isFound ? 'found' : 'not found after all'}`,
      `SELECT count(*) AS n ${ofVisitor} AND kind = 'musterTicked' AND detail ->> '$.found' = ? AND detail ->> '$.musterId' = ?`,
      () => [name, Number(isFound), muster()],
    ),
  ended: (muster: () => string) =>
    deed('the muster ended', `SELECT count(*) AS n FROM events WHERE kind = 'musterEnded' AND detail ->> '$.musterId' = ?`, () => [
      muster(),
    ]),
};

/** What does not hold of what staff did. */
export const brokenDeeds = (database: Connection, all: readonly Deed[]): readonly string[] =>
  all.flatMap(({ words, sql, of, isAsked, isShown }) => {
    const { n } = database.prepare(sql).get(...of()) as { n: number };
    if (n > 1) return [`${words}: ${n} times`];
    if (isShown && n !== 1) return [`${words}: shown as done, and not recorded`];
    return n > 0 && !isAsked ? [`${words}: recorded, and nobody asked for it`] : [];
  });
