import { describe, expect, it } from 'vitest';
import { questions, readiness, readStatus, statusQuestion } from '../../../electron/printer/escpos/status.ts';

const bytes = Array.from({ length: 256 }, (_, byte) => byte);

describe('status', () => {
  it('asks DLE EOT n', () => {
    expect(questions.map((question) => [...statusQuestion(question)])).toEqual([
      [16, 4, 1],
      [16, 4, 2],
      [16, 4, 3],
      [16, 4, 4],
    ]);
  });

  it.each(questions)('PRN-6 of all 256 bytes only those with the four fixed bits answer question %i', (question) => {
    const answers = bytes.filter((byte) => readStatus(question, byte) !== 'unknown');
    // Bits 7 and 0 off, 4 and 1 on: counted here by their binary digits, not by the mask of the source.
    const fixed = bytes.filter((byte) => /^0..1..10$/.test(byte.toString(2).padStart(8, '0')));
    expect(answers).toEqual(fixed);
    expect(answers).toHaveLength(16);
  });

  it.each([
    [1, [0x12, 0x16, 0x52, 0x56]],
    [2, [0x12, 0x1a]],
    [3, [0x12]],
    [4, [0x12, 0x16, 0x1a, 0x1e]],
  ] as const)('PRN-6 exactly these bytes say that all is well to question %i', (question, ready) => {
    expect(bytes.filter((byte) => readStatus(question, byte) === 'ready')).toEqual(ready);
  });

  it.each([
    [1, 0x1a, 'printer.offline'],
    [1, 0x32, 'printer.offline'],
    [2, 0x16, 'printer.coverOpen'],
    [2, 0x32, 'printer.paperOut'],
    [2, 0x52, 'printer.fault'],
    [2, 0x76, 'printer.coverOpen'],
    [3, 0x1a, 'printer.fault'],
    [3, 0x32, 'printer.fault'],
    [3, 0x52, 'printer.fault'],
    [4, 0x72, 'printer.paperOut'],
    [4, 0x32, 'printer.paperOut'],
    [4, 0x52, 'printer.paperOut'],
  ] as const)('reads answer %#: question %i, byte %i is %s', (question, byte, answer) => {
    expect(readStatus(question, byte)).toBe(answer);
  });

  it.each([undefined, -1, 256, 0x112, 18.5, Number.NaN])('PRN-6 %s is no answer', (byte) => {
    expect(readStatus(1, byte ?? Number.NaN)).toBe('unknown');
  });

  it('is ready when all four answers are well', () => {
    expect(readiness([0x12, 0x12, 0x12, 0x12])).toEqual({ ok: true, value: undefined });
    expect(readiness([0x16, 0x12, 0x12, 0x1e]).ok).toBe(true);
  });

  it('PRN-7 names what staff can mend first', () => {
    const code = (answers: (number | undefined)[]) => {
      const ready = readiness(answers);
      return ready.ok ? 'ready' : ready.failure.code;
    };
    expect(code([0x1a, 0x12, 0x12, 0x12])).toBe('printer.offline');
    expect(code([0x1a, 0x36, 0x12, 0x72])).toBe('printer.coverOpen');
    expect(code([0x1a, 0x32, 0x12, 0x72])).toBe('printer.paperOut');
    expect(code([0x1a, 0x52, 0x1a, 0x12])).toBe('printer.fault');
    expect(code([0x1a, undefined, undefined, 0x72])).toBe('printer.paperOut');
  });

  it('PRN-6 a missing or strange answer among good ones is not ready', () => {
    for (const at of [0, 1, 2, 3]) {
      for (const wrong of [undefined, 0x00, 0x10, 0x13, 0x92, 0xff]) {
        const answers: (number | undefined)[] = [0x12, 0x12, 0x12, 0x12];
        answers[at] = wrong;
        expect(readiness(answers)).toEqual({ ok: false, failure: { code: 'printer.silent' } });
      }
    }
    expect(readiness([]).ok).toBe(false);
    expect(readiness([0x12, 0x12, 0x12]).ok).toBe(false);
  });
});
