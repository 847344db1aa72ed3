/**
 * A promise's value, or undefined where it takes longer than so many milliseconds (infinity waits for ever). The promise itself goes on;
 * no timer outlives it.
 */
export function answeredWithin<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  if (milliseconds === Number.POSITIVE_INFINITY) return promise;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), Math.max(0, milliseconds));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
