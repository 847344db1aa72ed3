/** Without and with Shift, by where the key is: https://www.w3.org/TR/uievents-code/#key-alphanumeric-writing-system */
const keys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => [`Key${letter}`, letter.toLowerCase() + letter])),
  ...Object.fromEntries(Array.from(')!@#$%^&*(', (above, digit) => [`Digit${digit}`, `${digit}${above}`])),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`Numpad${digit}`, `${digit}${digit}`])),
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
};

/**
 * What a key writes on a US keyboard, whatever layout the system has: nearly every scanner sends the places of keys as if it were one, so that on a German system Y and Z
 * change places and on a French one digits become "&é". Undefined for a key without a letter, and where the place is not told.
 */
export const onUsKeyboard = ({ code, shiftKey }: Pick<KeyboardEvent, 'code' | 'shiftKey'>): string | undefined =>
  keys[code]?.[shiftKey ? 1 : 0];
