import MailComposer from 'nodemailer/lib/mail-composer';
import type { Language } from '../contract/language.ts';
import { type Arrival, clockTimeOf } from '../core/arrival.ts';
import { textIn } from '../core/localized.ts';
import type { Letter } from '../core/outbox.ts';
import { cleanText } from '../core/text.ts';
import type { Localized } from '../core/visit.ts';
import { mailWords } from './mail-words.ts';

/** A name has this much room in the list of a mailbox (graphemes). */
const longest = 60;

/**
 * The e-mail of an arrival, as the bytes that SMTP carries: plain text, with no code and no link. `since`: when the visitor came. Every try of one letter
 * gives the same bytes, with the event in `Message-ID`, so that a server or a mailbox can tell a repeat
 * (https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4).
 */
export function messageOf(
  arrival: Arrival,
  about: {
    readonly letter: Pick<Letter, 'eventId' | 'at'>;
    readonly since: string;
    readonly from: string;
    readonly language: Language;
  },
): Promise<Buffer> {
  const { letter, since, from, language } = about;
  const words = mailWords[language];
  const visitor = shown(arrival.visitor) || words.somebody;
  const company = shown(arrival.company);
  const who = company ? words.withCompany(visitor, company) : visitor;
  const { building, room, floor } = placesIn(arrival.place, language);
  const rooms = [room, floor].filter(Boolean).join(', ');
  const places = [rooms && words.room(rooms), building && words.reception(building)].filter(Boolean);
  const paragraphs = [words.came(who, clockTimeOf(since, letter.at)), places.join('\n'), words.automatic];
  const mail = new MailComposer({
    from: { name: words.sender, address: from },
    to: { name: shown(arrival.host), address: arrival.to },
    subject: words.subject(who),
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
    messageId: `<${letter.eventId}@${arrival.kiosk}>`,
    date: new Date(letter.at),
    // No mailbox answers it with an absence: https://www.rfc-editor.org/rfc/rfc3834#section-5
    headers: { 'Auto-Submitted': 'auto-generated' },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/** A text from outside: one line, short, and nothing in it that a mailbox makes a link of by its scheme. */
const shown = (text = ''): string => cleanText(text.replaceAll('://', ' '), longest);

function placesIn(place: Arrival['place'], language: Language) {
  const of = (text: Localized | undefined) => shown(textIn(text, language));
  return { building: of(place.building), floor: of(place.floor), room: of(place.room) };
}
