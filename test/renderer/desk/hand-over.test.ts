import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type DeskScreen, deskScreenSchema } from '../../../electron/contract/desk.ts';
import { languages } from '../../../electron/contract/language.ts';
import { HandOverStatus } from '../../../renderer/desk/HandOverStatus.tsx';
import { speechIn } from '../../../renderer/desk/speech.ts';

const shown = (handOver: DeskScreen['handOver'], language: (typeof languages)[number] = 'en') =>
  renderToStaticMarkup(createElement(HandOverStatus, { handOver, speech: speechIn(language, 0) }))
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|');

it('says of hosts how many were told, how many not because it was too late, and of how many nobody knows', () => {
  const text = shown({ to: ['webhook', 'hosts'], waiting: 1, sent: 40, dead: 0, expired: 3, unsure: 2, failure: 'mail.auth' });
  expect(text).toContain('|To your webhook · To hosts by e-mail|');
  expect(text).toContain('|Sent|40|Not taken|0|Too late to tell|3|Sent, perhaps|2|');
  expect(text).toContain('The mail server does not let this kiosk send.');
});

it('says nothing of either where there is none, and in every language what there is', () => {
  expect(shown({ to: ['hosts'], waiting: 0, sent: 0, dead: 0 })).not.toMatch(/Too late|perhaps/);
  const all = languages.map((language) => shown({ to: ['hosts'], waiting: 0, sent: 0, dead: 0, expired: 1, unsure: 1 }, language));
  expect(new Set(all).size).toBe(languages.length);
});

it('crosses to the page as numbers alone', () => {
  const { handOver } = deskScreenSchema.shape;
  const counts = { to: ['hosts'], waiting: 0, sent: 0, dead: 0 };
  expect(handOver.safeParse({ ...counts, expired: 1, unsure: 1 }).success).toBe(true);
  expect(handOver.safeParse({ ...counts, hostMail: 'ottilie@example.org' }).success).toBe(false);
});
