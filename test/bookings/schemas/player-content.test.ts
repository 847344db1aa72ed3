import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../electron/bookings/call.ts';

const read = (row: unknown) => {
  const answer = readAnswer('bookableResourcePlayerContent.search', [row]);
  if (!answer.ok) throw new Error(answer.failure.field);
  return answer.value[0];
};
const dot = 'data:image/png;base64,iVBORw0KGgo=';

describe('what a screen plays', () => {
  it.each<[object, string]>([
    [{ url: 'https://media.example/a.png' }, 'https://media.example/a.png'],
    [{ imageUrl: ' http://media.example/a b.png ' }, 'http://media.example/a%20b.png'],
    [{ content: 'https://media.example/a.png' }, 'https://media.example/a.png'],
    [{ content: { url: 'https://media.example/a.png' } }, 'https://media.example/a.png'],
    [{ content: '/files/a.png' }, '/files/a.png'],
    [{ url: '/files/a.png?size=2' }, '/files/a.png?size=2'],
    [{ media: { src: dot } }, dot],
    [{ fileUrl: `${dot.slice(0, -1)}${'A'.repeat(100_000)}` }, `${dot.slice(0, -1)}${'A'.repeat(100_000)}`],
  ])('a picture %#', (row, address) => {
    const content = read({ type: 'Image', ...row });
    expect(content).toMatchObject({ kind: 'image', address });
    expect(content?.text).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://media.example/a.png',
    'blob:https://media.example/1',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png,<script>',
    '//media.example/a.png',
    '/\\media.example/a.png',
    '/files/a b.png',
    'https://name:password@media.example/a.png',
    'https://',
    `https://media.example/${'a'.repeat(3_000)}`,
    ['https://media.example/a.png'],
    7,
  ])('no picture: %j', (url) => {
    expect(read({ id: 1, type: 'Image', url })).toMatchObject({ id: '1', kind: 'image', address: undefined });
  });

  it.each<[object, string]>([
    [{ text: 'Welcome' }, 'Welcome'],
    [{ message: { en: 'Welcome' } }, 'Welcome'],
    [{ content: [{ culture: 'en', value: 'Welcome' }] }, 'Welcome'],
    [{ content: 'Welcome', title: 'A title' }, 'Welcome'],
    [{ title: 'Welcome' }, 'Welcome'],
  ])('a text %j', (row, text) => {
    const content = read({ contentType: 'TEXT', ...row });
    expect(content).toMatchObject({ kind: 'text', text: [{ text }] });
    expect(content?.address).toBeUndefined();
  });

  it.each([
    [10, 10],
    ['10', 10],
    [0.5, 0.5],
    [0, undefined],
    [-5, undefined],
    [86_400, undefined],
    ['soon', undefined],
    [true, undefined],
    [null, undefined],
  ])('for %j: %s seconds', (duration, seconds) => {
    expect(read({ duration })?.seconds).toBe(seconds);
  });

  it('something that nobody knows keeps its kind, so that the screen skips it', () => {
    expect(read({ type: 'WeatherWidget', city: 'Hong Kong' })).toMatchObject({ kind: 'weatherwidget' });
    expect(read({ type: 4 })).toMatchObject({ kind: '4' });
    expect(read({ type: { deep: 1 } })?.kind).toBeUndefined();
  });
});
