/** Whose keys they are: a visitor's, or those of a person at the desk, who may copy and paste. */
export type KeysOf = 'lobby' | 'desk';

/** A key with the modifiers that were down, as the window or the page tells of it. */
export interface Pressed {
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What the editing of a text needs besides single keys. */
const editing: ReadonlySet<string> = new Set(['a', 'c', 'v', 'x', 'y', 'z']);

/**
 * Whether a key reaches the page. What belongs to a browser or a window (reload, print, zoom, developer tools, history, full screen, close,
 * menus) does not: such a key has a modifier, or is one of the keys that stand for a whole command. AltGr is Ctrl and Alt together on
 * Windows, and writes letters.
 */
export function isForPage({ key, control, meta, alt, shift }: Pressed, use: KeysOf): boolean {
  if (/^(F\d{1,2}|Browser\w+|Launch\w+|ContextMenu|PrintScreen|Print|Help|Zoom\w*)$/.test(key)) return false;
  // One that waits for its letter, an accent, is written by the same modifiers: https://www.w3.org/TR/uievents-key/#keys-special
  const isLetter = key.length === 1 || key === 'Dead';
  if (control && alt && !meta) return isLetter;
  if (control || meta) return use === 'desk' && !alt && !shift && editing.has(key.toLowerCase());
  return !alt || isLetter;
}
