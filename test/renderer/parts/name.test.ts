import { describe, expect, it } from 'vitest';
import { scriptLanguage } from '../../../renderer/parts/Name.tsx';
import { placeParts } from '../../../renderer/parts/Place.tsx';

describe('the script of a name', () => {
  it.each([
    ['田中さくら', 'ja'],
    ['サクラ', 'ja'],
    ['김민서', 'ko'],
  ])('gives away its language: %s', (name, language) => {
    expect(scriptLanguage(name)).toBe(language);
  });

  it.each(['陳怡婷', '李明', 'Marguerite', 'محمد', '', '🎉'])(
    'leaves the shapes to the screen’s language where it does not: %s',
    (name) => {
      expect(scriptLanguage(name)).toBeUndefined();
    },
  );
});

describe('the parts of a place', () => {
  it('come nearest first, without those that are not known', () => {
    expect(placeParts({ building: 'Harbour Tower', floor: '12/F', room: 'Camellia' })).toEqual([
      'Camellia',
      '12/F',
      'Harbour Tower',
    ]);
    expect(placeParts({ building: 'Harbour Tower' })).toEqual(['Harbour Tower']);
    expect(placeParts({})).toEqual([]);
  });
});
