import { isRow, type Row } from '../schemas/row.ts';

/** What becomes of one field: its name on the other side, what is renamed in it, and what its integers stand for. */
export interface FieldRule {
  readonly to: string;
  readonly under: Renaming | undefined;
  readonly names: ReadonlyMap<number, string> | undefined;
}

/** Rules by the field's name on the side that it comes from. */
export type Renaming = ReadonlyMap<string, FieldRule>;

/**
 * An object, or each object of a list, with its fields renamed. Everything else is kept, and a field that stands under its new name
 * already wins over one that would be brought there. It goes as deep as the rules and no deeper.
 */
export function renamed(value: unknown, renaming: Renaming): unknown {
  if (renaming.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => (isRow(item) ? renamedRow(item, renaming) : item));
  return isRow(value) ? renamedRow(value, renaming) : value;
}

function renamedRow(row: Row, renaming: Renaming): Row {
  const result = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    if (name === '__proto__') continue;
    const rule = renaming.get(name);
    const to = rule && (rule.to === name || !holds(row, rule.to)) ? rule.to : name;
    if (to === name && result.has(name)) continue;
    result.set(to, rule ? ruled(value, rule) : value);
  }
  return Object.fromEntries(result);
}

const holds = (row: Row, name: string): boolean => Object.hasOwn(row, name) && row[name] !== null && row[name] !== undefined;

function ruled(value: unknown, { under, names }: FieldRule): unknown {
  if (names && typeof value === 'number') return names.get(value) ?? value;
  return under ? renamed(value, under) : value;
}

/** The same names the other way round, without the integers; of several for one the first. */
export function reversed(renaming: Renaming): Renaming {
  const result = new Map<string, FieldRule>();
  for (const [name, { to, under }] of renaming) {
    if (!result.has(to)) result.set(to, { to: name, under: under && reversed(under), names: undefined });
  }
  return result;
}
