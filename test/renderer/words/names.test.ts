import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../renderer/words/names.ts';
import { wordsIn } from '../../../renderer/words/words.ts';

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

describe('a list of names', () => {
  it("is put together in the screen's language", () => {
    expect(plain(namesIn(wordsIn.en, ['Coffee', 'Tea', 'Water']))).toBe('Coffee, Tea and Water');
    expect(plain(namesIn(wordsIn['zh-Hant'], ['咖啡', '茶', '水']))).toBe('咖啡、茶和水');
    expect(plain(namesIn(wordsIn['zh-Hans'], ['咖啡']))).toBe('咖啡');
  });

  it('keeps the direction of each name to itself', () => {
    expect(namesIn(wordsIn.en, ['قهوة', 'Tea'])).toBe('\u2068قهوة\u2069 and \u2068Tea\u2069');
  });
});
