import { statSync } from 'node:fs';

/**
 * Answers, whenever it is asked, whether the files of an open database are still where they were: SQLite goes on writing to files that were
 * removed or moved away, and nobody would ever find what it says it has committed. Asked so, a folder that comes back works again.
 */
export function watchPlace(file: string): () => boolean {
  const files = [file, `${file}-wal`];
  const were = files.map(identityOf);
  return () => files.every((path, index) => identityOf(path) === were[index]);
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
