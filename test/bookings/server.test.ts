import { describe, expect, it } from 'vitest';
import { isAllowedServer } from '../../electron/bookings/server.ts';

describe('which servers get the token', () => {
  it.each([
    'https://bookings.example',
    'https://bookings.example:8443/base',
    'https://192.0.2.7',
    'http://127.0.0.1:5000',
    'http://127.8.9.10',
    'http://127.1',
    'http://0x7f.0.0.1',
    'http://localhost:5000',
    'http://LOCALHOST',
    'http://[::1]:5000',
  ])('%s', (url) => {
    expect(isAllowedServer(new URL(url))).toBe(true);
  });

  it.each([
    'http://bookings.example',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://[::]',
    'http://169.254.169.254',
    'https://user@bookings.example',
    'https://user:secret@bookings.example',
    'http://127.0.0.1@evil.example',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
  ])('not %s', (url) => {
    expect(isAllowedServer(new URL(url))).toBe(false);
  });
});
