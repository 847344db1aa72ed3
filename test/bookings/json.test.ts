import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../electron/bookings/json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('API-3 JSON is read strictly', () => {
  it('API-3 gives back whatever was written', () => {
    void fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(parseJson(bytes(text))).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it('API-3 never throws, whatever the bytes', () => {
    void fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void parseJson(noise)));
  });

  it('API-3 a text cut off anywhere is none', () => {
    const whole = bytes('{"data":[{"id":1,"name":"Zoë 王"}]}');
    for (let length = 0; length < whole.length; length += 1) expect(parseJson(whole.subarray(0, length))).toBeUndefined();
    expect(parseJson(whole)).toBeDefined();
  });

  it.each(['', ' ', '{"id":NaN}', '{"id":Infinity}', "{'id':1}", '{"id":1}{"id":2}', 'undefined', '{"id":01}'])(
    'API-3 refuses %j',
    (text) => {
      expect(parseJson(bytes(text))).toBeUndefined();
    },
  );

  it('API-3 refuses bytes that are not UTF-8', () => {
    expect(parseJson(Buffer.from('{"name":"Zoë"}', 'latin1'))).toBeUndefined();
    expect(parseJson(Buffer.from('{"name":"Zoë"}', 'utf16le'))).toBeUndefined();
    expect(parseJson(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBeUndefined();
  });

  it('API-3 takes a byte order mark, which some servers write', () => {
    expect(parseJson(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('1')]))).toEqual({ value: 1 });
  });

  it('API-3 refuses deep nesting without building it', () => {
    expect(parseJson(bytes('['.repeat(32) + ']'.repeat(32)))).toBeDefined();
    expect(parseJson(bytes('['.repeat(33) + ']'.repeat(33)))).toBeUndefined();
    expect(parseJson(bytes('{"a":'.repeat(500_000)))).toBeUndefined();
    expect(parseJson(bytes(JSON.stringify(`${'['.repeat(99)}\\"${'{'.repeat(99)}`)))).toBeDefined();
  });

  it('API-3 takes the last of duplicate keys and leaves prototypes alone', () => {
    expect(parseJson(bytes('{"id":1,"id":2}'))).toEqual({ value: { id: 2 } });
    const parsed = parseJson(bytes('{"__proto__":{"polluted":true}}'));
    expect(parsed).toBeDefined();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
