/**
 * How much room a text may take, in letters: Han characters and their like are as wide as two. It only chooses a size of type, so a mark on a letter
 * counts as well: a script that has many is set smaller rather than cut. What the settings allow is counted as people count letters (`core/text.ts`).
 */
export const textWidth = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
