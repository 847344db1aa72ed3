import { describe, expect, it } from 'vitest';
import { createMemory } from '../../electron/bookings/memory.ts';

describe('the memory', () => {
  it('tells the age of what it holds, and only what is young enough', () => {
    let clock = 1_000;
    const memory = createMemory({ clock: () => clock });
    memory.keep('a', { name: 'Lobby' });
    clock = 1_700;
    expect(memory.recall('a', 700)).toEqual({ value: { name: 'Lobby' }, age: 700 });
    expect(memory.recall('a', 699)).toBeUndefined();
    expect(memory.recall('b', 700)).toBeUndefined();
    memory.keep('a', { name: 'Hall' });
    expect(memory.recall('a', 0)).toEqual({ value: { name: 'Hall' }, age: 0 });
    memory.forget('a');
    expect(memory.recall('a', 700)).toBeUndefined();
  });

  it('is bounded in number: what was not wanted for longest goes', () => {
    const memory = createMemory({ most: 2 });
    memory.keep('a', 1);
    memory.keep('b', 2);
    memory.recall('a', 1_000_000);
    memory.keep('c', 3);
    expect(['a', 'b', 'c'].map((name) => memory.recall(name, 1_000_000)?.value)).toEqual([1, undefined, 3]);
  });

  it('is bounded in size, and takes no single answer that would fill it', () => {
    const memory = createMemory();
    const large = 'x'.repeat(900_000);
    for (const name of ['a', 'b', 'c', 'd', 'e']) memory.keep(name, large);
    expect(memory.recall('a', 1_000_000)).toBeUndefined();
    expect(memory.recall('e', 1_000_000)?.value).toBe(large);
    memory.keep('e', 'x'.repeat(1_100_000));
    expect(memory.recall('e', 1_000_000)).toBeUndefined();
  });
});
