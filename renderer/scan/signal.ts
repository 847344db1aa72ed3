/** Something that is awaited in one place and given in another, once. */
export interface Signal<T> {
  readonly given: Promise<T>;
  /** Given again, it changes nothing. */
  readonly give: (value: T) => void;
}

/** One that nobody has given yet. */
export function signal<T = void>(): Signal<T> {
  let give = (_: T): void => {};
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** Resolves after so many ms. */
export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
