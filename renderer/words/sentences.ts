/** Sentences one after the other: Chinese leaves no space between them. */
export const sentencesIn = (...sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== '')
    .join(' ')
    .replace(/(?<=[。？]) /gu, '');
