import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../electron/contract/language.ts';
import type { Arrival } from '../../electron/core/arrival.ts';
import { messageOf } from '../../electron/handover/message.ts';
import { readMail } from './mail-reader.ts';

const at = '2026-11-22T09:30:00.000+08:00';
const amelie: Arrival = {
  kiosk: 'foyer-4ghtg6',
  to: 'wong.siu.ming@example.org',
  host: 'Wong Siu Ming',
  visitor: 'Amélie Lambert',
  company: 'Lambert & Fils',
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
  place: {
    building: [
      { language: 'en', text: 'Harbour Tower' },
      { language: 'zh-HK', text: '海港大廈' },
    ],
    floor: [{ language: 'en', text: '12/F' }],
    room: [{ language: 'en', text: 'Peak Room' }],
  },
};
const letter = { eventId: '0b54cf6e-6a39-4a3c-9ad3-2a8d1b7c6f10', at };

async function written(arrival: Partial<Arrival> = {}, { language = 'en' as Language, since = at } = {}) {
  const bytes = await messageOf({ ...amelie, ...arrival }, { letter, since, from: 'reception@example.org', language });
  return readMail(bytes.toString('latin1'));
}

describe('what a host reads', () => {
  it('who is here, since when, and where', async () => {
    const { headers, text } = await written();
    expect(headers).toMatchObject({
      from: 'Reception <reception@example.org>',
      to: 'Wong Siu Ming <wong.siu.ming@example.org>',
      subject: 'Amélie Lambert (Lambert & Fils) is here',
      'message-id': '<0b54cf6e-6a39-4a3c-9ad3-2a8d1b7c6f10@foyer-4ghtg6>',
      date: 'Sun, 22 Nov 2026 01:30:00 +0000',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(text).toBe(
      [
        'Amélie Lambert (Lambert & Fils) checked in at 09:30.',
        'Room: Peak Room, 12/F\nReception: Harbour Tower',
        'The visitor kiosk sent this by itself. Nobody reads replies.\n',
      ].join('\n\n'),
    );
  });

  it('in the language of the setting, with the places that have one', async () => {
    const { headers, text } = await written({ visitor: '陳大文' }, { language: 'zh-Hant' });
    expect(headers).toMatchObject({ subject: '陳大文（Lambert & Fils）已到訪', from: '接待處 <reception@example.org>' });
    expect(text).toContain('陳大文（Lambert & Fils）已於 09:30 報到。\n\n會面地點：Peak Room, 12/F\n接待處：海港大廈');
    expect((await written({}, { language: 'zh-Hans' })).text).toContain('已于 09:30 签到。');
  });

  it('no more than is known', async () => {
    const { company: _, host: __, ...known } = amelie;
    const bytes = await messageOf({ ...known, place: {} }, { letter, since: at, from: 'reception@example.org', language: 'en' });
    const { headers, text } = readMail(bytes.toString('latin1'));
    expect(headers).toMatchObject({ to: 'wong.siu.ming@example.org', subject: 'Amélie Lambert is here' });
    expect(text).toBe('Amélie Lambert checked in at 09:30.\n\nThe visitor kiosk sent this by itself. Nobody reads replies.\n');
  });

  it('the time of a corrected check-in, on the clock of the kiosk', async () => {
    expect((await written({}, { since: '2026-11-22T01:12:00Z' })).text).toContain('checked in at 09:12.');
  });

  it('is the same bytes at every try', async () => {
    const make = () => messageOf(amelie, { letter, since: at, from: 'reception@example.org', language: 'en' });
    expect((await make()).equals(await make())).toBe(true);
  });
});

describe('what a name can do to it', () => {
  const names = ['from', 'to', 'subject', 'message-id', 'date', 'auto-submitted', 'mime-version', 'content-type'];

  it.each([
    ['a header of its own', 'Eve\r\nBcc: everybody@example.org', 'Eve Bcc: everybody@example.org is here'],
    ['a body of its own', 'Eve\n\nCall 555', 'Eve Call 555 is here'],
    ['a line separator', 'Eve\u2028Bcc: x@example.org', 'Eve Bcc: x@example.org is here'],
    ['an encoded word', '=?utf-8?Q?Eve=0D=0ABcc:_x?=', undefined],
    ['a change of direction', '\u202Eeve', 'eve is here'],
    ['nothing that can be seen', '\u200B\u0007', 'A visitor is here'],
    ['a link', 'https://evil.example/x', 'https evil.example/x is here'],
    ['a lone surrogate', 'Eve \uD800', 'Eve is here'],
    ['Arabic', 'محمد الأمين', 'محمد الأمين is here'],
    ['500 letters', 'ž'.repeat(500), `${'ž'.repeat(59)}… is here`],
  ])('%s', async (_name, visitor, subject) => {
    const { headers, names: found } = await written({ visitor, company: '', host: visitor });
    expect([...found].sort()).toEqual([...names, 'content-transfer-encoding'].sort());
    if (subject !== undefined) expect(headers['subject']).toBe(subject);
    expect(headers['to']).toMatch(/<wong\.siu\.ming@example\.org>$|^wong\.siu\.ming@example\.org$/);
  });

  it('no text whatever adds a header, a recipient or a line that is too long for SMTP', async () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, anything, async (visitor, company, host, room) => {
        const place = { room: [{ language: 'en', text: room }], building: [{ language: 'en', text: company }] };
        const bytes = await messageOf(
          { ...amelie, visitor, company, host, place },
          { letter, since: at, from: 'reception@example.org', language: 'en' },
        );
        const raw = bytes.toString('latin1');
        const { names: found, headers } = readMail(raw);
        expect(found.filter((name) => name !== 'content-transfer-encoding').sort()).toEqual([...names].sort());
        expect(headers['to']?.match(/wong\.siu\.ming@example\.org/g)?.length).toBe(1);
        // https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1
        expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
        expect(/(^|[^\r])\n|\r(?!\n)|[^\p{ASCII}]/u.test(raw)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
