import type { PrintsWords } from './words.ts';

/** The last prints in English. */
export const en: PrintsWords = {
  title: 'Last prints',
  none: 'Nothing was printed yet.',
  what: 'What',
  printer: 'Printer',
  look: 'Look or print',
  kind: { badge: 'Badge', slip: 'Slip' },
  state: {
    queued: 'is next',
    sending: 'is being printed',
    confirmed: 'printed',
    sent: 'sent, and the printer cannot say more',
    failed: 'not printed',
    unknown: 'may have come out',
  },
  reprint: 'asked for by staff',
  replaced: 'void: another took its place',
  handedOver: (when) => `handed over ${when}`,
  picture: 'Picture',
  pictureOf: (name) => `What was printed for ${name}`,
  noPicture: 'No picture of it is kept.',
  all: (count) => `Show all ${count}`,
  fewer: 'Show fewer',
};
