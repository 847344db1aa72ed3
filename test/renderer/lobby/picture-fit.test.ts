import { describe, expect, it } from 'vitest';
import { pictureFit } from '../../../renderer/lobby/picture-fit.ts';

describe('a picture in its frame', () => {
  const frame = { width: 984, height: 860 };

  it.each([
    ['a photograph of nearly its shape', { width: 4000, height: 3000 }, 'cover'],
    ['the same shape', { width: 98, height: 86 }, 'cover'],
    ['a wide slide', { width: 1920, height: 1080 }, 'contain'],
    ['a tall poster', { width: 1080, height: 1920 }, 'contain'],
    ['a picture that has no size', { width: 0, height: 0 }, 'contain'],
  ] as const)('%s', (_, picture, fit) => {
    expect(pictureFit(picture, frame)).toBe(fit);
  });

  it('is the same whichever of the two is the wider', () => {
    const slide = { width: 1600, height: 1300 };
    expect(pictureFit(slide, frame)).toBe(pictureFit(frame, slide));
  });
});
