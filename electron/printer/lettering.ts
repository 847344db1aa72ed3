import { fitText } from './fit.ts';
import { type Measure, rightToLeft } from './measure.ts';
import { escapeXml, type Place } from './template.ts';

/** A text set into its place, as SVG: fitted, aligned, clipped to the box (with a tenth of a letter around it for overhangs). */
export function letter(text: string, place: Place, measure: Measure): string {
  const spacing = /^[\x20-\x7E]*$/.test(text) ? place.spacing : 0;
  const emOf = (part: string) => measure(part, place.weight).reduce((em, run) => em + run.em, 0) + spacing * part.length;
  const { size, leading, lines } = fitText(text, place, emOf);
  const mirrored = startsFromTheRight(text);
  const align = place.align === 'start' ? (mirrored ? 'right' : 'left') : place.align;
  const spare = place.height - lines.length * size * leading;
  const top = place.valign === 'top' ? 0 : place.valign === 'middle' ? spare / 2 : spare;
  // 0.86: with this baseline ascender and descender have the same room in the line; 1.07 is Noto Sans' own ascent.
  const baseline = leading > 1.2 ? 1.07 : 0.86;

  const set = lines.flatMap((line, at) => {
    const em = rightToLeft.test(line.text) ? emOf(line.text) : line.em;
    const spareWidth = place.width - (em - spacing) * size;
    const left = place.x + (align === 'left' ? 0 : align === 'right' ? spareWidth : spareWidth / 2);
    const y = place.y + top + (at * leading + baseline) * size;
    return piecesOf(line.text, place.weight, measure).map(
      // The drawing library lays every line out from left to right: an isolate gives it the direction of the whole text (UAX #9).
      (piece) =>
        `<text x="${round(left + piece.em * size)}" y="${round(y)}" font-family="${piece.family}">${escapeXml(mirrored ? `\u2067${piece.text}\u2069` : piece.text)}</text>`,
    );
  });
  const margin = size / 10;
  const clip = `clip-${place.name}`;
  return (
    `<clipPath id="${clip}"><rect x="${round(place.x - margin)}" y="${round(place.y - margin)}" width="${round(place.width + 2 * margin)}" height="${round(place.height + 2 * margin)}"/></clipPath>` +
    `<g clip-path="url(#${clip})" fill="#000" font-size="${round(size)}" font-weight="${place.weight}" letter-spacing="${round(spacing * size)}">${set.join('')}</g>`
  );
}

/** The base direction of a text is that of its first letter (UAX #9, rule P2). */
const startsFromTheRight = (text: string) => rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '');

/** What is drawn as one, and where it starts in letter sizes. */
function piecesOf(line: string, weight: number, measure: Measure): { text: string; family: string; em: number }[] {
  let at = 0;
  return measure(line, weight).map((run) => {
    const piece = { text: run.text, family: run.family, em: at };
    at += run.em;
    return piece;
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000;
