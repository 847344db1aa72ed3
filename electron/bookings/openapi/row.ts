import { isRow, type Row } from '../schemas/row.ts';

/** What stands under a name; nothing that objects inherit. */
export const own = (value: unknown, name: string): unknown =>
  isRow(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** The object under a name, or an empty one. */
export function rowUnder(value: unknown, name: string): Row {
  const under = own(value, name);
  return isRow(under) ? under : {};
}

/** The list under a name, or an empty one. */
export function listUnder(value: unknown, name: string): readonly unknown[] {
  const under = own(value, name);
  return Array.isArray(under) ? under : [];
}

/** The text under a name, or an empty one. */
export function textUnder(value: unknown, name: string): string {
  const under = own(value, name);
  return typeof under === 'string' ? under : '';
}

/** A name without what spellings differ in: case, blanks, hyphens, underscores. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
