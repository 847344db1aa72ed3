import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { includedTemplates } from '../../electron/printer/included.ts';
import { escapeXml } from '../../electron/printer/markup.ts';
import type { PlaceName } from '../../electron/printer/place.ts';
import { fillTemplate, parseTemplate } from '../../electron/printer/template.ts';
import { assets } from './people.ts';

const svg = (inside: string, root = 'viewBox="0 0 100 50"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ${root}>${inside}</svg>`;
const place = '<rect data-place="visitor" x="1" y="2" width="30" height="10" data-size="9" data-floor="4"/>';
const all = new Set<PlaceName>(['visitor', 'company', 'host', 'date', 'site', 'code', 'qr', 'logo']);

const parsed = (text: string) => {
  const result = parseTemplate(text);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const failureOf = (text: string) => {
  const result = parseTemplate(text);
  return result.ok ? undefined : result.failure;
};
/** The places of a template, whatever they hang on. */
const placesOf = (text: string) => {
  const template = parsed(text);
  const found: Parameters<Parameters<typeof fillTemplate>[2]>[0][] = [];
  for (const present of [all, new Set<PlaceName>()])
    fillTemplate(template.parts, new Set([...all, ...present]), (placed) => {
      if (!found.some(({ place: one }) => one === placed.place)) found.push(placed);
      return '';
    });
  return found;
};

describe('template', () => {
  it('finds a place, with what it says and what it leaves out', () => {
    const template = parsed(svg(place));
    expect([template.width, template.height]).toEqual([100, 50]);
    expect(placesOf(svg(place))).toEqual([
      {
        place: {
          name: 'visitor',
          x: 1,
          y: 2,
          width: 30,
          height: 10,
          size: 9,
          floor: 4,
          lines: 1,
          weight: 400,
          spacing: 0,
          align: 'start',
          valign: 'middle',
        },
        box: { x: 1, y: 2, width: 30, height: 10 },
      },
    ]);
  });

  it('reads what drawing programs write: any order, either quote, a closing tag, line breaks, commas in the box', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg xmlns='http://www.w3.org/2000/svg'\n viewBox='0,0,100,50'><rect\n height='10' width="30"\n data-size='9' data-place='code'></rect></svg>`;
    expect(placesOf(text)[0]).toMatchObject({ place: { name: 'code', height: 10, width: 30, x: 0 } });
  });

  it.each([
    ['<rect id="visitor" width="9" height="9"/>', 'visitor', {}],
    ['<rect id="rect7" inkscape:label="visitor" width="9" height="9"/>', 'visitor', { weight: 700, lines: 3 }],
    ['<rect id="place-host" width="9" height="9"><title>the host</title></rect>', 'host', { weight: 400 }],
    ['<rect id="site_1_" width="9" height="9"/>', 'site', {}],
    ['<rect id="company-2" width="9" height="9"/>', 'company', {}],
    ['<rect id="date-center-bold" width="9" height="9"/>', 'date', { align: 'center', weight: 700, lines: 1 }],
    ['<rect id="place-code-right-top" width="9" height="9"/>', 'code', { align: 'right', valign: 'top' }],
  ])('takes %s for the place of the %s', (element, name, rest) => {
    expect(placesOf(svg(element)).map((placed) => placed.place)).toMatchObject([{ name, height: 9, size: 9, ...rest }]);
  });

  it('leaves alone what only looks like a place', () => {
    for (const element of [
      '<circle id="visitor" r="3"/>',
      '<rect id="visitors" width="9" height="9"/>',
      '<g id="logo"><path d="M0 0"/></g>',
    ])
      expect(placesOf(svg(element)), element).toEqual([]);
    expect(placesOf(svg(`<!-- ${place} -->`))).toEqual([]);
  });

  it('knows where a place lies under layers and transforms, and on what page', () => {
    const inside =
      '<g transform="translate(10,5)"><g transform="scale(2)"><rect id="qr" x="1" y="2" width="9" height="8"/></g></g>';
    expect(placesOf(svg(inside))[0]?.box).toEqual({ x: 12, y: 9, width: 18, height: 16 });
    expect(placesOf(svg(inside, 'viewBox="10 5 100 50"'))[0]?.box).toEqual({ x: 2, y: 4, width: 18, height: 16 });
    const turned = placesOf(svg('<rect id="qr" width="10" height="4" transform="rotate(90)"/>'))[0]?.box;
    expect([turned?.x, turned?.y, turned?.width, turned?.height].map((value) => Math.round(value ?? Number.NaN))).toEqual([
      -4, 0, 4, 10,
    ]);
    expect(placesOf(svg('<rect id="qr" width="10" height="4" transform="rotate(30)"/>'))[0]?.box).toBeUndefined();
    const millimetres = parsed(svg('', 'width="62mm" height="29mm"'));
    expect(millimetres.width / millimetres.height).toBeCloseTo(62 / 29);
  });

  it('fills places that have a text and drops what belongs to those that have none', () => {
    const template = parsed(
      svg(
        `${place}<path data-with="host" d="M0 0"/><g id="with-visitor"><path d="M1 1"/></g><g data-without="logo"><path d="M3 3"/></g>`,
      ),
    );
    const filled = (...names: PlaceName[]) => fillTemplate(template.parts, new Set(names), ({ place: { name } }) => `[${name}]`);
    expect(filled('visitor')).toMatch(/\[visitor\].*M1 1.*M3 3/);
    expect(filled('visitor')).not.toContain('M0 0');
    expect(filled('host', 'logo')).toMatch(/^(?!.*(visitor\]|M1 1|M3 3)).*M0 0/);
  });

  it.each([
    ['no box', svg('', ''), 'viewBox'],
    ['an empty box', svg('', 'viewBox="0 0 0 50"'), 'viewBox'],
    ['an endless box', svg('', 'viewBox="0 0 1e999 50"'), 'viewBox'],
    ['an unknown place', svg('<rect data-place="photograph" width="1" height="1"/>'), 'photograph'],
    ['an unknown named place', svg('<rect id="place-photograph" width="1" height="1"/>'), 'photograph'],
    ['a place without a size', svg('<rect data-place="host" width="10"/>'), 'host'],
    ['a size that is no number', svg('<rect data-place="host" width="10" height="wide"/>'), 'host'],
    ['a floor above the size', svg('<rect data-place="host" width="10" height="9" data-size="4" data-floor="5"/>'), 'host'],
    ['an unknown alignment', svg('<rect data-place="host" width="10" height="9" data-align="justify"/>'), 'host'],
    ['a place with something in it', svg('<g data-place="host" width="10" height="9"><path d=""/></g>'), 'host'],
    ['a place that is only a definition', svg('<defs><rect id="host" width="10" height="9"/></defs>'), 'host'],
    ['a place in a hidden layer', svg('<g style="display:none"><rect id="host" width="10" height="9"/></g>'), 'host'],
    ['an unknown condition', svg('<path data-with="weather" d=""/>'), 'weather'],
    ['no SVG', 'hello', 'xml'],
    ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'svg'],
  ])('refuses %s and names it', (_, text, field) => {
    expect(failureOf(text)).toEqual({ code: 'printer.badge', operation: 'template', field });
  });

  it.each(includedTemplates)('%s has every place that it needs, inside its page and apart from the others', (name) => {
    const text = readFileSync(path.join(assets, 'badges', `${name}.svg`), 'utf8');
    const template = parsed(text);
    const places = placesOf(text);
    const names = places.map((one) => one.place.name);
    expect(names.length).toBe(new Set(names).size);
    for (const wanted of ['visitor', 'host', 'date', 'code', 'qr']) expect(names).toContain(wanted);
    for (const { box } of places) {
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(template.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(template.height);
    }
    for (const { place: one } of places) {
      for (const { place: other } of places) {
        if (one === other || (one.name === 'logo' && other.name === 'site') || (one.name === 'site' && other.name === 'logo'))
          continue;
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.name} ${other.name}`).toBe(true);
      }
    }
  });

  it('PRN-1 escapes what XML would read, and drops what it forbids', () => {
    expect(escapeXml(`<text>&'"\u0000\u001b\uFFFEa\uD800`)).toBe('&#60;text&#62;&#38;&#39;&#34;a\uFFFD');
  });
});
