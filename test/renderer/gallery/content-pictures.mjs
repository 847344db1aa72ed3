import { Resvg } from '@resvg/resvg-js';

const font = {
  loadSystemFonts: false,
  fontFiles: ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'].map((file) => `assets/fonts/badge/${file}`),
};
const hill = (/** @type {number} */ top, /** @type {string} */ colour) =>
  `<path fill="${colour}" d="M0 ${top}c220-120 420-90 640 10s420 110 620-30 300-90 340-60v1200H0z"/>`;

/** What a site's idle screen may hold, by the name that it is served under: a wide photograph and a tall poster with small print. */
const drawings = {
  'harbour.png': `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#e9c9a0"/>
    <circle cx="1130" cy="380" r="130" fill="#fbeed2"/>${hill(640, '#7fa08f')}${hill(760, '#4f7d6f')}${hill(900, '#2c5a52')}
    <rect y="1010" width="1600" height="190" fill="#1d3f43"/></svg>`,
  'poster.png': `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1600"><rect width="900" height="1600" fill="#27364a"/>
    <g font-family="Noto Sans" fill="#fff"><text x="70" y="240" font-size="92" font-weight="bold">Open house</text>
    <text x="70" y="340" font-size="50">Friday, in the garden</text><text x="70" y="1520" font-size="34">Coffee from four, music from five</text></g>
    <circle cx="450" cy="880" r="320" fill="none" stroke="#e9c9a0" stroke-width="60"/></svg>`,
};

/**
 * A picture of the idle screen as PNG; undefined where there is none of that path.
 * @param {string} path @returns {Buffer | undefined}
 */
export function contentPicture(path) {
  const drawing = Object.entries(drawings).find(([name]) => path === `/content/${name}`)?.[1];
  return drawing === undefined ? undefined : new Resvg(drawing, { font }).render().asPng();
}
