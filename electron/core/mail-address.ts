// What the field of a browser takes (https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address), with a dot in the domain.
const shape = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/**
 * Is this one e-mail address that mail can be sent to? ASCII alone: an address with other letters would need SMTPUTF8, which few servers have. The
 * length is what an envelope carries (https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3).
 */
export const isMailAddress = (text: string): boolean => text.length <= 254 && shape.test(text);
