import { expect, it } from 'vitest';
import { offlineFor } from '../../electron/core/offline.ts';

const hour = 60 * 60_000;

it.each([
  ['with the server there is nothing to say', true, { badges: 0 }, undefined],
  ['a roster of this morning checks visitors in', false, { badges: 3, at: 'x', ageMs: 5 * hour }, 'canCheckIn'],
  ['one just short of a day as well: it holds tomorrow', false, { badges: 3, at: 'x', ageMs: 24 * hour - 1 }, 'canCheckIn'],
  ['an older one does not cover today', false, { badges: 3, at: 'x', ageMs: 24 * hour }, 'askReception'],
  ['an empty one knows nobody', false, { badges: 0, at: 'x', ageMs: hour }, 'askReception'],
  ['without one nobody can be checked in', false, { badges: 0 }, 'askReception'],
])('%s', (_name, isOnline, roster, said) => {
  expect(offlineFor(isOnline, roster)).toBe(said);
});
