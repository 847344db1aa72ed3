import { mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutOfOrder } from '../../electron/settings/out-of-order.ts';
import { temporaryFolder } from '../journal/visit-of.ts';

describe('out of order', () => {
  it('is kept until it is taken back, over any number of restarts', () => {
    const data = temporaryFolder();
    expect(openOutOfOrder(data).isOutOfOrder()).toBe(false);
    expect(openOutOfOrder(data).setOutOfOrder(true)).toBe(true);
    expect([openOutOfOrder(data).isOutOfOrder(), statSync(join(data, 'out-of-order')).mode & 0o777]).toEqual([true, 0o600]);
    const again = openOutOfOrder(data);
    expect([again.setOutOfOrder(true), again.setOutOfOrder(false), again.setOutOfOrder(false)]).toEqual([true, true, true]);
    expect([again.isOutOfOrder(), openOutOfOrder(data).isOutOfOrder(), readdirSync(data)]).toEqual([false, false, []]);
  });

  it('DUR-10 says the same where its file was cut at any byte', () => {
    const data = temporaryFolder();
    openOutOfOrder(data).setOutOfOrder(true);
    const file = join(data, 'out-of-order');
    for (let length = statSync(file).size - 1; length >= 0; length -= 1) {
      truncateSync(file, length);
      expect(openOutOfOrder(data).isOutOfOrder()).toBe(true);
    }
  });

  it('DUR-5 holds at once where the disk does not take it, and that is said', () => {
    const data = temporaryFolder();
    const state = openOutOfOrder(data);
    mkdirSync(join(data, 'out-of-order.new'));
    expect([state.setOutOfOrder(true), state.isOutOfOrder(), openOutOfOrder(data).isOutOfOrder()]).toEqual([false, true, false]);
    rmSync(join(data, 'out-of-order.new'), { recursive: true });
    expect([state.setOutOfOrder(true), openOutOfOrder(data).isOutOfOrder()]).toEqual([true, true]);
  });
});
