import { Resvg } from '@resvg/resvg-js';

/** A picture the size of a badge on 80 mm paper, as the showing printer gives it: a PNG data URL. @returns {string} */
export function badgePicture() {
  const squares = Array.from({ length: 21 * 21 }, (_, i) =>
    (i * 7919) % 13 < 6 ? `<rect x="${(i % 21) * 10}" y="${Math.floor(i / 21) * 10}" width="10" height="10"/>` : '',
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="576" height="760"><rect width="576" height="760" fill="#fff"/>
    <g font-family="Noto Sans"><text x="40" y="120" font-size="76" font-weight="bold">Marguerite</text><text x="40" y="200" font-size="64">Dubois</text>
    <text x="40" y="280" font-size="34">Atelier Lindqvist &amp; Sons</text><text x="40" y="360" font-size="28">Chen Yi-Ting · Room Camellia</text></g>
    <g transform="translate(40 480)">${squares.join('')}</g></svg>`;
  const font = {
    loadSystemFonts: false,
    fontFiles: ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'].map((file) => `assets/fonts/badge/${file}`),
  };
  return `data:image/png;base64,${new Resvg(svg, { font }).render().asPng().toString('base64')}`;
}
