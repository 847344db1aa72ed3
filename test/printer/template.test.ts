import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeXml, fillTemplate, type PlaceName, parseTemplate } from '../../electron/printer/template.ts';
import { assets } from './people.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${inside}</svg>`;
const place = '<rect data-place="visitor" x="1" y="2" width="30" height="10" data-size="9" data-floor="4"/>';

const parsed = (text: string) => {
  const result = parseTemplate(text);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe('template', () => {
  it('finds a place, with what it says and what it leaves out', () => {
    const template = parsed(svg(place));
    expect([template.width, template.height]).toEqual([100, 50]);
    expect(template.parts[1]).toEqual({
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
    });
  });

  it('reads what drawing programs write: any order, either quote, a closing tag, line breaks, commas in the box', () => {
    const text = `<svg xmlns='http://www.w3.org/2000/svg'\n viewBox='0,0,100,50'><rect\n height='10' width="30"\n data-size='9' data-place='code'></rect></svg>`;
    expect(parsed(text).parts[1]).toMatchObject({ place: { name: 'code', height: 10, width: 30, x: 0 } });
  });

  it('fills places that have a text and drops what belongs to those that have none', () => {
    const template = parsed(svg(`${place}<path data-with="host" d="M0 0"/><path data-with="visitor" d="M1 1"/><path d="M2 2"/>`));
    const filled = fillTemplate(template, new Set<PlaceName>(['visitor']), ({ name }) => `[${name}]`);
    expect(filled).toBe(svg(`[visitor]<path data-with="visitor" d="M1 1"/><path d="M2 2"/>`));
  });

  it('does not take a place in a comment for one', () => {
    expect(parsed(svg(`<!-- ${place} -->`)).parts).toHaveLength(1);
  });

  it.each([
    ['no box', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'viewBox'],
    ['an empty box', '<svg viewBox="0 0 0 50"></svg>', 'viewBox'],
    ['an unknown place', svg('<rect data-place="photograph" width="1" height="1"/>'), 'photograph'],
    ['a place without a size', svg('<rect data-place="host" width="10"/>'), 'host'],
    ['a size that is no number', svg('<rect data-place="host" width="10" height="wide"/>'), 'host'],
    ['a floor above the size', svg('<rect data-place="host" width="10" height="9" data-size="4" data-floor="5"/>'), 'host'],
    ['an unknown alignment', svg('<rect data-place="host" width="10" height="9" data-align="justify"/>'), 'host'],
    ['a place with something in it', svg('<g data-place="host" width="10" height="9"><path d=""/></g>'), 'data-place'],
    ['an unknown condition', svg('<path data-with="weather" d=""/>'), 'weather'],
    ['no SVG', 'hello', 'viewBox'],
  ])('refuses %s and names it', (_, text, field) => {
    expect(parseTemplate(text)).toEqual({ ok: false, failure: { code: 'printer.badge', operation: 'template', field } });
  });

  it.each(['badge', 'slip'])('the %s of the assets has every place, inside its box', (name) => {
    const template = parsed(readFileSync(path.join(assets, 'badges', `${name}.svg`), 'utf8'));
    const places = template.parts.flatMap((part) => (typeof part === 'object' && 'place' in part ? [part.place] : []));
    const names = places.map((one) => one.name);
    expect(names.length).toBe(new Set(names).size);
    for (const wanted of ['visitor', 'host', 'date', 'time', 'place', 'site', 'code', 'qr']) expect(names).toContain(wanted);
    for (const { x, y, width, height } of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(template.width);
      expect(y + height).toBeLessThanOrEqual(template.height);
    }
    // No text stands in the quiet zone of the code.
    const qr = places.find((one) => one.name === 'qr');
    for (const other of places.filter((one) => one.name !== 'qr' && one.name !== 'code')) {
      const apart = other.y + other.height <= (qr?.y ?? 0) || other.x + other.width <= (qr?.x ?? 0);
      expect(apart, other.name).toBe(true);
    }
  });

  it('PRN-1 escapes what XML would read, and drops what it forbids', () => {
    expect(escapeXml(`<text>&'"\u0000\u001b\uFFFEa\uD800`)).toBe('&#60;text&#62;&#38;&#39;&#34;a\uFFFD');
  });
});
