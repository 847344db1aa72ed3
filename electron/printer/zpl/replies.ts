import type { ReplyReader } from '../replies.ts';

/** What a Zebra says: a text between STX and ETX, a value in quotes (`! U1 getvar`), or nothing known. */
export type ZplReply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'stray' };

const stx = 0x02;
const etx = 0x03;
const quote = 0x22;
const longest = 400;

/** Cuts what a Zebra says into replies, however the packets fall. Line ends between them are passed over. */
export function createReplyReader(): ReplyReader<ZplReply> {
  let pending: number[] = [];
  return {
    push(bytes) {
      pending.push(...bytes);
      const replies: ZplReply[] = [];
      for (;;) {
        const [first] = pending;
        if (first === undefined) return replies;
        const isText = first === stx;
        if (first === 0x0d || first === 0x0a) {
          pending = pending.slice(1);
          continue;
        }
        const end = isText || first === quote ? pending.indexOf(isText ? etx : quote, 1) : 0;
        const inside = pending.slice(1, end === -1 ? undefined : end);
        const fits = end !== 0 && inside.length <= longest && inside.every((byte) => isPlain(byte, isText));
        if (fits && end === -1) return replies;
        const text = String.fromCharCode(...inside);
        replies.push(fits ? { kind: isText ? 'text' : 'value', text } : { kind: 'stray' });
        pending = pending.slice(fits ? end + 1 : 1);
      }
    },
  };
}

const isPlain = (byte: number, isText: boolean): boolean =>
  (byte >= 0x20 && byte <= 0x7e) || (isText && (byte === 0x0d || byte === 0x0a || byte === 0x09));
