import { describe, expect, it } from 'vitest';
import { shownName } from '../../electron/core/name.ts';

describe('shownName', () => {
  it.each([
    [{ name: 'Amélie Lambert', givenName: 'Amélie', familyName: 'Lambert' }, 'Amélie L.'],
    [{ name: 'Amélie Lambert' }, 'Amélie L.'],
    [{ name: 'Jan van der Berg' }, 'Jan B.'],
    [{ name: 'Øystein Ødegård' }, 'Øystein Ø.'],
    [{ name: 'Cher' }, 'Cher'],
    [{ name: '陳大文' }, '陳○文'],
    [{ name: '王芳' }, '王○'],
    [{ name: '欧阳小明' }, '欧○○明'],
    [{ name: '陳' }, '陳'],
    [{ name: '김민준' }, '김○준'],
    [{ name: 'スーザン' }, 'ス○○ン'],
    [{ name: '山田ジョー' }, '山○○○ー'],
    [{ name: '陳大文', givenName: '大文', familyName: '陳' }, '陳○文'],
    [{ name: 'ليلى حداد' }, 'ليلى ح.'],
    [{ name: 'สมชาย ใจดี' }, 'สมชาย ใ.'],
    [{ name: 'Zoë ❤ 42' }, 'Zoë '],
    [{ name: '' }, ''],
  ])('%j → %s', (visitor, shown) => {
    expect(shownName(visitor).trim()).toBe(shown.trim());
  });
});
