import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { send } from '../bridge.ts';
import { useScreen } from '../store.ts';
import { codeIn, type Proven } from './scanned.ts';
import { onUsKeyboard } from './us-keyboard.ts';
import { isScan, type KeyRun, noRun, withKey } from './wedge.ts';

/**
 * How long after its last key a scan without Enter goes on by itself. Keys that a busy machine delivers late must not be cut off: half a
 * code is a wrong code. In the text field a silence may be a person who stops, so it takes longer there.
 */
const quietPause = 400;
const fieldPause = 800;
/** For so long after its last letter a scanner's Enter is still the scanner's: it must never press a button that a person did not. */
const lateEnter = 1_000;

/**
 * Listens for a USB scanner on every screen of the lobby, whatever has the focus. What it types into the text field on the way is
 * taken out again, and its closing Enter or Tab reaches nobody else.
 */
export function listenToScanner(): void {
  let run: KeyRun = noRun;
  let typedBefore = '';
  let pause: ReturnType<typeof setTimeout> | undefined;
  let proven: Proven;
  let lastLetter = Number.NEGATIVE_INFINITY;

  const finish = () => {
    clearTimeout(pause);
    const { text, places, newest } = run;
    const scanned = isScan(run);
    run = noRun;
    if (!scanned) return;
    lastLetter = newest;
    useScreen.setState({ typed: typedBefore });
    const read = codeIn({ text, places }, useScreen.getState().snapshot?.scanning, proven);
    proven = read.proven;
    send({ kind: 'code', code: read.code, by: 'scanner' });
  };

  addEventListener(
    'keydown',
    (event) => {
      if (!isHeard(useScreen.getState().snapshot) || event.ctrlKey || event.altKey || event.metaKey) return;
      const inField = event.target instanceof HTMLInputElement;
      // No scanner holds a key, which repeats as fast as one types. Whoever does, by an elbow or a bag, is to press no button with it.
      const key = keyOf(event);
      if (event.repeat) {
        if (key === 'Enter' || (key.length === 1 && !inField)) swallow(event);
        return;
      }
      if (key === 'Enter' || key === 'Tab') {
        finish();
        if (event.timeStamp - lastLetter <= lateEnter) swallow(event);
        lastLetter = Number.NEGATIVE_INFINITY;
        return;
      }
      const letter = key === 'Dead' ? '' : key;
      if (letter.length > 1) return;
      clearTimeout(pause);
      const grown = withKey(run, letter, event.timeStamp, onUsKeyboard(event) ?? letter);
      if (grown.places.length <= 1) typedBefore = useScreen.getState().typed;
      run = grown;
      // A space would press the button that has the focus.
      if (!inField && run.places.length > 1) event.preventDefault();
      pause = setTimeout(finish, inField ? fieldPause : quietPause);
    },
    { capture: true },
  );
}

/** Codes are read in the lobby only: on the desk a person types, and quickly. */
const isHeard = (snapshot: Snapshot | undefined): boolean =>
  snapshot !== undefined && snapshot.screen.kind !== 'desk' && snapshot.screen.kind !== 'closedDesk';

/** With an input method active a key does not say its letter, only its place: https://www.w3.org/TR/uievents-key/#keys-composition */
const keyOf = (event: KeyboardEvent): string => (event.key === 'Process' ? (onUsKeyboard(event) ?? event.code) : event.key);

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
