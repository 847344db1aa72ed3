import { defineConfig } from 'vite';

/**
 * What runs outside the page. Dependencies stay in node_modules: some are native. The preload is built on its own (`--mode preload`),
 * because a sandboxed preload is one CommonJS file: https://www.electronjs.org/docs/latest/tutorial/esm
 */
export default defineConfig(({ mode }) => ({
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: mode !== 'preload',
    target: 'node20',
    copyPublicDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron'],
      ...(mode === 'preload'
        ? { input: { preload: 'electron/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } }
        : {
            input: {
              ...{ main: 'electron/main.ts', browser: 'electron/browser.ts' },
              ...{ check: 'electron/check.ts', printers: 'electron/printers.ts', pins: 'electron/pins.ts' },
            },
            output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
          }),
    },
  },
}));
