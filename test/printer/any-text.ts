import fc from 'fast-check';

/**
 * Any code unit, so lone surrogates too, with the dangerous ones often: letters whose code ends in the byte of a command, C1, controls, and the
 * signs that are commands in ZPL.
 */
export const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0x80, max: 0x9f }),
      fc.integer({ min: 0, max: 0x1f }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.constantFrom(...Array.from('ěĝĐĄčİĊĖ^~\\_,', (letter) => letter.charCodeAt(0))),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((units) => String.fromCharCode(...units));
