import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLimit, normaliseCode } from '../../electron/contract/code.ts';

describe('normaliseCode', () => {
  it.each([
    ['FJUEIW', 'FJUEIW'],
    ['fjueiw', 'FJUEIW'],
    [' FJU EIW\r\n', 'FJUEIW'],
    ['fju-eiw', 'FJUEIW'],
    ['ＦＪＵＥＩＷ', 'FJUEIW'],
    ['AB12CD', 'AB12CD'],
    ['https://visit.example/v?registrationCode=fjueiw&utm_source=mail', 'FJUEIW'],
    ['https://visit.example/v?code=FJUEIW', 'FJUEIW'],
    ['HTTPS://VISIT.EXAMPLE/BADGE/FJUEIW', 'FJUEIW'],
    ['https://visit.example/portal/badges/FJUEIW/', 'FJUEIW'],
    [`https://visit.example/v?tracking=${'x'.repeat(300)}&code=FJUEIW`, 'FJUEIW'],
  ])('%s → %s', (text, code) => {
    expect(normaliseCode(text)).toBe(code);
  });

  it.each([
    '',
    'FJUEI',
    'FJUEIWX',
    'FJÜEIW',
    'FJUEI!',
    'https://visit.example/portal/badges',
    'https://visit.example/?name=FJUEIW',
    'https://',
    'javascript:FJUEIW',
    'WIFI:S:guest;T:WPA;P:secret12;;',
    'BEGIN:VCARD\nFN:Ben\nEND:VCARD',
    '\u001b@FJUEIW',
    'FJUEIW'.repeat(400),
    `https://visit.example/${'x'.repeat(2100)}/FJUEIW`,
  ])('%j is none', (text) => {
    expect(normaliseCode(text)).toBeUndefined();
  });

  it('is idempotent and yields six letters or digits or nothing, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.webUrl({ withQueryParameters: true })), (text) => {
        const code = normaliseCode(text);
        if (code === undefined) return;
        expect(code).toMatch(/^[A-Z0-9]{6}$/);
        expect(code.length).toBeLessThanOrEqual(codeLimit);
        expect(normaliseCode(code)).toBe(code);
      }),
      { numRuns: 1000 },
    );
  });
});
