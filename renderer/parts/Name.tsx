import type { ReactNode } from 'react';

/** A text from outside, in any script: kept apart from the direction of the words around it, and in its own script's shapes. */
export function Name(props: { readonly children: string }): ReactNode {
  return <bdi lang={scriptLanguage(props.children)}>{props.children}</bdi>;
}

/** Han characters are drawn differently in Japanese and Korean; kana and hangul give those away. Otherwise the screen's language holds. */
export function scriptLanguage(text: string): 'ja' | 'ko' | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : undefined;
}
