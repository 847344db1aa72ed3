import { create } from 'zustand';
import type { Snapshot } from '../electron/contract/snapshot.ts';

/** How the screen is drawn for the person in front of it. Nothing of it outlives their session. */
export interface Comfort {
  readonly theme: 'light' | 'dark' | 'contrast';
  /** The factor on every letter: WCAG asks for 200 %. */
  readonly textSize: 1 | 1.5 | 2;
  /** All controls in the bottom band, for a person who sits. */
  readonly lowControls: boolean;
  /** What the idle screen plays stands still. */
  readonly paused: boolean;
}

/** What the renderer holds: main's newest snapshot (none while disconnected), and what is purely of the screen. */
export interface Screen extends Comfort {
  readonly snapshot: Snapshot | undefined;
  /** The half-typed code. */
  readonly typed: string;
  readonly helpOpen: boolean;
}

const comfort: Comfort = { theme: 'light', textSize: 1, lowControls: false, paused: false };
const fresh = { ...comfort, typed: '', helpOpen: false };

/** The one store. It is written through the functions below and by the parts that own a field of it. */
export const useScreen = create<Screen>()(() => ({ snapshot: undefined, ...fresh }));

/**
 * Takes a snapshot from main. An older number than the one shown is ignored. What was typed goes with the screen it was typed on,
 * and everything else of a visitor when a session ends (WIN-10).
 */
export function receive(snapshot: Snapshot): void {
  useScreen.setState((held) => {
    const before = held.snapshot;
    if (before && snapshot.number < before.number) return held;
    // Whoever scans on the last screen of a visit is the next visitor.
    const next = before?.screen.kind === 'checkedIn' || before?.screen.kind === 'checkedOut';
    const ended = snapshot.screen.kind !== before?.screen.kind && (snapshot.screen.kind === 'welcome' || next);
    if (ended) return { snapshot, ...fresh };
    const isSameScreen = snapshot.screen.kind === before?.screen.kind;
    // Help would lie over what is new: another screen, or the question whether anybody is there.
    const helpOpen = held.helpOpen && isSameScreen && !snapshot.warning;
    return { snapshot, helpOpen, typed: isSameScreen ? held.typed : '' };
  });
}

/** Main cannot be heard: what it said last may be stale and may be a visitor's, so none of it stays. */
export function forget(): void {
  useScreen.setState({ snapshot: undefined, ...fresh });
}

/** Back to how the screen is drawn for anyone. */
export function resetComfort(): void {
  useScreen.setState({ ...comfort, helpOpen: false });
}

/** The next theme: high contrast is one touch from the start. */
export const nextTheme = { light: 'contrast', contrast: 'dark', dark: 'light' } as const satisfies Record<
  Comfort['theme'],
  Comfort['theme']
>;

/** The next size of the text. */
export const nextTextSize = { 1: 1.5, 1.5: 2, 2: 1 } as const satisfies Record<Comfort['textSize'], Comfort['textSize']>;
