import { describe, expect, it, onTestFinished } from 'vitest';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import { keepFresh } from '../../electron/sync/fresh.ts';
import { createWorld } from './world.ts';

const everyMs = 300_000;

/** Something kept fresh; `asked` holds when, and whether the server had told it to. */
async function kept(answer: () => Promise<Result<unknown>> = async () => success(undefined), chance = 0.5) {
  const world = createWorld(() => '');
  const asked: string[] = [];
  const refresh = (isTold: boolean) => {
    asked.push(`${world.clock.now() / 1000}${isTold ? ' told' : ''}`);
    return answer();
  };
  const fresh = keepFresh({ clock: world.clock, chance: () => chance, everyMs: () => everyMs, refresh });
  onTestFinished(() => fresh.stop());
  await world.quiet();
  return { ...world, fresh, asked };
}

describe('asking again', () => {
  it('is done at once and then every few minutes, spread by chance', async () => {
    const { asked, move } = await kept();
    await move(900_000);
    expect(asked).toEqual(['0', '300', '600', '900']);
    const early = await kept(undefined, 0);
    await early.move(900_000);
    expect(early.asked).toEqual(['0', '270', '540', '810']);
  });

  it('after a failure is done soon, then more and more seldom, but never more seldom than usual', async () => {
    const { asked, move } = await kept(async () => failure('bookings.unreachable'), 1);
    await move(1_500_000);
    expect(asked).toEqual(['0', '5', '15', '35', '75', '155', '315', '615', '915', '1215']);
  });

  it('after a failure that only a person can mend is done as usual', async () => {
    const { asked, move } = await kept(async () => failure('bookings.unauthorized'));
    await move(900_000);
    expect(asked).toEqual(['0', '300', '600', '900']);
  });

  it('a slow server is asked less often', async () => {
    let answer: (result: Result<unknown>) => void = () => {};
    const { asked, move, quiet } = await kept(() => new Promise((resolve) => (answer = resolve)));
    await move(60_000);
    answer(success(undefined));
    await quiet();
    await move(19 * 60_000);
    expect(asked).toEqual(['0']);
    await move(60_000);
    expect(asked).toEqual(['0', '1260']);
  });
});

describe('when the server tells of a change', () => {
  it('is done at once', async () => {
    const { asked, move, fresh } = await kept();
    await move(50_000);
    fresh.now();
    await move(300_000);
    expect(asked).toEqual(['0', '50 told', '350']);
  });

  it('a flood of calls is one asking a second', async () => {
    const { asked, move, fresh } = await kept();
    await move(50_000);
    for (let place = 0; place < 300; place += 1) {
      for (let calls = 0; calls < 20; calls += 1) fresh.now();
      await move(10);
    }
    expect(asked).toEqual(['0', '50 told', '51 told', '52 told', '53 told']);
    await move(299_000);
    expect(asked).toHaveLength(5);
  });

  it('a call while asking is asked about afterwards, once', async () => {
    const answers: ((result: Result<unknown>) => void)[] = [];
    const { asked, move, fresh, quiet } = await kept(() => new Promise((resolve) => answers.push(resolve)));
    for (let calls = 0; calls < 5; calls += 1) fresh.now();
    await move(10_000);
    expect(asked).toEqual(['0']);
    answers[0]?.(failure('bookings.unreachable'));
    await quiet();
    await move(0);
    expect(asked).toEqual(['0', '10 told']);
    answers[1]?.(success(undefined));
    await quiet();
    await move(299_000);
    expect(asked).toHaveLength(2);
  });
});

it('stopped, also while asking, it asks no more', async () => {
  const answers: ((result: Result<unknown>) => void)[] = [];
  const { asked, move, fresh, quiet, waiting } = await kept(() => new Promise((resolve) => answers.push(resolve)));
  fresh.now();
  fresh.stop();
  answers[0]?.(success(undefined));
  await quiet();
  fresh.now();
  await move(900_000);
  expect(asked).toEqual(['0']);
  expect(waiting()).toBe(0);
});
