import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentShown } from '../../../electron/contract/lobby.ts';
import { firstIdle, type Idle, type IdleEvent, idleWait, isMoving, nextIdle } from '../../../renderer/lobby/idle.ts';

const picture = (name: string, seconds = 10): ContentShown => ({ kind: 'picture', source: `/content/${name}.png`, seconds });
const text = (words: string, seconds = 10): ContentShown => ({ kind: 'text', text: words, seconds });
const harbour = picture('harbour');
const garden = picture('garden');
const news = text('Breakfast is from 7 to 11.');

const after = (idle: Idle, ...events: IdleEvent[]): Idle => events.reduce(nextIdle, idle);
const due: IdleEvent = { type: 'due' };
/** What is coming can be seen now, or cannot. */
const ready = (idle: Idle): Idle => nextIdle(idle, { type: 'ready', turn: idle.coming?.number ?? 0 });
const fail = (idle: Idle): Idle => nextIdle(idle, { type: 'failed', turn: idle.coming?.number ?? 0 });
const playing = (...content: ContentShown[]): Idle => ready(firstIdle(content));
const next = (idle: Idle): Idle => ready(nextIdle(idle, due));

describe('what is seen', () => {
  it('is nothing until the first item is ready', () => {
    const idle = firstIdle([harbour, news]);
    expect(idle.shown).toBeUndefined();
    expect(idle.coming?.item).toBe(harbour);
    expect(ready(idle)).toMatchObject({ shown: { item: harbour }, coming: undefined });
  });

  it('goes round the list, and stays until what comes is ready', () => {
    const first = playing(harbour, news, garden);
    const waiting = nextIdle(first, due);
    expect(waiting).toMatchObject({ shown: { item: harbour }, coming: { item: news } });
    const second = ready(waiting);
    expect(second).toMatchObject({ before: { item: harbour }, shown: { item: news } });
    const third = next(second);
    expect(third.shown?.item).toBe(garden);
    expect(next(third).shown?.item).toBe(harbour);
  });

  it('lets go of the one before when the next is made ready: two pictures at most', () => {
    const idle = nextIdle(next(playing(harbour, garden)), due);
    expect(idle).toMatchObject({ before: undefined, shown: { item: garden }, coming: { item: harbour } });
  });

  it('leaves out what failed, now and on each round', () => {
    const idle = fail(nextIdle(playing(harbour, garden, news), due));
    expect(idle.coming?.item).toBe(news);
    const round = next(next(ready(idle)));
    expect(round.shown?.item).toBe(news);
    expect(round.failed).toEqual([1]);
  });

  it('is nothing for ever where everything failed, and no timer runs for it', () => {
    const idle = fail(fail(firstIdle([harbour, garden])));
    expect(idle).toMatchObject({ shown: undefined, coming: undefined, failed: [0, 1] });
    expect(idleWait(idle, false)).toBeUndefined();
    expect(nextIdle(idle, due)).toBe(idle);
  });

  it('stays where it is alone, or where all the others failed', () => {
    for (const idle of [playing(harbour), fail(nextIdle(playing(harbour, garden), due))]) {
      expect(idle).toMatchObject({ shown: { item: harbour }, coming: undefined });
      expect(isMoving(idle)).toBe(false);
      expect(idleWait(idle, false)).toBeUndefined();
    }
  });

  it('is not changed by the late answer of a turn that was given up', () => {
    const given = nextIdle(playing(harbour, garden, news), due);
    const late = given.coming?.number ?? 0;
    const gone = nextIdle(given, due);
    expect(gone).toMatchObject({ coming: { item: news }, failed: [1] });
    expect(nextIdle(gone, { type: 'ready', turn: late })).toBe(gone);
    expect(nextIdle(gone, { type: 'failed', turn: late })).toBe(gone);
  });
});

describe('a pause', () => {
  it('keeps what is seen, even where the next was almost ready', () => {
    const waiting = nextIdle(playing(harbour, garden), due);
    const held = nextIdle(waiting, { type: 'hold' });
    expect(held).toMatchObject({ shown: { item: harbour }, coming: undefined });
    expect(nextIdle(held, { type: 'ready', turn: waiting.coming?.number ?? 0 })).toBe(held);
    expect(isMoving(held)).toBe(true);
  });

  it('gives no number twice: what was held finds nobody when it goes on', () => {
    const waiting = nextIdle(playing(harbour, garden), due);
    const again = after(waiting, { type: 'hold' }, due);
    expect(again.coming?.number).toBeGreaterThan(waiting.coming?.number ?? 0);
  });
});

describe('another list', () => {
  const content = (...list: ContentShown[]): IdleEvent => ({ type: 'content', content: list });

  it('is none where main sends the same again', () => {
    const idle = playing(harbour, news);
    expect(nextIdle(idle, content({ ...harbour }, { ...news }))).toBe(idle);
  });

  it('goes on where it was when only the language is another', () => {
    const idle = next(playing(harbour, news));
    const german = nextIdle(idle, content(harbour, text('Frühstück von 7 bis 11 Uhr.')));
    expect(german.shown).toEqual({ ...idle.shown, item: text('Frühstück von 7 bis 11 Uhr.') });
    expect(german.coming).toBeUndefined();
  });

  it('begins at its first, which may have failed before; what was seen stays until then', () => {
    const idle = fail(nextIdle(playing(harbour, garden), due));
    const other = nextIdle(idle, content(garden, news));
    expect(other).toMatchObject({ shown: { item: harbour }, coming: { item: garden }, failed: [] });
    expect(ready(other)).toMatchObject({ before: { item: harbour }, shown: { item: garden } });
  });
});

describe('the wait', () => {
  it.each([
    [10, false, 10_000],
    [10, true, 20_000],
    [0, false, 5_000],
    [-3, false, 5_000],
    [1e12, true, 7_200_000],
  ])('for an item of %d s is sane (calm: %s)', (seconds, calm, wait) => {
    expect(idleWait(playing(picture('harbour', seconds), news), calm)).toBe(wait);
  });

  it('ends for a picture that does not load', () => {
    expect(idleWait(firstIdle([harbour]), false)).toBe(10_000);
  });
});

it('whatever happens, what comes has not failed and is not what is seen', () => {
  const events = fc.oneof(
    fc.constantFrom<IdleEvent>(due, { type: 'hold' }, { type: 'content', content: [news, garden] }),
    fc.record({ type: fc.constantFrom('ready' as const, 'failed' as const), turn: fc.integer({ min: 1, max: 30 }) }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.array(events, { maxLength: 60 }), (length, happened) => {
      let idle = firstIdle(Array.from({ length }, (_, index) => picture(`${index}`)));
      for (const event of happened) {
        idle = nextIdle(idle, event);
        if (!idle.coming) continue;
        expect(idle.failed).not.toContain(idle.coming.index);
        expect(idle.coming.index).not.toBe(idle.shown?.index);
        expect(idle.coming.item).toEqual(idle.content[idle.coming.index]);
      }
    }),
  );
});
