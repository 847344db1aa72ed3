import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyReader, type Reply } from '../../../electron/printer/escpos/replies.ts';

const read = (...packets: number[][]): Reply[] => {
  const reader = createReplyReader();
  return packets.flatMap((packet) => reader.push(Uint8Array.from(packet)));
};
const process = [0x37, 0x22, 0x41, 0x42, 0x31, 0x32, 0x00];
const automatic = [0x14, 0x00, 0x00, 0x0f];

describe('replies', () => {
  it('tells status, process id and the unasked status apart', () => {
    expect(read([0x12, ...automatic, ...process, 0x1a])).toEqual([
      { kind: 'status', byte: 0x12 },
      { kind: 'process', id: 'AB12' },
      { kind: 'status', byte: 0x1a },
    ]);
  });

  it('PRN-6 reads the same however the packets fall', () => {
    const stream = [0x12, ...process, ...automatic, 0x99, 0x12, 0x37, 0x22, 0x41, 0x12];
    const whole = read(stream);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }), (lengths) => {
        const packets: number[][] = [];
        let at = 0;
        for (const length of lengths) {
          packets.push(stream.slice(at, at + length));
          at += length;
        }
        expect(read(...packets)).toEqual(whole);
      }),
    );
  });

  it('PRN-6 nothing but the right bytes is a process id', () => {
    for (let at = 1; at < process.length; at++) {
      for (const wrong of [0x01, 0x7f, 0xff]) {
        const bytes = [...process];
        bytes[at] = wrong;
        expect(read(bytes).filter(({ kind }) => kind === 'process')).toEqual([]);
      }
    }
    expect(read(process.slice(0, 6))).toEqual([]);
  });

  it('PRN-6 a stray header does not swallow the answer after it', () => {
    expect(read([0x37, 0x12])).toEqual([{ kind: 'stray' }, { kind: 'status', byte: 0x12 }]);
    expect(read([0x10, 0x12, 0x12])).toEqual([{ kind: 'stray' }, { kind: 'status', byte: 0x12 }, { kind: 'status', byte: 0x12 }]);
  });

  it('PRN-6 a byte that is no frame is stray, and never more than that', () => {
    for (let byte = 0; byte < 256; byte++) {
      const replies = read([byte]);
      if ((byte & 0x93) === 0x12) expect(replies).toEqual([{ kind: 'status', byte }]);
      else if ((byte & 0x93) === 0x10 || byte === 0x37) expect(replies).toEqual([]);
      else expect(replies).toEqual([{ kind: 'stray' }]);
    }
  });

  it('never throws and never grows, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (packets) => {
        const bytes = packets.reduce((sum, packet) => sum + packet.length, 0);
        expect(read(...packets.map((packet) => [...packet])).length).toBeLessThanOrEqual(bytes);
      }),
    );
  });
});
