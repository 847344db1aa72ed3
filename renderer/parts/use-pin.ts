import { type SubmitEvent, useState } from 'react';
import type { ClosedDeskScreen } from '../../electron/contract/closed-desk.ts';
import { send } from '../bridge.ts';
import type { Words } from '../words/words.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** The longest PIN that somebody may have. */
export const longestPin = 12;

/** A PIN that is being given. It is in the component that asks alone, and gone with it and with each try. */
export interface PinGiven {
  readonly pin: string;
  readonly type: (text: string) => void;
  readonly submit: (event: SubmitEvent) => void;
  /** What is to be said of the last try, or what is asked. */
  readonly said: string;
  /** For how long nobody is heard; '' where somebody is. */
  readonly wait: string;
}

/** `asked`: what is said where there was no try yet. */
export function usePin({ state, wait }: Pick<ClosedDeskScreen, 'state' | 'wait'>, words: Words['staff'], asked: string): PinGiven {
  const [pin, setPin] = useState('');
  const isLooking = state === 'looking';
  const left = useSecondsLeft(wait, isLooking);
  return {
    pin,
    type: (text) => setPin(text.replace(/\D/g, '').slice(0, longestPin)),
    submit: (event) => {
      event.preventDefault();
      if (pin === '' || isLooking || left > 0) return;
      send({ kind: 'pin', pin });
      setPin('');
    },
    said: saidOf(state, left > 0, words, asked),
    wait: left > 0 ? words.wait(left) : '',
  };
}

function saidOf(state: ClosedDeskScreen['state'], waits: boolean, words: Words['staff'], asked: string): string {
  if (state === 'looking') return words.looking;
  if (state === 'wrong') return words.wrong;
  return waits ? '' : asked;
}
