import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Importing electron outside Electron starts a download of its binary: a stub that throws stands in.
    alias: { electron: fileURLToPath(new URL('test/fakes/electron-absent.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
    testTimeout: 30_000,
    // Browsers, spoolers and killed processes share the cores with each other: what a busy machine spoils is tried once more, and reported so.
    retry: 1,
    // On two cores one more than there are: many tests wait for processes, sockets, a browser and the time.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    hookTimeout: 30_000,
  },
});
