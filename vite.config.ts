import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: one page, everything it needs served by ourselves, nothing inlined (the CSP allows no data: scripts or fonts). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
