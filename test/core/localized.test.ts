import { describe, expect, it } from 'vitest';
import { textIn } from '../../electron/core/localized.ts';

const english = { language: 'en-US', text: 'Room' };
const hongKong = { language: 'zh-HK', text: '房間' };
const mainland = { language: 'zh_CN', text: '房间' };
const french = { language: 'fr', text: 'Salle' };

describe('textIn', () => {
  it.each([
    ['the same script', [english, mainland, hongKong], 'zh-Hant', '房間'],
    ['underscores', [english, mainland, hongKong], 'zh-Hans', '房间'],
    ['a bare zh is simplified', [english, { language: 'zh', text: '房' }], 'zh-Hans', '房'],
    ['the other script is better than another language', [english, mainland], 'zh-Hant', '房间'],
    ['region-less', [french, english], 'en', 'Room'],
    ['English before the first', [french, english], 'zh-Hans', 'Room'],
    ['the first where there is no English', [french], 'zh-Hans', 'Salle'],
    ['a text with no language', [{ language: '', text: 'Lobby' }], 'en', 'Lobby'],
    ['a tag that is none', [{ language: '!!', text: 'Lobby' }], 'en', 'Lobby'],
    ['nothing', [], 'en', undefined],
    ['absent', undefined, 'en', undefined],
  ] as const)('%s', (_name, texts, language, text) => {
    expect(textIn(texts, language)).toBe(text);
  });
});
