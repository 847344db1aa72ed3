import { describe, expect, it } from 'vitest';
import { codeIn, type Proven, type Scanned } from '../../../renderer/scan/scanned.ts';
import { onUsKeyboard } from '../../../renderer/scan/us-keyboard.ts';
import { isScan, noRun, withKey } from '../../../renderer/scan/wedge.ts';

/** What the keys of a US keyboard write on others, for those keys that differ. */
const german: Readonly<Record<string, string>> = {
  y: 'z',
  z: 'y',
  Y: 'Z',
  Z: 'Y',
  '-': 'ß',
  '/': '-',
  ':': 'Ö',
  '?': '_',
  '=': '´',
  '&': '/',
};
const french: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('1234567890', (digit, index) => [digit, 'à&é"\'(-è_ç'.split('')[(index + 1) % 10] ?? ''])),
  ...{ a: 'q', q: 'a', z: 'w', w: 'z', m: ',', A: 'Q', Q: 'A', Z: 'W', W: 'Z', M: '?', '/': '!', ':': 'M', '.': ':', '-': ')' },
};
const on = (layout: Readonly<Record<string, string>>, text: string): Scanned => ({
  text: Array.from(text, (key) => layout[key] ?? key).join(''),
  places: text,
});
const url = 'https://visit.example/v?code=FYZ12W';

describe('a scanner that types as on a US keyboard', () => {
  it('is read by the places of its keys where the letters could be no code', () => {
    expect(codeIn(on(french, 'FJUE12'), undefined, undefined)).toEqual({ code: 'FJUE12', proven: 'places' });
    expect(codeIn(on(german, url), undefined, undefined)).toEqual({ code: 'FYZ12W', proven: 'places' });
    expect(codeIn(on(french, url), undefined, undefined)).toEqual({ code: 'FYZ12W', proven: 'places' });
  });

  it('is remembered: a bare code that reads both ways is then read as the last one was', () => {
    const bare = on(german, 'FYZABC');
    expect(codeIn(bare, undefined, undefined).code).toBe('FZYABC');
    const { proven } = codeIn(on(german, url), undefined, undefined);
    expect(codeIn(bare, undefined, proven).code).toBe('FYZABC');
  });

  it('stays what was proven first, whatever a barcode of something else looks like', () => {
    const { proven } = codeIn(on(german, url), undefined, undefined);
    const foreign = codeIn({ text: 'PARCEL', places: 'P?RC/L' }, undefined, proven);
    expect(foreign).toEqual({ code: 'PARCEL', proven: 'places' });
    expect(codeIn(on(german, 'FYZABC'), undefined, foreign.proven).code).toBe('FYZABC');
    expect(codeIn({ text: 'P?RC/L', places: 'PARCEL' }, undefined, 'text')).toEqual({ code: 'PARCEL', proven: 'text' });
  });

  it('is what the installer says that it is', () => {
    const bare = on(german, 'FYZABC');
    expect(codeIn(bare, { layout: 'us' }, 'text').code).toBe('FYZABC');
    expect(codeIn(bare, { layout: 'system' }, 'places').code).toBe('FZYABC');
  });

  it('and one that knows the system’s layout is read as the system has it', () => {
    const known: Scanned = { text: url, places: Array.from(url, (key) => german[key] ?? key).join('') };
    expect(codeIn(known, undefined, undefined)).toEqual({ code: 'FYZ12W', proven: 'text' });
  });
});

describe('what a scanner adds', () => {
  it('is taken off, where it is there', () => {
    const options = { prefix: ']Q1', suffix: '#' };
    for (const text of [']Q1FJUEIW#', 'FJUEIW#', ']Q1FJUEIW', 'FJUEIW'])
      expect(codeIn({ text, places: text }, options, undefined).code).toBe('FJUEIW');
  });

  it.each(['4006381333931', 'WIFI:S:guest;;', '', 'A'.repeat(2_048)])('leaves no code in %j', (text) => {
    for (const proven of ['text', 'places', undefined] satisfies Proven[])
      expect(codeIn({ text, places: text }, undefined, proven).code).toBe('');
  });
});

describe('the keys of a US keyboard', () => {
  it.each([
    ['KeyY', false, 'y'],
    ['KeyZ', true, 'Z'],
    ['Digit1', false, '1'],
    ['Digit1', true, '!'],
    ['Semicolon', true, ':'],
    ['Slash', false, '/'],
    ['Slash', true, '?'],
    ['Numpad7', false, '7'],
    ['Enter', false, undefined],
    ['', false, undefined],
  ])('%s with Shift %s', (code, shiftKey, letter) => {
    expect(onUsKeyboard({ code, shiftKey })).toBe(letter);
  });

  it('count in a run also where the system waits for a letter to put an accent on', () => {
    let run = noRun;
    Array.from('https://a?c=FJUEIW').forEach((key, index) => {
      run = withKey(run, key === '=' ? '' : key, 1_000 + index * 6, key);
    });
    expect(isScan(run)).toBe(true);
    expect(run).toMatchObject({ text: 'https://a?cFJUEIW', places: 'https://a?c=FJUEIW' });
  });
});
