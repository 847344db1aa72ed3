// What main and the page both know of the desk without a schema: the page carries no zod, which asks for `eval` where a policy forbids it (https://zod.dev/api#jitless).

/** The most rows of a list that cross at once; the counts tell how many there are in all. */
export const mostRows = 200;

/** The pages of the desk, in their order. */
export const deskPages = ['today', 'inside', 'prints', 'figures', 'kiosk'] as const;
export type DeskPageKind = (typeof deskPages)[number];

/** As many rows of the day's list cross at once; the page asks for others as somebody scrolls to them. */
export const listRows = 120;
/** The longest that anybody searches for. */
export const longestSearch = 100;
/** The longest note, and the longest reason of a correction. */
export const longestNote = 200;

/** Where somebody stands today, by this kiosk's journal, or else by the server's word. */
export const dayStates = ['expected', 'inside', 'left', 'noShow'] as const;

/** The longest text that a setting takes from the page, and what may be pasted to be imported; the path of a file; the name of somebody with a PIN. */
export const longestSetting = 8_192;
export const longestPath = 1_024;
export const longestName = 60;
/** The most settings that are changed at once. */
export const mostSettings = 64;

/** What settings are about, in the order in which they are shown. */
export const settingGroups = [
  'connection',
  'place',
  'lobby',
  'printers',
  'screens',
  'scanning',
  'records',
  'hosts',
  'kiosk',
] as const;
export type SettingGroup = (typeof settingGroups)[number];
