import type { ReplyReader } from '../replies.ts';

/** One thing that a printer said: a status byte, the id of a process that is done (four characters), or nothing known. */
export type Reply =
  | { readonly kind: 'status'; readonly byte: number }
  | { readonly kind: 'process'; readonly id: string }
  | { readonly kind: 'stray' };

/**
 * Epson's three kinds of transmission cannot be confused: the answer to DLE EOT (0xx1xx10), the automatic status of four bytes that a
 * printer may send unasked (0xx1xx00, then three with bits 7 and 4 off), which is passed over, and the process id of GS ( H
 * (37h 22h, four characters, 00h). The rest is stray.
 * https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/gs_lparen_ch.html
 */
export function createReplyReader(): ReplyReader<Reply> {
  let pending: number[] = [];
  return {
    push(bytes) {
      pending.push(...bytes);
      const replies: Reply[] = [];
      for (;;) {
        const [first] = pending;
        if (first === undefined) return replies;
        const length = (first & 0x93) === 0x10 ? 4 : first === 0x37 ? 7 : 1;
        // A frame that is wrong is known by its first wrong byte: a stray header must not swallow the answers after it.
        const frame = pending.slice(0, length);
        const fits = frame.every((byte, at) => at === 0 || (length === 4 ? (byte & 0x90) === 0 : fitsProcess(byte, at)));
        if (fits && frame.length < length) return replies;
        pending = pending.slice(fits ? length : 1);
        if (!fits || (length === 1 && (first & 0x93) !== 0x12)) replies.push({ kind: 'stray' });
        else if (length === 1) replies.push({ kind: 'status', byte: first });
        else if (length === 7) replies.push({ kind: 'process', id: String.fromCharCode(...frame.slice(2, 6)) });
      }
    },
  };
}

function fitsProcess(byte: number, at: number): boolean {
  if (at === 1) return byte === 0x22;
  return at === 6 ? byte === 0 : byte >= 0x20 && byte <= 0x7e;
}
