import type { Visit } from './visit.ts';

/** 32 letters and digits that nobody takes for one another (no O and 0, no I and 1): five bits of a byte each. */
const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The bytes of chance that a walk-in needs: 16 for the id of its badge, 5 for its code. */
export const walkInBytes = 21;

/** What a visitor, or a receptionist for one, fills in. Texts are cleaned already (see `cleanText`); `now`: ISO 8601 with the kiosk's offset. */
export interface WalkIn {
  readonly visitor: Visit['visitor'];
  readonly host?: string;
  readonly hostId?: string;
  readonly hostMail?: string;
  readonly purpose?: string;
  readonly termsAt?: string;
  readonly place?: Visit['place'];
  readonly now: string;
}

/**
 * The visit of somebody whom Bookings ONE knows nothing of, from now to the end of the day on the kiosk's clock. `random`: `walkInBytes` bytes of chance.
 * The badge's id begins with "W-". The code begins with W and opens this kiosk alone; the journal may know it already, by chance one in 33
 * millions, or the server: ask `standing` and the server's or roster's word of it, and try again with other bytes where it is taken.
 */
export function walkInOf({ visitor, host, hostId, hostMail, purpose, termsAt, place, now }: WalkIn, random: Uint8Array): Visit {
  if (random.length < walkInBytes) throw new RangeError('too few bytes of chance');
  return {
    badgeId: `W-${uuidOf(random.subarray(0, 16))}`,
    code: `W${Array.from(random.subarray(16, walkInBytes), (byte) => characters[byte % characters.length]).join('')}`,
    visitor,
    blocked: false,
    period: { from: now, to: `${now.slice(0, 10)}T23:59:59${offsetOf(now)}` },
    state: 'initial',
    ...(host !== undefined && { host }),
    ...(hostId !== undefined && { hostId }),
    ...(hostMail !== undefined && { hostMail }),
    walkIn: { ...(purpose !== undefined && { purpose }), ...(termsAt !== undefined && { termsAt }) },
    place: place ?? {},
  };
}

/** Version 4 of https://www.rfc-editor.org/rfc/rfc9562#section-5.4. */
function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const offsetOf = (iso: string): string => /(?:Z|[+-]\d{2}:?\d{2})$/i.exec(iso)?.[0] ?? 'Z';
