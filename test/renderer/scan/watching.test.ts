import { describe, expect, it } from 'vitest';
import { inOrder, isWanted } from '../../../renderer/scan/camera-choice.ts';
import type { Frame } from '../../../renderer/scan/decode/movement.ts';
import type { Glimpse } from '../../../renderer/scan/decode/sighting.ts';
import { guidanceFor, steadyAdvice } from '../../../renderer/scan/guidance.ts';
import { pictureWatch } from '../../../renderer/scan/health.ts';

const lit: Frame = { light: 120, span: 200, moved: 0, same: false };
const black: Frame = { light: 3, span: 4, moved: 0, same: false };

/** What a watch says at the end of frames of 33 ms. */
const faultAfter = (...parts: readonly [frame: Frame, seconds: number][]) => {
  let clock = 0;
  const faultIn = pictureWatch(() => clock);
  let fault: ReturnType<typeof faultIn>;
  for (const [frame, seconds] of parts) for (let at = 0; at < seconds * 1_000; at += 33, clock += 33) fault = faultIn(frame);
  return fault;
};

describe('the picture of a camera that says that it lives', () => {
  it('is black after a few seconds, within five, and not when a hand passes', () => {
    expect(faultAfter([lit, 10], [black, 4])).toBe('black');
    expect(faultAfter([lit, 10], [black, 2])).toBeUndefined();
    expect(faultAfter([lit, 10], [black, 3], [lit, 1], [black, 3])).toBeUndefined();
    expect(faultAfter([{ ...black, span: 90 }, 20])).toBeUndefined();
  });

  it('is frozen when not one pixel changes any more, within five seconds', () => {
    expect(faultAfter([lit, 5], [{ ...lit, same: true }, 4])).toBe('frozen');
    expect(faultAfter([lit, 5], [{ ...lit, same: true }, 2])).toBeUndefined();
    expect(faultAfter([lit, 5], [{ ...lit, same: true }, 4], [lit, 0.1])).toBeUndefined();
  });

  it('may stand still where it never had noise, as that of a virtual camera', () => {
    expect(faultAfter([lit, 0.03], [{ ...lit, same: true }, 600])).toBeUndefined();
  });
});

describe('the order of cameras', () => {
  const devices = [
    { deviceId: 'a', label: 'Integrated Webcam' },
    { deviceId: 'b', label: 'Document Camera X' },
    { deviceId: 'c', label: 'USB 2.0 Camera' },
  ];
  it('is what the installer named, what worked last, then each', () => {
    expect(inOrder(devices, { failed: [] })).toEqual(['a', 'b', 'c']);
    expect(inOrder(devices, { remembered: 'b', failed: [] })).toEqual(['b', 'a', 'c']);
    expect(inOrder(devices, { remembered: 'b', wanted: 'usb 2.0', failed: [] })).toEqual(['c', 'b', 'a']);
  });
  it('puts what has just failed last, the newest failure at the very end', () => {
    expect(inOrder(devices, { remembered: 'c', wanted: 'usb', failed: ['c', 'a'] })).toEqual(['b', 'c', 'a']);
  });
  it('has no camera without an id, and takes no name for every name', () => {
    expect(inOrder([{ deviceId: '', label: '' }], { failed: [] })).toEqual([]);
    expect(isWanted('Webcam', '')).toBe(false);
  });
});

describe('advice', () => {
  const square = (size: number, x = 640, y = 360): Glimpse['corners'] => [
    { x: x - size / 2, y: y - size / 2 },
    { x: x + size / 2, y: y - size / 2 },
    { x: x + size / 2, y: y + size / 2 },
    { x: x - size / 2, y: y + size / 2 },
  ];
  it.each([
    ['closer', { moduleSize: 1.6, corners: square(40) }, lit],
    ['further', { moduleSize: 30, corners: square(900) }, lit],
    ['further', { moduleSize: 12, corners: square(300, 60) }, lit],
    ['hold', { moduleSize: 6, corners: square(150) }, { ...lit, moved: 0.3 }],
    ['brighter', { moduleSize: 6, corners: square(150) }, { ...lit, light: 20 }],
    [undefined, { moduleSize: 6, corners: square(150) }, lit],
    [undefined, undefined, { ...lit, moved: 1 }],
  ] as const)('is %s', (advice, glimpse, frame) => {
    expect(guidanceFor({ glimpse, corner: 0 }, frame, 1280, 720)).toBe(advice);
  });

  it('goes by the size of a corner where no whole code is seen', () => {
    expect(guidanceFor({ corner: 180 }, lit, 1280, 720)).toBe('further');
    expect(guidanceFor({ corner: 12 }, lit, 1280, 720)).toBe('closer');
    expect(guidanceFor({ corner: 60 }, lit, 1280, 720)).toBeUndefined();
  });

  it('is given when two looks agree, stands for a while, and goes when nobody is there', () => {
    let clock = 0;
    const say = steadyAdvice(() => clock);
    expect(say('closer')).toBeUndefined();
    expect(say('closer')).toBe('closer');
    clock += 200;
    expect(say('hold')).toBe('closer');
    expect(say('hold')).toBe('closer');
    clock += 1_200;
    expect(say('hold')).toBe('hold');
    clock += 2_500;
    expect(say(undefined)).toBeUndefined();
  });
});
