import { describe, expect, it } from 'vitest';
import { createLine } from '../../electron/bookings/line.ts';

const clock = () => performance.now();
const soon = () => clock() + 10_000;
/** Everything that can go has gone. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1));

function lineOf(most: number | (() => number)) {
  const line = createLine({ most: typeof most === 'number' ? () => most : most, clock });
  const order: string[] = [];
  const leaving = new Map<string, () => void>();
  const enter = (name: string, isBackground = false) => {
    void line.enter({ until: soon(), isBackground }).then((leave) => {
      order.push(leave ? name : `${name} sent away`);
      if (leave) leaving.set(name, leave);
    });
  };
  return { line, order, enter, leave: (name: string) => leaving.get(name)?.() };
}

describe('the line', () => {
  it('lets so many through and the others in their order', async () => {
    const { line, order, enter, leave } = lineOf(2);
    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    await settled();
    expect(order).toEqual(['a', 'b']);
    expect([line.running(), line.waiting()]).toEqual([2, 2]);
    leave('b');
    await settled();
    leave('a');
    await settled();
    expect(order).toEqual(['a', 'b', 'c', 'd']);
    expect([line.running(), line.waiting()]).toEqual([2, 0]);
  });

  it('leaves half of the places to visitors, and lets them go first', async () => {
    const { line, order, enter, leave } = lineOf(8);
    for (let number = 1; number <= 20; number += 1) enter(`poll ${number}`, true);
    await settled();
    expect(order).toEqual(['poll 1', 'poll 2', 'poll 3', 'poll 4']);
    for (let number = 1; number <= 5; number += 1) enter(`visitor ${number}`);
    await settled();
    expect(order.slice(4)).toEqual(['visitor 1', 'visitor 2', 'visitor 3', 'visitor 4']);
    leave('poll 1');
    await settled();
    expect(order.at(-1)).toBe('visitor 5');
    leave('visitor 1');
    await settled();
    expect(order.at(-1)).toBe('poll 5');
    expect(line.running()).toBe(8);
  });

  it('with two places has one for each', async () => {
    const { order, enter } = lineOf(2);
    for (const name of ['poll 1', 'poll 2']) enter(name, true);
    enter('visitor');
    await settled();
    expect(order).toEqual(['poll 1', 'visitor']);
  });

  it('sends away who waited too long, and who comes too late', async () => {
    const { line, enter } = lineOf(1);
    enter('a');
    expect(await line.enter({ until: clock() + 5, isBackground: false })).toBeUndefined();
    expect(await line.enter({ until: clock() - 1, isBackground: true })).toBeUndefined();
    expect([line.running(), line.waiting()]).toEqual([1, 0]);
  });

  it('grows while calls run', async () => {
    let most = 1;
    const { order, enter, leave } = lineOf(() => most);
    for (const name of ['a', 'b', 'c', 'd']) enter(name);
    await settled();
    expect(order).toEqual(['a']);
    most = 3;
    leave('a');
    await settled();
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends everybody away when it is closed', async () => {
    const { line, order, enter } = lineOf(1);
    for (const name of ['a', 'b']) enter(name);
    enter('c', true);
    await settled();
    line.close();
    await settled();
    expect(order).toEqual(['a', 'b sent away', 'c sent away']);
    expect(line.waiting()).toBe(0);
  });
});
