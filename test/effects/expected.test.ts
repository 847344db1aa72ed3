import { describe, expect, it } from 'vitest';
import { failure, success } from '../../electron/contract/failure.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import { exampleVisit } from '../core/example.ts';
import { passingClock } from './passing-clock.ts';

const at = '2026-11-22T10:00:00.000+08:00';
const later = '2026-11-22T10:01:00.000+08:00';
const some = (...ids: string[]) => ids.map((badgeId) => ({ ...exampleVisit, badgeId }));

function watched(awaited?: Parameters<typeof expectedList>[1]) {
  let asked = 0;
  let told = 0;
  const list = expectedList(() => {
    asked += 1;
  }, awaited);
  const look = () =>
    list.watch(() => {
      told += 1;
    });
  const badges = () => list.current().visits.map(({ badgeId }) => badgeId);
  return { ...list, look, badges, asked: () => asked, told: () => told };
}

describe('whom the server expects', () => {
  it('is asked for when somebody begins to look, once for all who do', () => {
    const { look, asked, sink } = watched();
    expect([asked(), sink.isWanted()]).toEqual([0, false]);
    const stop = look();
    look();
    expect([asked(), sink.isWanted()]).toEqual([1, true]);
    stop();
    expect(sink.isWanted()).toBe(true);
  });

  it('is held nowhere while nobody looks, whatever comes', () => {
    const { sink, current, badges } = watched();
    sink.begin(at);
    sink.take(some('1'));
    sink.end(success(undefined));
    expect([current().state, badges()]).toEqual(['none', []]);
  });

  it('is forgotten with the last one who looks, also in the middle of a download', () => {
    const { look, sink, current, badges } = watched();
    const stops = [look(), look()];
    sink.begin(at);
    sink.take(some('1'));
    sink.end(success(undefined));
    stops[0]?.();
    expect(badges()).toEqual(['1']);
    sink.begin(later);
    sink.take(some('2'));
    stops[1]?.();
    expect([current(), badges()]).toEqual([{ visits: [], state: 'none' }, []]);
    sink.take(some('3'));
    sink.end(success(undefined));
    expect(current()).toEqual({ visits: [], state: 'none' });
  });

  it('a download that began before anybody looked brings nothing, for its first visits are gone', () => {
    const { look, sink, current, badges } = watched();
    sink.begin(at);
    sink.take(some('1'));
    look();
    sink.take(some('2'));
    sink.end(success(undefined));
    expect([current().state, badges()]).toEqual(['none', []]);
  });

  it('the first list is shown as it comes, and is said to be a part until it is whole', () => {
    const { look, sink, current, badges, told } = watched();
    look();
    sink.begin(at);
    expect(current()).toEqual({ visits: [], state: 'coming' });
    sink.take(some('1', '2'));
    expect([current().state, current().at, badges(), told()]).toEqual(['coming', undefined, ['1', '2'], 2]);
    sink.take(some('3'));
    sink.end(success(undefined));
    expect([current().state, current().at, badges()]).toEqual(['whole', at, ['1', '2', '3']]);
  });

  it('what was shown of a part does not grow under whoever reads it', () => {
    const { look, sink, current } = watched();
    look();
    sink.begin(at);
    sink.take(some('1'));
    const { visits } = current();
    sink.take(some('2'));
    expect(visits).toHaveLength(1);
  });

  it('the old list stays until the next is whole', () => {
    const { look, sink, current, badges } = watched();
    look();
    sink.begin(at);
    sink.take(some('1', '2'));
    sink.end(success(undefined));
    sink.begin(later);
    sink.take(some('2'));
    expect([current().state, current().at, badges()]).toEqual(['whole', at, ['1', '2']]);
    sink.end(success(undefined));
    expect([current().at, badges()]).toEqual([later, ['2']]);
  });

  it('a download that fails leaves the old list, with the time that it is of', () => {
    const { look, sink, current, badges } = watched();
    look();
    sink.begin(at);
    sink.take(some('1'));
    sink.end(success(undefined));
    sink.begin(later);
    sink.take(some('2'));
    sink.end(failure('bookings.timeout'));
    expect([current().state, current().at, badges()]).toEqual(['whole', at, ['1']]);
  });

  it('a first download that fails leaves a part, said to be one; and nothing where nothing came', () => {
    const { look, sink, current, badges } = watched();
    look();
    sink.begin(at);
    sink.end(failure('bookings.unreachable'));
    expect(current()).toEqual({ visits: [], state: 'none' });
    sink.begin(at);
    sink.take(some('1'));
    sink.end(failure('bookings.timeout'));
    expect([current().state, current().at, badges()]).toEqual(['coming', undefined, ['1']]);
    sink.begin(later);
    sink.take(some('2'));
    expect(badges()).toEqual(['2']);
  });

  it('where a desk is about to open, what comes before it is there is for it, and is asked for once', () => {
    const { look, sink, asked, current, badges } = watched(passingClock(at).clock);
    sink.begin(at);
    sink.take(some('1'));
    look();
    expect([current().state, badges(), asked()]).toEqual(['coming', ['1'], 0]);
    sink.take(some('2'));
    sink.end(success(undefined));
    expect([current().state, badges(), asked()]).toEqual(['whole', ['1', '2'], 0]);
  });

  it('and is asked for anew where the first download has failed by then', () => {
    const { look, sink, asked } = watched(passingClock(at).clock);
    sink.begin(at);
    sink.end(failure('bookings.unreachable'));
    look();
    expect(asked()).toBe(1);
  });

  it('and where it broke off after some had come', () => {
    const { look, sink, asked, current } = watched(passingClock(at).clock);
    sink.begin(at);
    sink.take(some('1'));
    sink.end(failure('bookings.timeout'));
    look();
    expect([current().state, asked()]).toEqual(['coming', 1]);
  });

  it('it is not kept for a desk that does not open, nor after it is left', () => {
    const { clock, pass, waiting } = passingClock(at);
    const { sink, badges } = watched(clock);
    sink.begin(at);
    sink.take(some('1'));
    sink.end(success(undefined));
    expect([sink.isWanted(), badges()]).toEqual([true, ['1']]);
    pass(60_000);
    expect([sink.isWanted(), badges(), waiting()]).toEqual([false, [], 0]);

    const left = watched(passingClock(at).clock);
    left.look()();
    expect(left.sink.isWanted()).toBe(false);
  });
});
