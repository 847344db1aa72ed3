import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { createSnapshots } from '../../electron/effects/snapshots.ts';

const welcome = { language: 'en', screen: { kind: 'welcome' } } as const;
const typing = { language: 'en', screen: { kind: 'type', purpose: 'checkIn' } } as const;

function heard(snapshots = createSnapshots()) {
  const told: Snapshot[] = [];
  const stop = snapshots.onSnapshot((snapshot) => told.push(snapshot));
  return { ...snapshots, told, stop };
}

describe('snapshots', () => {
  it('begin with none, and are numbered from 1 without a gap', () => {
    const { newest, show, told } = heard();
    expect(newest()).toBeUndefined();
    const shown = [welcome, typing, welcome].map((content) => show(content));
    expect(shown).toEqual([
      { ...welcome, number: 1 },
      { ...typing, number: 2 },
      { ...welcome, number: 3 },
    ]);
    expect(told).toEqual(shown);
    expect(newest()).toBe(shown[2]);
  });

  it('have a number of this window, whatever another gave them', () => {
    const { show } = heard();
    expect(show({ ...welcome, number: 9 } as Snapshot).number).toBe(1);
    expect(show({ ...welcome, number: 9 } as Snapshot).number).toBe(2);
  });

  it('are shown again only where what is compared reads otherwise', () => {
    const { show, told } = heard();
    const first = show(welcome, [welcome, 1]);
    expect(show(welcome, [{ ...welcome }, 1])).toBe(first);
    expect(show(welcome, [welcome, 2]).number).toBe(2);
    expect(show(typing, [welcome, 2]).screen).toEqual(welcome.screen);
    expect(told.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are compared with the last that was shown, and with none that was shown before it', () => {
    const { show, told } = heard();
    for (const content of [welcome, typing, welcome]) show(content, content);
    show(typing);
    show(typing, typing);
    expect(told.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are told to everybody who listens, and to nobody who has stopped', () => {
    const snapshots = createSnapshots();
    expect(snapshots.isHeard()).toBe(false);
    const [one, other] = [heard(snapshots), heard(snapshots)];
    snapshots.show(welcome);
    one.stop();
    expect(snapshots.isHeard()).toBe(true);
    snapshots.show(typing);
    other.stop();
    expect(snapshots.isHeard()).toBe(false);
    snapshots.show(welcome);
    expect([one.told.length, other.told.length, snapshots.newest()?.number]).toEqual([1, 2, 3]);
  });

  it('never go back for whoever hears of one that another listener brought about', () => {
    const snapshots = createSnapshots();
    snapshots.onSnapshot(({ screen }) => {
      if (screen.kind === 'type') snapshots.show(welcome);
    });
    const { told } = heard(snapshots);
    snapshots.show(typing);
    expect(told.map(({ number, screen }) => [number, screen.kind])).toEqual([
      [2, 'welcome'],
      [2, 'welcome'],
    ]);
  });
});
