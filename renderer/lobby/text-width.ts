/** How wide a text stands, in letters: Han characters and their like are as wide as two. */
export const textWidth = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
