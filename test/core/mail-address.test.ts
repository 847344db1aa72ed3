import { expect, it } from 'vitest';
import { isMailAddress } from '../../electron/core/mail-address.ts';

it.each([
  'ottilie@example.org',
  "o'neil+visitors@mail.example.co.uk",
  'A_B-C.1%x@EXAMPLE.ORG',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
])('%s is an address', (text) => expect(isMailAddress(text)).toBe(true));

it.each([
  '',
  'ottilie',
  'ottilie@',
  '@example.org',
  'ottilie@example',
  'ottilie@example..org',
  'ottilie@-example.org',
  'ottilie@example.org ',
  'ottilie@example.org\n',
  'ottilie@example.org\r\nRCPT TO:<eve@example.org>',
  'ottilie@example.org,eve@example.org',
  'ottilie@example.org>',
  '<ottilie@example.org>',
  'Ottilie <ottilie@example.org>',
  '"ottilie beispiel"@example.org',
  'ottílie@example.org',
  'ottilie@exämple.org',
  'a@b@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(10)}.example`,
])('%j is none', (text) => expect(isMailAddress(text)).toBe(false));
