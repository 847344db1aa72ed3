import { normaliseCode } from '../../electron/contract/code.ts';

/** The code in a text as intents carry it: normalised, and empty for what cannot be a code (main answers that with "unknown code"). */
export const asCode = (text: string): string => normaliseCode(text) ?? '';
