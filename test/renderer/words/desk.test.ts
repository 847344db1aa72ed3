import { describe, expect, it } from 'vitest';
import { type FailureCode, failures } from '../../../electron/contract/failure.ts';
import { languages } from '../../../electron/contract/language.ts';
import { causeIn } from '../../../renderer/words/causes/words.ts';
import { deskWordsIn } from '../../../renderer/words/desk/words.ts';
import { textsOf } from './texts.ts';

const codes = Object.keys(failures) as FailureCode[];
const isOfTheDesk = (code: FailureCode) => !/^call\./.test(code) && code !== 'bug';

describe.each(languages)('the desk in %s', (language) => {
  const words = deskWordsIn[language];
  const texts = textsOf(words);

  it('leaves no text empty, and shows no missing value', () => {
    // Chinese leaves no space between sentences.
    expect(texts.filter(([path, text]) => text.trim() === '' && path !== 'between')).toEqual([]);
    expect(texts.filter(([, text]) => /undefined|null|NaN|\[object|\$\{/.test(text))).toEqual([]);
  });

  it('has the same shape as English', () => {
    expect(texts.map(([path]) => path)).toEqual(textsOf(deskWordsIn.en).map(([path]) => path));
  });

  it('neither shouts nor blames', () => {
    expect(texts.filter(([, text]) => /[!！]|\b(invalid|illegal|oops|sorry)\b/i.test(text))).toEqual([]);
  });

  it('tells each failure in words of its own, with what to do, and no code', () => {
    const told = codes.filter(isOfTheDesk).map((code) => causeIn(language, code));
    expect(new Set(told.map(({ said }) => said)).size).toBe(told.length);
    for (const { said, todo } of told) {
      expect(said.length).toBeGreaterThan(3);
      expect(todo.length).toBeGreaterThan(3);
      expect(said + todo).not.toMatch(/bookings\.|journal\.|handOver\.|printer\.|[!！]/);
    }
  });

  it('tells what no desk should see as what should not happen', () => {
    const bug = causeIn(language, 'bug');
    for (const code of codes.filter((each) => !isOfTheDesk(each))) expect(causeIn(language, code)).toEqual(bug);
  });
});

describe('a refused token', () => {
  it('is wrong, expired, or not allowed from here: the server does not say which, so all three are said', () => {
    expect(causeIn('en', 'bookings.unauthorized').todo).toMatch(/wrong.*expired.*not allowed from this place/);
  });
});
