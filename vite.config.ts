import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Our fonts are a file away: a letter waits for its own rather than show as a box first where the system has no font for it. */
const lettersWait: Plugin = {
  name: 'foyer:letters-wait',
  enforce: 'pre',
  transform: (code, id) =>
    /@fontsource-variable\/.*\.css$/.test(id) ? code.replaceAll('font-display: swap', 'font-display: block') : undefined,
};

/** The renderer: one page, everything it needs served by ourselves, nothing inlined (the CSP allows no data: scripts or fonts). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), lettersWait],
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
