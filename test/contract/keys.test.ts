import { describe, expect, it } from 'vitest';
import { isForPage } from '../../electron/contract/keys.ts';

const key = (words: string) => {
  const parts = words.split(' ');
  const has = (name: string) => parts.includes(name);
  return { key: parts.at(-1) ?? '', control: has('Ctrl'), meta: has('Cmd'), alt: has('Alt'), shift: has('Shift') };
};

const commands = [
  ...Array.from({ length: 24 }, (_, number) => `F${number + 1}`),
  ...['Ctrl F5', 'Shift F10', 'Alt F4', 'Ctrl F4'],
  ...['r', 'w', 'n', 't', 'p', 'o', 's', 'f', 'h', 'j', 'u', '+', '-', '=', '0', '1', 'Tab', 'PageDown'].map(
    (letter) => `Ctrl ${letter}`,
  ),
  ...['I', 'J', 'C', 'R', 'N', 'T', 'Delete'].map((letter) => `Ctrl Shift ${letter}`),
  ...['q', 'w', 'r', 'h', 'm', ',', '+', '-', '0'].map((letter) => `Cmd ${letter}`),
  ...['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'Enter', 'Tab'].map((name) => `Alt ${name}`),
  ...[
    'BrowserBack',
    'BrowserForward',
    'BrowserRefresh',
    'BrowserSearch',
    'BrowserHome',
    'LaunchMail',
    'ContextMenu',
    'PrintScreen',
  ],
];

describe('WIN-8 keys that are a browser’s or a window’s', () => {
  it.each(commands)('WIN-8 %s does nothing, in the lobby and at the desk', (words) => {
    expect([isForPage(key(words), 'lobby'), isForPage(key(words), 'desk')]).toEqual([false, false]);
  });

  it.each(['a', 'c', 'v', 'x', 'z'].flatMap((letter) => [`Ctrl ${letter}`, `Cmd ${letter}`]))(
    'WIN-8 %s is for who writes at the desk, and nothing in the lobby',
    (words) => {
      expect([isForPage(key(words), 'lobby'), isForPage(key(words), 'desk')]).toEqual([false, true]);
    },
  );

  it.each([
    ...[
      'a',
      'Z',
      '7',
      ' ',
      '-',
      'é',
      '陳',
      'Enter',
      'Tab',
      'Escape',
      'Backspace',
      'Delete',
      'ArrowLeft',
      'Home',
      'End',
      'PageDown',
    ],
    ...[
      'Shift A',
      'Shift Tab',
      'Ctrl Alt @',
      'Alt ø',
      'Dead',
      'Ctrl Alt Dead',
      'Alt Dead',
      'Shift Alt Dead',
      'Process',
      'Unidentified',
    ],
  ])('WIN-8 %j reaches the page', (words) => {
    const pressed = words === ' ' ? { ...key('x'), key: ' ' } : key(words);
    expect([isForPage(pressed, 'lobby'), isForPage(pressed, 'desk')]).toEqual([true, true]);
  });
});
