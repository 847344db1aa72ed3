import ipp from '@sealsystems/ipp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeRequest } from '../../../electron/printer/ipp/message.ts';
import { isSound, mostBytes } from '../../../electron/printer/ipp/sound.ts';

/** A whole answer, with every type that printers use and a collection within a collection. */
const answer = ipp.serialize({
  version: '2.0',
  id: 7,
  operation: 'Print-Job',
  'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en', 'last-document': true },
  'job-attributes-tag': {
    copies: 2,
    'media-col': { 'media-size': { 'x-dimension': 6200, 'y-dimension': 10000 }, 'media-left-margin': 0 },
    'printer-resolution': [300, 300, 'dpi'],
    'print-quality': 'high',
  },
});
// The status takes the place of the operation.
answer.writeUInt16BE(0, 2);

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

describe('an answer by IPP', () => {
  it('is read', () => {
    expect(decodeAnswer(answer)).toMatchObject({
      status: 'successful-ok',
      jobs: [{ copies: 2, 'media-col': { 'media-size': { 'x-dimension': 6200, 'y-dimension': 10000 } }, 'print-quality': 'high' }],
    });
  });

  it('tells what has no value from what is unknown, and leaves the rest as it is', () => {
    const group = '02 13 0001 61 0000 12 0001 62 0000 44 0001 63 0001 12 12 0000 0000 21 0001 64 0004 12121212';
    const bytes = hex(`0200 0000 00000001 ${group} 03`);
    expect(decodeAnswer(bytes)?.jobs).toEqual([{ a: '', b: undefined, c: ['\x12', undefined], d: 0x12121212 }]);
  });

  it('PRN-6 cut at any byte is none', () => {
    for (let length = 0; length < answer.length; length++) {
      expect(decodeAnswer(Buffer.from(answer.subarray(0, length))), `${length} bytes`).toBeUndefined();
    }
  });

  it.each([
    ['a length below zero', '0200 0000 00000001 01 47 0001 61 ffff'],
    ['a name longer than the answer', '0200 0000 00000001 02 21 7fff 61 0004 00000001 03'],
    ['a number of two bytes', '0200 0000 00000001 02 21 0001 61 0002 0001 03'],
    ['a value before any group', '0200 0000 00000001 21 0001 61 0004 00000001 03'],
    ['a collection that does not end', '0200 0000 00000001 02 34 0001 61 0000 03'],
    ['a collection that ends before it begins', '0200 0000 00000001 02 37 0000 0000 03'],
    ['a type that nobody knows', '0200 0000 00000001 02 7f 0001 61 0004 00000001 03'],
    ['a name that is the prototype’s', '0200 0000 00000001 02 21 0009 5f5f70726f746f5f5f 0004 00000001 03'],
    ['a text in a language, of the wrong length', '0200 0000 00000001 02 35 0001 61 0006 0002 656e 0009 03'],
  ])('PRN-6 %s is none', (_name, bytes) => {
    expect(isSound(hex(bytes))).toBe(false);
    expect(decodeAnswer(hex(bytes))).toBeUndefined();
  });

  it('PRN-6 collections in collections without end, and more than anybody sends, are none', () => {
    const head = hex('0200 0000 00000001 02');
    const deeper = hex('34 0001 61 0000 4a 0000 0001 61');
    expect(isSound(Buffer.concat([head, ...Array.from({ length: 5_000 }, () => deeper)]))).toBe(false);
    expect(isSound(Buffer.alloc(mostBytes + 1, 3))).toBe(false);
    const value = hex('21 0001 61 0004 00000001');
    expect(isSound(Buffer.concat([head, ...Array.from({ length: 10_002 }, () => value), hex('03')]))).toBe(false);
  });

  it('PRN-6 whatever comes, it is read or refused, and that ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        decodeAnswer(Buffer.from(bytes));
      }),
      { numRuns: 2_000 },
    );
    const place = fc.nat(answer.length - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const spoiled = Buffer.from(answer);
        for (const [at, byte] of changes) spoiled[at] = byte;
        decodeAnswer(spoiled);
      }),
      { numRuns: 20_000 },
    );
  });
});

it('PRN-1 a request is sound itself, and the texts in it are no more than texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const own = { 'job-name': text, 'job-id': 3 };
      const bytes = encodeRequest('ipp://127.0.0.1/a', '2.0', { operation: 'Create-Job', own });
      expect(isSound(bytes)).toBe(true);
      const read = ipp.parse(bytes)['operation-attributes-tag'] as Record<string, unknown>;
      expect(Object.keys(read).sort()).toEqual(
        ['attributes-charset', 'attributes-natural-language', 'job-id', 'job-name', 'printer-uri', 'requesting-user-name'].sort(),
      );
    }),
  );
});
