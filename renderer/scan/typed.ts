import { codeLimit } from '../../electron/contract/code.ts';
import { send } from '../bridge.ts';
import { useScreen } from '../store.ts';
import { asCode } from './as-code.ts';

/** Replaces what the text field holds. */
export function setTyped(text: string): void {
  useScreen.setState({ typed: text.slice(0, codeLimit) });
}

/** A key of the keyboard on the screen. */
export function typeKey(key: string): void {
  setTyped(useScreen.getState().typed + key);
}

/** Takes the last letter away. */
export function deleteKey(): void {
  setTyped(Array.from(useScreen.getState().typed).slice(0, -1).join(''));
}

/** Hands in what was typed; says why not where there is nothing yet, or what can be no code: its shape is no secret, and nobody waits for that. */
export function submitTyped(): 'sent' | 'empty' | 'shape' {
  const { typed } = useScreen.getState();
  if (typed.trim() === '') return 'empty';
  const code = asCode(typed);
  if (code === '') return 'shape';
  send({ kind: 'code', code, by: 'typed' });
  return 'sent';
}
