import { Resvg } from '@resvg/resvg-js';

/** Side of a picture in pixels. */
const side = 1080;

const landscape = (name: string, sky: readonly [string, string], parts: string): string => `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1080">
<defs><linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient></defs>
<rect width="1080" height="1080" fill="url(#${name})"/>${parts}</svg>`;

// The colours are the product's own paper, tints and accent (renderer/style/tokens.css), and shades between them.
const drawings: Readonly<Record<string, string>> = {
  hills: landscape(
    'morning',
    ['#f7f4ee', '#f3dfc1'],
    `<circle cx="650" cy="500" r="125" fill="#fffdf9"/>
<path d="M0 560C150 500 260 470 400 520S640 620 780 560 980 480 1080 520V1080H0Z" fill="#d7dfd5"/>
<path d="M0 690C140 640 300 560 470 620S760 760 900 700 1020 650 1080 640V1080H0Z" fill="#a9c3b5"/>
<path d="M0 760C180 800 320 730 470 740S720 850 860 820 1010 770 1080 760V1080H0Z" fill="#6b9a89"/>
<path d="M0 930C190 860 330 850 520 890S860 990 1080 900V1080H0Z" fill="#1f5b4e"/>`,
  ),
  arches: landscape(
    'hall',
    ['#f7f4ee', '#ece6da'],
    `<rect y="900" width="1080" height="180" fill="#ddd6c9"/>
<path d="M90 900V520a300 300 0 0 1 600 0V900Z" fill="#ece6da"/>
<path d="M160 900V520a230 230 0 0 1 460 0V900Z" fill="#d7dfd5"/>
<path d="M230 900V520a160 160 0 0 1 320 0V900Z" fill="#a9c3b5"/>
<path d="M500 900V640a200 200 0 0 1 400 0V900Z" fill="#1f5b4e"/>
<path d="M560 900V640a140 140 0 0 1 280 0V900Z" fill="#f3dfc1"/>
<circle cx="700" cy="690" r="62" fill="#fffdf9"/>
<path d="M500 900H900L980 1080H420Z" fill="#d2c9b8"/>`,
  ),
  harbour: landscape(
    'evening',
    ['#e5ebe3', '#f3dfc1'],
    `<circle cx="420" cy="560" r="150" fill="#fffdf9"/>
<path d="M0 600C120 560 230 540 330 580S520 600 600 560 820 470 930 520 1040 570 1080 560V640H0Z" fill="#a9c3b5"/>
<rect y="620" width="1080" height="460" fill="#6b9a89"/>
<path d="M300 660h240M250 720h340M320 780h200M280 850h280M350 930h140" stroke="#d7dfd5" stroke-width="14" stroke-linecap="round"/>
<path d="M790 640 790 380 910 640ZM770 640V450L690 640Z" fill="#fffdf9"/>
<path d="M780 360V664" stroke="#1f5b4e" stroke-width="8" stroke-linecap="round"/>
<path d="M660 662H930L890 716H700Z" fill="#1f5b4e"/>
<path d="M0 1010C240 950 420 1000 620 990S930 940 1080 980V1080H0Z" fill="#1f5b4e"/>`,
  ),
};

/** Names of the pictures that the lobby's screen plays. */
export const pictureNames = Object.keys(drawings);

/** Draws the pictures, each once and when it is first asked for; PNG, undefined for a name that none has. */
export function createPictures(): (name: string) => Uint8Array | undefined {
  const drawn = new Map<string, Uint8Array>();
  return (name) => {
    const drawing = Object.hasOwn(drawings, name) ? drawings[name] : undefined;
    if (drawing === undefined) return undefined;
    const picture =
      drawn.get(name) ??
      new Resvg(drawing, { fitTo: { mode: 'width', value: side }, font: { loadSystemFonts: false } }).render().asPng();
    drawn.set(name, picture);
    return picture;
  };
}
