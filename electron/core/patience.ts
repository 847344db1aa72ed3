import type { Language } from '../contract/language.ts';
import type { LobbyState, Scene } from './scene.ts';

/** How long somebody who was warned has before the screen is cleared (WCAG 2.2.1 asks for at least 20 s). */
export const warningMs = 20_000;

const quietMs: Record<Scene['kind'], number | undefined> = {
  welcome: undefined,
  scan: 45_000,
  type: 45_000,
  staff: 30_000,
  details: 60_000,
  waiting: 90_000,
  lookingUp: 8_000,
  confirm: 40_000,
  recording: undefined,
  checkedIn: 12_000,
  checkedOut: 8_000,
  refused: 25_000,
};

/** How long a language stays on a welcome screen that nobody touches. */
const languageMs = 60_000;

/** When a scene that begins (or is touched) at `now` warns; `lookingUp` gives up then instead. `usual`: what is spoken here until somebody chooses. Undefined: it stays. */
export function endOf({ scene, language }: LobbyState, now: number, usual: Language): { at: number; warning: false } | undefined {
  const quiet = scene.kind === 'welcome' && language !== usual ? languageMs : quietMs[scene.kind];
  return quiet === undefined ? undefined : { at: now + quiet, warning: false };
}
