import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBadges } from '../../electron/printer/badge.ts';
import { encodeJob as encodeQl } from '../../electron/printer/brother-ql/job.ts';
import { qlRoll } from '../../electron/printer/brother-ql/media.ts';
import { type EscposFamily, encodeJob as encodeEscpos } from '../../electron/printer/escpos/job.ts';
import type { Picture } from '../../electron/printer/picture.ts';
import type { Job } from '../../electron/printer/protocol.ts';
import { encodeJob as encodeStar } from '../../electron/printer/star/job.ts';
import { encodeJob as encodeZpl } from '../../electron/printer/zpl/job.ts';
import { readQlCommands } from '../fakes/brother-ql.ts';
import { readCommands } from '../fakes/escpos.ts';
import { readStarCommands } from '../fakes/star.ts';
import { readZplCommands } from '../fakes/zpl.ts';
import { anyText } from './any-text.ts';
import { assets, content, people } from './people.ts';

/** The commands of a stream, without what is in the picture and without what chance chose, which differ from job to job. */
const without = (command: object): object =>
  Object.fromEntries(
    Object.entries(command).flatMap(([key, value]) => {
      if (Buffer.isBuffer(value)) return [[key, value.length]];
      return key === 'id' ? [] : [[key, value]];
    }),
  );

interface Language {
  readonly name: string;
  encode(picture: Picture): Job;
  read(stream: Buffer): object[];
}
const escpos = (family: EscposFamily): Language => ({
  name: `escpos ${family}`,
  encode: (picture) => encodeEscpos(picture, family),
  read: readCommands,
});
const roll = qlRoll({ width: 62 });
const label = qlRoll({ width: 62, height: 100 });
const languages: readonly Language[] = [
  escpos('epson'),
  escpos('custom'),
  escpos('daruma'),
  escpos('tanca'),
  {
    name: 'star',
    encode: encodeStar,
    // How many ETB there are is by chance.
    read: (stream) => readStarCommands(stream).filter(({ name }) => name !== 'etb'),
  },
  {
    name: 'brother-ql roll',
    encode: (picture) => encodeQl(picture, { ...(roll && { roll }), switches: true }),
    read: readQlCommands,
  },
  {
    name: 'brother-ql label',
    encode: (picture) => encodeQl(picture, { ...(label && { roll: label }), switches: false }),
    read: readQlCommands,
  },
  { name: 'zpl', encode: (picture) => encodeZpl(picture, { width: 576, dpi: 203 }), read: readZplCommands },
];
const badges = createBadges({ assets, media: { width: 576, dpi: 203 } });
const pictureOf = (visitor: string, company = visitor): Picture => {
  const drawn = badges.draw(content({ visitor, company }));
  if (!drawn.ok) throw new Error(drawn.failure.code);
  return drawn.value;
};
const plainPicture = pictureOf('Anna Lind');
const streamOf = (language: Language, picture: Picture): Buffer => Buffer.from(language.encode(picture).bytes);
const shapeOf = (language: Language, picture: Picture) => language.read(streamOf(language, picture)).map(without);
const plain = new Map(languages.map((language) => [language.name, shapeOf(language, plainPicture)]));

describe('the commands of a stream', () => {
  it('PRN-1 PRN-5 do not depend on the visitor, in any language: all of Unicode', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyText, anyText, (visitor, company) => {
        const picture = pictureOf(visitor, company);
        for (const language of languages) expect(shapeOf(language, picture), language.name).toEqual(plain.get(language.name));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ...people.map(({ visitor }) => visitor),
    '^XA^FD~JA^XZ',
    '~HS \\ _5E ^FS ^XZ',
    'ě ĝ Đ Ą č',
    '\u001b@\u001dV\u0000',
    '\u001b*rB\u0017\u001b\u0006\u0018',
    '\u001biz\u001a\u001biS',
    '\uD800\uDC00\uDFFF\uD83D',
  ])('PRN-1 PRN-5 for %j are those for a plain name', (visitor) => {
    const picture = pictureOf(visitor);
    for (const language of languages) expect(shapeOf(language, picture), language.name).toEqual(plain.get(language.name));
  });

  it('PRN-1 PRN-5 do not depend on the dots: whatever the picture, also every byte a command', () => {
    const bytes = fc.constantFrom(0x00, 0xff, 0x1b, 0x06, 0x17, 0x1a, 0x67, 0x62, 0x69, 0x53, 0x10, 0x04, 0x5e, 0x7e, 0x02);
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 16, maxLength: 16 }), (pattern) => {
        const bits = Uint8Array.from({ length: 72 * 200 }, (_, at) => pattern[at % pattern.length] ?? 0);
        const picture = { width: 576, height: 200, bits };
        const white = { width: 576, height: 200, bits: new Uint8Array(bits.length) };
        for (const language of languages) expect(shapeOf(language, picture), language.name).toEqual(shapeOf(language, white));
      }),
      { numRuns: 60 },
    );
  });

  it.each(languages)('carry nothing of the job before it: $name', (language) => {
    const picture = (fill: number): Picture => ({ width: 576, height: 160, bits: new Uint8Array(72 * 160).fill(fill) });
    const once = streamOf(language, picture(0x00));
    streamOf(language, picture(0xff));
    const again = streamOf(language, picture(0x00));
    expect(again.includes(0xff)).toBe(once.includes(0xff));
    expect(language.read(again).map(without)).toEqual(language.read(once).map(without));
  });
});
