import { expect, it } from 'vitest';
import { startAgain, untilEnded } from '../../electron/start/again.mjs';

it('starts anew as often as it is asked to, and ends with what comes last', async () => {
  const codes = [startAgain, startAgain, 2, startAgain];
  const run = async () => codes.shift() ?? -1;
  expect(await untilEnded(run)).toBe(2);
  expect(codes).toEqual([startAgain]);
});

it.each([0, 1, 2, 143])('ends with %i where nothing else is asked', async (code) => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    return code;
  };
  expect([await untilEnded(run), runs]).toEqual([code, 1]);
});
