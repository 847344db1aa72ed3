import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localizedSchema, textSchema } from '../../../electron/bookings/schemas/text.ts';

const both = [
  { language: 'en', text: 'Jasmine' },
  { language: 'zh-HK', text: '茉莉' },
];

describe('a text in several languages', () => {
  it.each([
    [
      [
        { language: 'en', value: 'Jasmine' },
        { language: 'zh-HK', value: '茉莉' },
      ],
    ],
    [
      [
        { culture: 'en', text: 'Jasmine' },
        { culture: 'zh-HK', text: '茉莉' },
      ],
    ],
    [
      [
        { locale: 'en', name: 'Jasmine' },
        { code: 'zh-HK', value: '茉莉', id: 4 },
      ],
    ],
    [{ en: 'Jasmine', 'zh-HK': '茉莉', order: 3, note: null }],
    [
      [
        { language: 'en', value: 'Jasmine' },
        null,
        { language: 'fr' },
        { language: 'de', value: ' ' },
        { language: 'zh-HK', value: '茉莉' },
      ],
    ],
  ])('%j', (shape) => {
    expect(localizedSchema.parse(shape)).toEqual(both);
  });

  it.each([
    ['Jasmine', [{ language: '', text: 'Jasmine' }]],
    [12, [{ language: '', text: '12' }]],
    [['Jasmine'], [{ language: '', text: 'Jasmine' }]],
    [{ language: 'en', value: 'Jasmine' }, [{ language: 'en', text: 'Jasmine' }]],
    [[{ languageId: 2, value: 'Jasmine' }], [{ language: '', text: 'Jasmine' }]],
    [[{ language: 'en', value: 'Jas\u0000\u202Emine\n' }], [{ language: 'en', text: 'Jas mine' }]],
    ['', undefined],
    [[], undefined],
    [{}, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j', (shape, result) => {
    expect(localizedSchema.parse(shape)).toEqual(result);
  });

  it('does not take what is no text', () => {
    expect(localizedSchema.safeParse(true).success).toBe(false);
  });

  it('leaves prototypes alone', () => {
    expect(localizedSchema.parse(JSON.parse('{"__proto__":{"en":"Eve"},"en":"Jasmine"}'))).toEqual([
      { language: 'en', text: 'Jasmine' },
    ]);
  });

  it('is short, clean and never a surprise', () => {
    void fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = localizedSchema.safeParse(value);
        for (const { language, text } of (read.success && read.data) || []) {
          expect(typeof language).toBe('string');
          expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
          expect(text).not.toBe('');
        }
      }),
    );
    const many = Array.from({ length: 5_000 }, (_, place) => ({ language: `x-${place}`, value: 'Jasmine' }));
    expect(localizedSchema.parse(many)?.length).toBeLessThanOrEqual(40);
  });
});

describe('a text', () => {
  it.each([
    ['  Ada  ', 'Ada'],
    [12, '12'],
    ['', undefined],
    [null, undefined],
  ])('%j', (value, text) => {
    expect(textSchema.parse(value)).toBe(text);
  });

  it('is shortened', () => {
    expect(textSchema.parse('x'.repeat(500))?.length).toBeLessThanOrEqual(120);
  });
});
