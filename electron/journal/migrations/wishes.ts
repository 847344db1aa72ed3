/** What visitors asked reception for. `detail`: what a kind of event needs besides, as JSON. */
export const wishes = `ALTER TABLE events ADD COLUMN detail TEXT CHECK (detail IS NULL OR json_valid(detail));
   CREATE INDEX events_by_kind ON events (kind, sequence);`;
