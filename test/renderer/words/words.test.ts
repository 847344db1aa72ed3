import { describe, expect, it } from 'vitest';
import { languages } from '../../../electron/contract/language.ts';
import type { Refusal } from '../../../electron/contract/lobby.ts';
import { lookOf, wordsOf } from '../../../renderer/lobby/refusals.ts';
import { type Words, wordsIn } from '../../../renderer/words/words.ts';
import { textsOf } from './texts.ts';

const now = Date.parse('2026-11-22T01:00:00Z');
const at = '2026-11-22T09:00:00+08:00';
const refusals: Refusal[] = [
  { reason: 'unknownCode' },
  { reason: 'notACode' },
  { reason: 'tooEarly', from: at },
  { reason: 'tooEarly', from: at, opens: '2026-11-22T08:30:00+08:00' },
  { reason: 'expired', to: at },
  { reason: 'otherBuilding', building: 'Riverside House' },
  { reason: 'alreadyCheckedIn', at },
  { reason: 'alreadyCheckedOut', at },
  { reason: 'notCheckedIn' },
  { reason: 'blocked' },
  { reason: 'tooManyTries' },
  { reason: 'noAnswer' },
  { reason: 'notRecorded' },
];

describe('the word files', () => {
  it('are there for every language of the contract, in its order', () => {
    expect(Object.keys(wordsIn)).toEqual([...languages]);
  });

  describe.each(languages)('%s', (language) => {
    const words: Words = wordsIn[language];
    const texts = textsOf(words).filter(([path]) => !path.startsWith('confirm.sentence'));

    it('leaves no text empty', () => {
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('never shouts, blames or speaks of machines', () => {
      const rude =
        /[!！]|\b(error|invalid|server|network|failed|denied|illegal|wrong)\b|錯誤|错误|伺服器|服务器|網路|网络|無效|无效|失敗|失败/i;
      // That the kiosk works without the server is said in these words on purpose, and nowhere else.
      const elsewhere = texts.filter(([path]) => !path.startsWith('offline.'));
      expect(elsewhere.filter(([, text]) => rude.test(text))).toEqual([]);
    });

    it('shows no stand-in or missing value', () => {
      expect(texts.filter(([, text]) => /undefined|null|NaN|\[object|\$\{/.test(text))).toEqual([]);
    });

    it('has the same shape as English', () => {
      expect(textsOf(words).map(([path]) => path)).toEqual(textsOf(wordsIn.en).map(([path]) => path));
    });

    it.each(refusals)('says why and how to go on: $reason', (refusal) => {
      for (const purpose of ['checkIn', 'checkOut'] as const) {
        const said = wordsOf(refusal, purpose, words, now);
        expect(said.sentence.length).toBeGreaterThan(1);
        expect(lookOf(refusal.reason, purpose).icon).toBeDefined();
      }
    });
  });

  it.each([
    ['en', 'Your visit begins at 09:00. Please check in at 08:30 or later, or ask reception.'],
    ['zh-Hant', '您的來訪時間從今天上午09:00開始。今天上午08:30起即可報到，或洽詢櫃檯。'],
    ['zh-Hans', '您的来访时间从今天09:00开始。今天08:30起即可签到，或咨询前台。'],
  ] as const)('say in %s from when on an early visitor may check in', (language, more) => {
    const refusal = { reason: 'tooEarly', from: at, opens: '2026-11-22T08:30:00+08:00' } as const;
    expect(wordsOf(refusal, 'checkIn', wordsIn[language], Date.parse('2026-11-22T00:00:00Z')).more).toBe(more);
  });

  it('say in English what people and scripts rely on', () => {
    const { action, refused, checkedIn, checkedOut, type } = wordsIn.en;
    expect(action).toMatchObject({
      checkIn: 'Check in',
      checkOut: 'Check out',
      typeCode: 'Type the code',
      continue: 'Continue',
      confirm: "Yes, that's me",
      notMe: 'Not me',
      back: 'Back',
      done: 'Done',
    });
    expect(type.field).toBe('Registration code');
    expect(checkedIn.sentence).toBe('You are checked in');
    expect(checkedOut.sentence).toBe('You are checked out');
    expect(refused.unknownCode.sentence).toBe("We don't know this code");
    expect(refused.blocked).toEqual({ sentence: 'Please see reception' });
    expect(refused.tooManyTries.sentence).toBe('Please see reception');
  });

  it('say calmly that the server is away, and what the visitor can do', () => {
    expect(wordsIn.en.offline).toEqual({
      canCheckIn: 'Working without the server. You can still check in.',
      askReception: 'Working without the server. Reception will gladly check you in.',
      leaving: 'Working without the server.',
    });
    for (const { offline } of Object.values(wordsIn)) {
      const alarm = /[!！]|\b(error|failed|down|broken|sorry)\b|錯誤|错误|失敗|失败|故障|警告/i;
      expect(Object.values(offline).filter((text) => alarm.test(text))).toEqual([]);
    }
  });

  it('say of a print only what is known: "take" is said in one state alone', () => {
    for (const { badge, slip } of Object.values(wordsIn))
      for (const print of [badge, slip]) expect(new Set(Object.values(print)).size).toBe(5);
    expect(wordsIn.en.badge.sent).toBe('Your badge was sent to the printer. If it does not come out, please ask reception.');
    expect(wordsIn.en.badge.collect).toBe('Please collect your badge at reception.');
  });
});

describe('a building in another script', () => {
  it('keeps its direction to itself', () => {
    const said = wordsOf({ reason: 'otherBuilding', building: 'برج الميناء' }, 'checkIn', wordsIn.en, now);
    expect(said.more).toContain('\u2068برج الميناء\u2069');
  });
});

describe('the ways on', () => {
  it('leads from "already in" to checking out only a person who came to check in', () => {
    expect(lookOf('alreadyCheckedIn', 'checkIn').wayOn).toBe('checkOutInstead');
    expect(lookOf('alreadyCheckedIn', 'checkOut').wayOn).toBeUndefined();
    expect(lookOf('notCheckedIn', 'checkOut').wayOn).toBe('checkInInstead');
  });

  it('offers another try where one may help, and none where it does not', () => {
    expect(refusals.filter(({ reason }) => lookOf(reason, 'checkIn').wayOn === 'tryAgain').map(({ reason }) => reason)).toEqual([
      'unknownCode',
      'notACode',
      'noAnswer',
      'notRecorded',
    ]);
    expect(lookOf('blocked', 'checkIn').wayOn).toBeUndefined();
  });
});
