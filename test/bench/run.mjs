// `npm run bench [-- --json]`: the figures of this machine, a table for people or JSON for scripts. `npm run bench -- scan [--photos DIR]`: those of the
// scanner; `npm run bench -- desk`: those of the desk; `npm run soak [MINUTES]`: what it costs while nobody is there, for 20 minutes. Vite loads the TypeScript.
import { createServer } from 'vite';

/** @typedef {{ name: string, value: string, target?: string, met?: boolean }} Figure */

const json = process.argv.includes('--json');
const photos = process.argv.indexOf('--photos') + 1;
const isSoak = process.argv.includes('soak');
const isScan = process.argv.includes('scan');
const isDesk = process.argv.includes('desk');

const server = await createServer({
  configFile: false,
  root: new URL('../..', import.meta.url).pathname,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const figures = isSoak ? await soakFigures() : isScan ? await scanFigures() : isDesk ? await deskFigures() : await allFigures();
  if (json) console.log(JSON.stringify(figures, null, 2));
  else for (const line of tableOf(figures)) console.log(line);
  process.exitCode = figures.every(({ met }) => met !== false) ? 0 : 1;
} finally {
  await server.close();
}

/** @returns {Promise<Figure[]>} */
async function scanFigures() {
  const { measurePhotos, measureShapes } = await server.ssrLoadModule('/test/bench/scan.ts');
  const { measureAppearance, measureCamera } = await server.ssrLoadModule('/test/bench/scan-camera.ts');
  const { measureIdle } = await server.ssrLoadModule('/test/bench/scan-idle.ts');
  return [
    ...(photos > 0 ? await measurePhotos(process.argv[photos] ?? '') : []),
    ...measureShapes(),
    ...(await measureCamera()),
    ...(await measureAppearance(10)),
    ...(await measureIdle(60)),
  ];
}

/** @returns {Promise<Figure[]>} */
async function deskFigures() {
  const { measureDesk } = await server.ssrLoadModule('/test/bench/desk.ts');
  return measureDesk();
}

/** @returns {Promise<Figure[]>} */
async function soakFigures() {
  const { measureIdle } = await server.ssrLoadModule('/test/bench/scan-idle.ts');
  const minutes = Number(process.argv.at(-1));
  return measureIdle(60 * (Number.isFinite(minutes) ? minutes : 20));
}

/** @returns {Promise<Figure[]>} */
async function allFigures() {
  const { measureBadges } = await server.ssrLoadModule('/test/bench/badge.ts');
  const { measureEncoding } = await server.ssrLoadModule('/test/bench/encoding.ts');
  const { measureBookings, measureSharing } = await server.ssrLoadModule('/test/bench/bookings.ts');
  const { measureJournal } = await server.ssrLoadModule('/test/bench/journal.ts');
  const { measureDownload, measureRoster } = await server.ssrLoadModule('/test/bench/roster.ts');
  const { measureStart } = await server.ssrLoadModule('/test/bench/start.ts');
  const { measureLobby } = await server.ssrLoadModule('/test/bench/lobby.ts');
  return [
    ...(await measureBadges()),
    ...measureEncoding(),
    ...(await measureBookings()),
    ...(await measureSharing()),
    ...(await measureLobby()),
    ...(await deskFigures()),
    ...measureJournal(),
    ...(await measureRoster()),
    ...(await measureStart()),
    ...(await measureDownload()),
  ];
}

/** @param {Figure[]} figures */
function tableOf(figures) {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.map(({ name, value, target, met }) => {
    const verdict = target ? `  target ${target}: ${met ? 'met' : 'NOT MET'}` : '';
    return `${name.padEnd(width)}  ${value.padStart(14)}${verdict}`;
  });
}
