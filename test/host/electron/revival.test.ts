import { describe, expect, it } from 'vitest';
import { pageUrl, restUrl } from '../../../electron/host/electron/origin.ts';
import { revive } from '../../../electron/host/electron/revival.ts';
import { passingClock } from '../../effects/passing-clock.ts';
import { fakeContents } from './fakes.ts';

const minute = 60_000;

function revived() {
  const { clock, pass, waiting } = passingClock('2026-11-22T12:00:00+08:00');
  const told: string[] = [];
  let crashed = 0;
  const contents = Object.assign(fakeContents(), {
    forcefullyCrashRenderer: () => {
      crashed += 1;
      contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
    },
  });
  revive(contents, (trouble) => told.push(trouble), clock);
  const die = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason, exitCode: 1 });
  return { contents, told, die, pass, waiting, crashed: () => crashed };
}

describe('WIN-11 a page that dies', () => {
  it.each(['crashed', 'oom', 'killed', 'abnormal-exit', 'launch-failed', 'integrity-failure'])(
    'WIN-11 comes back after %s, once the old process is away; main hears of it before',
    (reason) => {
      const { contents, told, die, pass } = revived();
      die(reason);
      expect([told, contents.loaded]).toEqual([['gone'], []]);
      pass(500);
      expect(contents.loaded).toEqual([pageUrl]);
      pass(10 * minute);
      expect(contents.loaded).toEqual([pageUrl]);
    },
  );

  it('WIN-11 is not brought back where it went in order, or its window is destroyed', () => {
    const { contents, told, die, pass } = revived();
    die('clean-exit');
    contents.destroyed = true;
    die();
    pass(minute);
    expect([told, contents.loaded]).toEqual([[], []]);
  });

  it('WIN-11 and dies again at once gives way to a page without a program, and is tried again after five minutes', () => {
    const { contents, told, die, pass } = revived();
    for (let deaths = 0; deaths < 6; deaths += 1) {
      die();
      pass(500);
    }
    expect(told).toEqual(['gone', 'gone', 'gone', 'gone', 'gone', 'resting']);
    expect(contents.loaded).toEqual([...Array.from({ length: 5 }, () => pageUrl), restUrl]);
    pass(5 * minute);
    expect(contents.loaded.at(-1)).toBe(pageUrl);
    die();
    pass(500);
    expect(told.at(-1)).toBe('gone');
    expect(contents.loaded).toHaveLength(8);
  });

  it('WIN-11 now and again over a long time is always brought back', () => {
    const { told, die, pass } = revived();
    for (let deaths = 0; deaths < 50; deaths += 1) {
      die();
      pass(3 * minute);
    }
    expect(new Set(told)).toEqual(new Set(['gone']));
  });
});

describe('WIN-11 a page that answers nothing', () => {
  it('WIN-11 is ended after ten seconds, and comes back', () => {
    const { contents, told, pass, crashed } = revived();
    contents.emit('unresponsive');
    pass(9_999);
    expect(crashed()).toBe(0);
    pass(1);
    expect(crashed()).toBe(1);
    pass(500);
    expect([told, contents.loaded]).toEqual([['unresponsive', 'gone'], [pageUrl]]);
  });

  it('WIN-11 is left alone where it answers again, and leaves nothing waiting', () => {
    const { contents, pass, crashed, waiting } = revived();
    contents.emit('unresponsive');
    contents.emit('unresponsive');
    contents.emit('responsive');
    expect(waiting()).toBe(0);
    pass(minute);
    expect(crashed()).toBe(0);
  });
});
