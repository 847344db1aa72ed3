import { describe, expect, it } from 'vitest';
import { tuned } from '../../../renderer/scan/tuning.ts';
import type { View } from '../../../renderer/scan/worker-messages.ts';

const fine: View = { isBlack: false, isDark: false, isBurnt: false };

/** A camera's track with these offers; what was asked of it, in order. It refuses every wish, as many do that offered. */
function track(offers: object) {
  const asked: unknown[] = [];
  const fake = {
    getCapabilities: () => offers,
    applyConstraints: ({ advanced }: { advanced: unknown[] }) => {
      asked.push(...advanced);
      return Promise.reject(new DOMException('', 'OverconstrainedError'));
    },
  };
  return { asked, view: tuned(fake as unknown as MediaStreamTrack) };
}

describe('what a camera offers', () => {
  it('is left alone where it offers nothing', () => {
    const { asked, view } = track({});
    for (let index = 0; index < 50; index += 1) view({ ...fine, isBurnt: index % 2 === 0, isDark: true });
    expect(asked).toEqual([]);
  });

  it('is focus that follows', () => {
    expect(track({ focusMode: ['manual', 'continuous'] }).asked).toEqual([{ focusMode: 'continuous' }]);
    expect(track({ focusMode: ['manual'] }).asked).toEqual([]);
  });

  it('is its exposure, turned down step by step while a code is burnt out, never below its least, and up again in the dark', () => {
    const { asked, view } = track({ exposureCompensation: { min: -2, max: 2, step: 0.5 } });
    view({ ...fine, isBurnt: true });
    expect(asked).toEqual([]);
    for (let index = 0; index < 100; index += 1) view({ ...fine, isBurnt: true });
    expect(asked).toEqual([-0.5, -1, -1.5, -2].map((exposureCompensation) => ({ exposureCompensation })));
    for (let index = 0; index < 100; index += 1) view({ ...fine, isDark: true });
    expect(asked.at(-1)).toEqual({ exposureCompensation: 0 });
  });

  it('is its exposure, up again once nothing has been burnt out for a while, and not at the first picture that is not', () => {
    const { asked, view } = track({ exposureCompensation: { min: -2, max: 2, step: 0.5 } });
    for (let index = 0; index < 100; index += 1) view({ ...fine, isBurnt: true });
    const lowered = asked.length;
    for (let index = 0; index < 5; index += 1) view(fine);
    expect(asked).toHaveLength(lowered);
    for (let index = 0; index < 100; index += 1) view(fine);
    expect(asked.slice(lowered)).toEqual([{ exposureCompensation: 0 }]);
  });

  it('is its lamp, once it has been dark for a while, and not when the lens is covered', () => {
    const { asked, view } = track({ torch: true });
    for (let index = 0; index < 50; index += 1) view({ ...fine, isDark: true, isBlack: true });
    view({ ...fine, isDark: true });
    expect(asked).toEqual([]);
    for (let index = 0; index < 50; index += 1) view({ ...fine, isDark: true });
    expect(asked).toEqual([{ torch: true }]);
  });
});
