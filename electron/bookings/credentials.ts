import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import type { AuthScheme } from '../settings/settings.ts';

const hidden = '[credentials]';
// What may stand in a header (https://www.rfc-editor.org/rfc/rfc9110#section-5.5), without a line break to smuggle a second one.
const sendable = /^[\x20-\x7e]+$/;

/**
 * The access token and the one way to send it. This is the only place that holds the token (rule TOK-1): it cannot be read back, nor
 * seen in JSON, in `util.inspect` or in a string; it comes out as a header for its own server's origin and for no other.
 */
export class Credentials {
  readonly #origin: string;
  #token: string;
  readonly #scheme: AuthScheme;

  constructor(server: { readonly url: URL; readonly token: string; readonly auth: AuthScheme }) {
    this.#origin = server.url.origin;
    this.#token = server.token;
    this.#scheme = server.auth;
  }

  /** The `authorization` header for a request to `origin`; nothing for another origin or for a token that no header can carry. */
  headersFor(origin: string): { readonly authorization?: string } {
    if (origin !== this.#origin || !sendable.test(this.#token)) return {};
    return { authorization: this.#header() };
  }

  /**
   * What a token can be known again by without being known: its SHA-256 with a salt, in hexadecimal. Nothing slower is needed, for a token
   * is long and random. Empty when it was wiped.
   */
  fingerprint(salt: string): string {
    return this.#token === '' ? '' : createHmac('sha256', salt).update(this.#token).digest('hex');
  }

  /** Forgets the token: no header is made of it any more (rule TOK-3). */
  wipe(): void {
    this.#token = '';
  }

  /** A text of the server without the token, which a server may echo: for what is printed. */
  concealedIn(text: string): string {
    if (this.#token === '') return text;
    const forms = [this.#token, Buffer.from(`${this.#token}:`).toString('base64'), Buffer.from(this.#token).toString('base64')];
    return forms.reduce((rest, form) => rest.replaceAll(form, hidden), text);
  }

  #header(): string {
    switch (this.#scheme) {
      case 'raw':
        return this.#token;
      case 'bearer':
        return `Bearer ${this.#token}`;
      case 'basic':
        return `Basic ${Buffer.from(`${this.#token}:`).toString('base64')}`;
    }
  }

  toJSON(): string {
    return hidden;
  }

  toString(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}
