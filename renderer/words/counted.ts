/** A count in words: the number itself for its grammar, and as it is written in the language. */
export type Counted = (count: number, written: string) => string;
