import { expect, it } from 'vitest';
import type { DayCounts } from '../../electron/contract/desk-today.ts';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import { watchDashboard } from '../../electron/effects/dashboard.ts';
import { drivenClock, settled } from './parts.ts';

const counts = (expected: number): DayCounts => ({ expected, inside: 2, left: 3, noShow: 4 });

function dashboard(answer: () => Result<DayCounts> = () => success(counts(1))) {
  const { clock, move, waiting } = drivenClock();
  const asked: string[] = [];
  const waitingFor: ((answer: Result<DayCounts>) => void)[] = [];
  const held = { isHeld: false };
  const watching = watchDashboard({
    clock,
    bookings: {
      dayCounts: (day) => {
        asked.push(day.toISOString());
        return held.isHeld ? new Promise((resolve) => waitingFor.push(resolve)) : Promise.resolve(answer());
      },
    },
  });
  let told = 0;
  const look = () =>
    watching.watch(() => {
      told += 1;
    });
  return { ...watching, look, move, waiting, asked, held, waitingFor, told: () => told };
}

it('nobody asks the server while nobody looks', async () => {
  const { move, asked, current } = dashboard();
  await move(10 * 60_000);
  expect([asked, current()]).toEqual([[], undefined]);
});

it('it is asked at once and every minute for all who look, and told when it has changed', async () => {
  let expected = 1;
  const { look, move, asked, current, told } = dashboard(() => success(counts(expected)));
  look();
  look();
  await settled();
  expect([asked, current(), told()]).toEqual([['2026-11-22T02:15:00.000Z'], counts(1), 2]);
  await move(60_000);
  expect([asked.length, told()]).toEqual([2, 2]);
  expected = 5;
  await move(60_000);
  expect([asked.length, current(), told()]).toEqual([3, counts(5), 4]);
});

it('what cannot be asked is not shown, and comes back', async () => {
  let isThere = true;
  const { look, move, current, told } = dashboard(() => (isThere ? success(counts(1)) : failure('bookings.forbidden')));
  look();
  await settled();
  isThere = false;
  await move(60_000);
  expect([current(), told()]).toEqual([undefined, 2]);
  isThere = true;
  await move(60_000);
  expect([current(), told()]).toEqual([counts(1), 3]);
});

it('with the last one who looks it ends, and an answer that comes later is held nowhere', async () => {
  const { look, move, asked, held, waitingFor, current, waiting, told } = dashboard();
  held.isHeld = true;
  const stop = look();
  stop();
  waitingFor[0]?.(success(counts(1)));
  await settled();
  expect([current(), told(), waiting()]).toEqual([undefined, 0, 0]);
  await move(10 * 60_000);
  expect(asked).toHaveLength(1);
});

it('who looks away and back while it is asked has one asking a minute, not two', async () => {
  const { look, move, asked, held, waitingFor } = dashboard();
  held.isHeld = true;
  look()();
  look();
  for (const answer of waitingFor) answer(success(counts(1)));
  await settled();
  held.isHeld = false;
  await move(60_000);
  expect(asked).toHaveLength(3);
});
