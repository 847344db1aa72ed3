import * as z from 'zod';

// What one can write to, and no more: which addresses there really are, only their own server knows. Lengths: RFC 5321, 4.5.3.1.
const address = /^[^\s@<>",;:\p{C}]{1,64}@[^\s@<>",;:\p{C}]{1,189}$/u;

/** An address of e-mail; undefined when absent, or when it is none: nobody's visit fails for that. */
export const mailSchema = z.unknown().transform((value) => {
  const text = typeof value === 'string' ? value.trim() : '';
  return address.test(text) ? text : undefined;
});
