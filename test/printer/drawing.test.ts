import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { createBadges } from '../../electron/printer/badge.ts';
import { parseTemplate } from '../../electron/printer/template.ts';
import { assets, content } from './people.ts';
import { readQr } from './qr-reader.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'foyer-drawing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${xlink} viewBox="0 0 400 400">${inside}</svg>`;
const fieldOf = (text: string) => {
  const read = parseTemplate(text);
  return read.ok ? undefined : read.failure.field;
};
const pngOf = (width: number, height: number) => {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([0, 0, 0, 255], at);
  return PNG.sync.write(png);
};
/** A picture from a template of a site's own. */
const drawn = (text: string, name = 'site.svg') => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return createBadges({ assets, media: { width: 400, dpi: 203 }, template: file }).draw(content());
};
const black = (text: string) => {
  const picture = drawn(text);
  if (!picture.ok) throw new Error(JSON.stringify(picture.failure));
  return picture.value.bits.some((byte) => byte !== 0);
};

describe("a site's own drawing", () => {
  it('may be drawn in Inkscape: layers, labels, its own elements, millimetres, styles', async () => {
    const picture = drawn(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="62mm" height="100mm" viewBox="0 0 62 100" version="1.1" id="svg5" inkscape:version="1.3" sodipodi:docname="badge.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.9"><inkscape:grid type="xygrid" id="grid1"/></sodipodi:namedview>
  <metadata><rdf:RDF><rdf:li rdf:resource="http://creativecommons.org/ns#Reproduction"/></rdf:RDF></metadata>
  <defs id="defs2"><filter id="blur"><feGaussianBlur stdDeviation="2"/></filter></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" transform="translate(2,3)">
    <rect style="fill:#0af;fill-opacity:0.2;stroke:none" id="rect111" inkscape:label="visitor" width="56" height="30" x="0" y="5"/>
    <rect style="fill:#0af" id="rect112" inkscape:label="place-qr" width="30" height="30" x="13" y="50"/>
    <rect style="fill:#0af;filter:url(#blur)" id="company" width="56" height="8" x="0" y="38"/>
    <text xml:space="preserve" style="font-size:4px;font-family:Arial" x="0" y="90"><tspan sodipodi:role="line">Welcome</tspan></text>
  </g>
</svg>`);
    if (!picture.ok) throw new Error(JSON.stringify(picture.failure));
    const { width, height, bits } = picture.value;
    expect([width, height]).toEqual([400, Math.round((400 * 100) / 62)]);
    const dots = Uint8Array.from({ length: width * height }, (_, dot) => ((bits[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1);
    expect((await readQr({ width, height, bits: dots })).map(({ text }) => text)).toEqual(['FJUEIW']);
    const inkIn = (top: number, bottom: number) =>
      dots.slice(Math.round(top * (400 / 62)) * width, Math.round(bottom * (400 / 62)) * width).some(Boolean);
    expect(inkIn(8, 38)).toBe(true); // the name
    expect(inkIn(41, 49)).toBe(true); // the company
    expect(inkIn(88, 94)).toBe(true); // what the drawing says itself
  });

  it('may be drawn in Illustrator or Figma: style sheets, clips, masks, a plain document type', () => {
    const text = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Ebene_1" xmlns="http://www.w3.org/2000/svg" ${xlink} x="0px" y="0px" viewBox="0 0 400 400" style="enable-background:new 0 0 400 400;">
<style type="text/css">.st0{fill:url(#SVGID_1_);}.st1{clip-path:url(#c);}</style>
<linearGradient id="SVGID_1_"><stop offset="0"/><stop offset="1" style="stop-color:#111"/></linearGradient><clipPath id="c"><rect width="9" height="9"/></clipPath>
<mask id="m" maskUnits="userSpaceOnUse"><rect width="400" height="400" fill="white"/></mask>
${'<path class="st0" d="M0,0h9v9z"/>'.repeat(80)}<g class="st1" mask="url(#m)"><rect width="40" height="40"/></g><rect id="visitor_1_" width="400" height="90"/></svg>`;
    expect(fieldOf(text)).toBeUndefined();
    expect(black(text)).toBe(true);
  });

  it('may be drawn in LibreOffice: a byte order mark, Windows line ends, fonts and markers of its own', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<svg version="1.2" width="62mm" height="29mm" viewBox="0 0 6200 2900" preserveAspectRatio="xMidYMid" fill-rule="evenodd" xmlns="http://www.w3.org/2000/svg"
  xmlns:ooo="http://xml.openoffice.org/svg/export" ${xlink} xml:space="preserve">
 <defs><font id="EmbeddedFont_1" horiz-adv-x="2048"><font-face font-family="Liberation Sans embedded"/><glyph unicode="W" d="M 1750,0"/></font></defs>
 <defs><marker id="Arrow"><path d="M0 0"/></marker></defs>
 <g class="SlideGroup"><g id="container-id1"><g class="Graphic"><rect class="BoundingBox" fill="none" x="0" y="0" width="9" height="9"/>
 <path fill="rgb(114,159,207)" marker-end="url(#Arrow)" d="M 3000,1000 L 3500,1000 3500,1400 Z"/></g><rect id="visitor" x="100" y="100" width="3500" height="900"/>
 <rect id="qr" x="3800" y="300" width="2300" height="2300"/></g></g></svg>`.replaceAll('\n', '\r\n');
    expect(fieldOf(text)).toBeUndefined();
    expect(black(text)).toBe(true);
  });

  it('shows pictures that it holds itself, in dots of one colour', () => {
    const png = pngOf(8, 8).toString('base64');
    expect(black(svg(`<image width="80" height="80" xlink:href="data:image/png;base64,${png}"/>`))).toBe(true);
    expect(black(svg(`<image width="80" height="80" href="data:image/png;base64,${png}"/>`))).toBe(true);
  });

  it('fetches nothing: files and addresses are refused, wherever they stand', async () => {
    const secret = path.join(folder, 'secret.png');
    writeFileSync(secret, pngOf(40, 40));
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
    try {
      for (const target of [
        secret,
        `file://${secret}`,
        'secret.png',
        '../secret.png',
        address,
        '//127.0.0.1/a.png',
        'data:image/svg+xml;base64,PHN2Zy8+',
        'data:text/html,a',
      ]) {
        for (const element of ['image', 'use', 'textPath', 'linearGradient'])
          expect(fieldOf(svg(`<${element} width="40" height="40" xlink:href="${target}"/>`)), `${element} ${target}`).toBe('href');
        expect(fieldOf(svg(`<image width="40" height="40" href=" ${target}"/>`))).toBe('href');
        expect(fieldOf(svg(`<rect width="4" height="4" fill="url(${target})"/>`))).toBe('url');
        expect(fieldOf(svg(`<rect width="4" height="4" style="fill:url('${target}')"/>`))).toBe('url');
        expect(fieldOf(svg(`<style>@import "${target}";</style>`))).toBe('style');
        expect(fieldOf(svg(`<style>.a{fill:url(${target}#a)}</style>`))).toBe('style');
        expect(fieldOf(svg(`<style>@font-face{font-family:a;src:url(${target})}</style>`))).toBe('style');
        expect(drawn(svg(`<image width="40" height="40" xlink:href="${target}"/>`))).toMatchObject({
          ok: false,
          failure: { field: 'href' },
        });
      }
      expect(fieldOf(svg('<rect style="fill:\\75rl(http://a)"/>'))).toBe('url');
      expect(
        fieldOf(`<?xml-stylesheet href="${address}"?>${svg(`<a xlink:href="${address}"><rect width="9" height="9"/></a>`)}`),
      ).toBeUndefined();
      expect(asked).toBe(0);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  const bomb = (levels: number, copies: number, element: (id: string, copies: string) => string) => {
    let inside = '<g id="a0"><rect width="9" height="9"/></g>';
    for (let level = 1; level <= levels; level++)
      inside += element(`a${level}`, `<use xlink:href="#a${level - 1}"/>`.repeat(copies));
    return svg(`${inside}<use xlink:href="#a${levels}"/>`);
  };
  const lol = '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">';
  const hostile: [string, string, string][] = [
    ['a script', svg('<script>alert(1)</script>'), 'script'],
    ['an animation', svg('<rect width="9" height="9"><animate attributeName="x"/></rect>'), 'animate'],
    ['entities that multiply', `<!DOCTYPE svg [${lol}]>${svg('<text>&c;</text>')}`, 'DOCTYPE'],
    ['an entity from a file', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<text>&a;</text>')}`, 'DOCTYPE'],
    ['an entity that nobody told', svg('<text>&a;</text>'), 'xml'],
    ['a tag that stays open', svg('<g>'), 'xml'],
    ['copies of copies', bomb(30, 10, (id, copies) => `<g id="${id}">${copies}</g>`), 'size'],
    ['copies of copies in symbols', bomb(12, 4, (id, copies) => `<symbol id="${id}">${copies}</symbol>`), 'size'],
    [
      'masks of masks',
      svg(
        Array.from(
          { length: 40 },
          (_, at) =>
            `<mask id="m${at}"><rect width="400" height="400" fill="#fff" mask="url(#m${at - 1})"/><rect width="400" height="400" mask="url(#m${at - 1})"/></mask>`,
        ).join(''),
      ),
      'size',
    ],
    ['what copies itself', svg('<g id="a"><use xlink:href="#a"/></g>'), 'size'],
    [
      'clips in a circle',
      svg(
        '<clipPath id="a" clip-path="url(#b)"/><clipPath id="b" clip-path="url(#a)"/><rect clip-path="url(#a)" width="9" height="9"/>',
      ),
      'size',
    ],
    [
      'a style sheet that makes every element dear',
      svg(`<mask id="m"><rect/></mask><style>*{mask:url(#m)}</style>${'<rect width="9" height="9"/>'.repeat(200)}`),
      'size',
    ],
    ['a million dashes, many times', svg('<path d="M0 0L400 400" stroke="#000" stroke-dasharray="0.0004"/>'.repeat(40)), 'size'],
    ['deep nesting', svg('<g>'.repeat(100_000) + '</g>'.repeat(100_000)), 'size'],
    ['deep nesting of what is left out', svg(`<metadata>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</metadata>`), 'size'],
    ['many elements that are left out', svg(`<metadata>${'<a/>'.repeat(100_000)}</metadata>`), 'size'],
    ['many elements', svg('<rect/>'.repeat(100_000)), 'size'],
    ['a very long path', svg(`<path d="M0 0${'L9 9'.repeat(200_000)}"/>`), 'size'],
    ['a very long file', svg(' '.repeat(5_000_000)), 'size'],
    [
      'a picture that unpacks to gigabytes',
      svg(`<image width="9" height="9" href="data:image/png;base64,${pngHead(60_000, 60_000)}"/>`),
      'size',
    ],
    ['many pictures', svg(`<image width="9" height="9" href="data:image/png;base64,${pngHead(4000, 3000)}"/>`.repeat(2)), 'size'],
    ['a picture that is none', svg('<image width="9" height="9" href="data:image/png;base64,AAAA"/>'), 'href'],
    ['an element of no drawing', svg('<marquee/>'), 'marquee'],
    ['a pattern', svg('<pattern id="a"/>'), 'pattern'],
  ];
  it.each(hostile)('ends as a failure where it has %s', (_, text, field) => {
    expect(drawn(text)).toEqual({ ok: false, failure: { code: 'printer.badge', operation: 'template', field } });
  });

  it.each([
    ['0 0 1e9 1', 'viewBox'],
    ['0 0 1 1e9', 'viewBox'],
    ['0 0 1e-9 1e9', 'viewBox'],
    ['-1e300 0 1e300 1e300', 'width'],
  ])('ends in a moment with a page of %s', (box, field) => {
    const text = svg('<rect id="visitor" width="9" height="9"/><rect id="qr" width="9" height="9"/>').replace('0 0 400 400', box);
    expect(drawn(text)).toMatchObject({ ok: false, failure: { code: 'printer.badge', field } });
  });

  it('says that a file is not there, and what has no text in it', () => {
    const failureOf = (file: string) => {
      const picture = createBadges({ assets, media: { width: 400, dpi: 203 }, template: path.join(folder, file) }).draw(content());
      return picture.ok ? undefined : picture.failure;
    };
    expect(failureOf('absent.svg')).toEqual({ code: 'printer.badge', operation: 'template', field: 'absent.svg' });
    writeFileSync(path.join(folder, 'noise.svg'), Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 89) % 256)));
    expect(failureOf('noise.svg')).toEqual({ code: 'printer.badge', operation: 'template', field: 'xml' });
    expect(failureOf('.')).toMatchObject({ code: 'printer.badge' });
  });
});

/** The head of a PNG that promises so many pixels. */
function pngHead(width: number, height: number): string {
  const head = Buffer.from(pngOf(1, 1));
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head.toString('base64');
}
