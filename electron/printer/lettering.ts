import { fitText } from './fit.ts';
import type { Place } from './place.ts';
import { type Shape, type ShapedLine, startsFromTheRight } from './shaping.ts';

/**
 * A text set into its place, as SVG: fitted, aligned, nothing further out of the box than a tenth of a letter. Letters are
 * drawn as outlines, so that the picture is the same on every machine. `id` tells the clips of a picture apart.
 */
export function letter(text: string, place: Place, shape: Shape, id: number): string {
  const mirrored = startsFromTheRight(text);
  const spacing = /^[\x20-\x7E]*$/.test(text) ? place.spacing : 0;
  const set = (line: string) => spaced(shape(line, place.weight, mirrored), spacing);
  const emOf = (line: string) => set(line).em + spacing;
  // The room that Latin capitals and descenders look well in, and more where the ink of this text needs it.
  const whole = set(text);
  const above = Math.max(0.86, whole.above + 0.03);
  const below = Math.max(0.24, whole.below + 0.03);
  const leading = above + below;

  const fitted = fitText(text, place, emOf, leading);
  const lines = fitted.lines.map((line) => set(line.text));
  // Letters that stand together may take a little more room than they were measured to take alone.
  const size = Math.min(fitted.size, ...lines.map((line) => place.width / line.em));
  const align = place.align === 'start' ? (mirrored ? 'right' : 'left') : place.align;
  const spare = place.height - lines.length * size * leading;
  const top = place.valign === 'top' ? 0 : place.valign === 'middle' ? spare / 2 : spare;

  const drawn = lines.map((line, at) => {
    const room = place.width - line.em * size;
    const x = place.x + (align === 'left' ? 0 : align === 'right' ? room : room / 2);
    return outlines(line, x, place.y + top + (at * leading + above) * size, size, place.weight);
  });
  const group = `<g fill="#000" stroke="#000" stroke-linejoin="round">${drawn.join('')}</g>`;
  // Hardly any text needs to be cut off at its box, and cutting costs as much as all the rest of the drawing.
  const isInside = (line: ShapedLine) => Math.max(line.before, line.after, line.above - above, line.below - below) <= overhang;
  if (lines.every(isInside)) return group;
  const margin = size * overhang;
  const [x, y, width, height] = [place.x - margin, place.y - margin, place.width + 2 * margin, place.height + 2 * margin];
  return (
    `<clipPath id="foyer-${id}"><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/></clipPath>` +
    `<g clip-path="url(#foyer-${id})">${group}</g>`
  );
}

const overhang = 0.1;

function spaced(line: ShapedLine, spacing: number): ShapedLine {
  if (spacing === 0) return line;
  const glyphs = line.glyphs.map((glyph, at) => ({ ...glyph, x: glyph.x + at * spacing * 1000 }));
  return { ...line, glyphs, em: line.em + spacing * Math.max(0, glyphs.length - 1) };
}

function outlines(line: ShapedLine, x: number, y: number, size: number, weight: number): string {
  const scale = round(size / 1000);
  const paths = line.glyphs.map(({ font, id, x: right, y: up }) => {
    const stroke = weight >= 600 ? font.bold * 2 : 0;
    return `<path transform="translate(${right} ${up})" stroke-width="${stroke}" d="${font.shaper.glyphToPath(id)}"/>`;
  });
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;
