import { describe, expect, it } from 'vitest';
import { createQueue } from '../../electron/printer/queue.ts';

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe('queue', () => {
  it('PRN-13 runs one job at a time, in the order they came', async () => {
    const queue = createQueue();
    const events: string[] = [];
    const jobs = Array.from({ length: 50 }, (_, at) =>
      queue.run(
        10_000,
        async () => {
          events.push(`start ${at}`);
          await new Promise((resolve) => setTimeout(resolve, at % 3));
          events.push(`end ${at}`);
          return at;
        },
        () => -1,
      ),
    );
    expect(await Promise.all(jobs)).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(events).toEqual(Array.from({ length: 50 }, (_, at) => [`start ${at}`, `end ${at}`]).flat());
  });

  it('a job whose time is up before its turn is answered then, and never run', async () => {
    const queue = createQueue();
    const { open, opened } = gate();
    let ran = false;
    const first = queue.run(
      10_000,
      () => opened.then(() => 'first'),
      () => 'late',
    );
    const second = queue.run(
      20,
      async () => {
        ran = true;
        return 'second';
      },
      () => 'late',
    );
    expect(await second).toBe('late');
    open();
    expect(await first).toBe('first');
    expect(
      await queue.run(
        1_000,
        async () => 'third',
        () => 'late',
      ),
    ).toBe('third');
    expect(ran).toBe(false);
  });

  it('tells a job what is left of its time', async () => {
    const queue = createQueue();
    const { open, opened } = gate();
    void queue.run(
      1_000,
      () => opened,
      () => {},
    );
    const left = queue.run(
      1_000,
      async (rest) => rest,
      () => -1,
    );
    setTimeout(open, 50);
    expect(await left).toBeLessThan(1_000);
    expect(await left).toBeGreaterThan(0);
  });

  it('goes on after a job that threw', async () => {
    const queue = createQueue();
    const failing = queue.run(
      1_000,
      () => Promise.reject(new Error('a bug')),
      () => 'late',
    );
    await expect(failing).rejects.toThrow('a bug');
    expect(
      await queue.run(
        1_000,
        async () => 'next',
        () => 'late',
      ),
    ).toBe('next');
  });

  it('ends the waiting, not the running job, when it is closed', async () => {
    const queue = createQueue();
    const { open, opened } = gate();
    const running = queue.run(
      1_000,
      () => opened.then(() => 'ran'),
      () => 'late',
    );
    const waiting = queue.run(
      1_000,
      async () => 'ran',
      () => 'late',
    );
    await Promise.resolve();
    queue.close();
    expect(await waiting).toBe('late');
    open();
    expect(await running).toBe('ran');
    expect(
      await queue.run(
        1_000,
        async () => 'ran',
        () => 'late',
      ),
    ).toBe('late');
  });

  it('many may wait, and Node does not warn of it', async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on('warning', warn);
    const queue = createQueue();
    const waiting = Array.from({ length: 30 }, () =>
      queue.run(
        1_000,
        async (left) => left,
        () => -1,
      ),
    );
    await Promise.all(waiting);
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.removeListener('warning', warn);
    expect(warnings).toEqual([]);
  });
});
