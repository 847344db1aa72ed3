import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { connectionFailure } from '../bookings/connection.ts';
import { secureContextWith } from '../bookings/dispatcher.ts';
import type { FailureCode } from '../contract/failure.ts';
import type { Handed } from '../core/outbox.ts';
import type { Settings } from '../settings/settings.ts';

type Mail = NonNullable<Settings['mail']>;

/** What a line to a mail server needs to be opened. */
export type Way = Pick<Mail, 'host' | 'port' | 'security' | 'sender'> & { readonly ca?: string | undefined };

/** Until there is a greeting on a line that is safe; and without a word (milliseconds). */
const connectMs = 10_000;
const silentMs = 30_000;
const mostOfReply = 16 * 1024;

/** One message on its way. */
export interface Delivery {
  readonly ended: Promise<Handed>;
  /** Ends it now; what it comes to is `unsure` where the text has left. */
  stop(): void;
}

/** What of an error of the library counts. Its text is never looked at: it may hold the address, or what the server says of it. */
interface Wrong {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Hands one message to a mail server: one connection, one recipient, one text. `last` is asked when everything is agreed and only the text is
 * missing; where it answers, that is what came of it, the line is dropped, and no server delivers half a message. From then on a line
 * that breaks without an answer leaves it open whether the message was taken (https://www.rfc-editor.org/rfc/rfc1047): text and final dot leave in one
 * write, so nothing here can tell a break before the dot from one after it.
 */
export function deliver(
  way: Way,
  message: { readonly from: string; readonly to: string; readonly bytes: Uint8Array },
  options: { readonly last: () => Handed | undefined; readonly withinMs: number },
): Delivery {
  const { from, to, bytes } = message;
  const { last, withinMs } = options;
  const connection = new SMTPConnection(optionsOf(way, withinMs));
  let isTold = false;
  let resolve: (handed: Handed) => void = () => {};
  const ended = new Promise<Handed>((resolved) => {
    resolve = resolved;
  });
  const end = (handed: Handed) => {
    clearTimeout(timer);
    connection.close();
    resolve(handed);
  };
  const fail = (error: unknown) => end(meaningOf(error as Wrong, isTold));
  const stop = () => fail({});
  const timer = setTimeout(stop, withinMs);

  const text = new Readable({
    read() {
      if (isTold) return;
      const held = last();
      if (held) return end(held);
      isTold = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const send = () => connection.send({ from, to }, text, (error) => (error ? fail(error) : end({ outcome: 'sent' })));
  connection.on('error', fail);
  connection.connect((error) => {
    if (error) return fail(error);
    if (!way.sender) return send();
    const { user, password } = way.sender;
    connection.login({ credentials: { user, pass: password } }, (refused) => (refused ? fail(refused) : send()));
  });
  return { ended, stop };
}

function optionsOf({ host, port, security, ca }: Way, withinMs: number) {
  const connect = Math.min(connectMs, withinMs);
  return {
    ...{ host, port },
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...{ connectionTimeout: connect, greetingTimeout: connect, dnsTimeout: connect, socketTimeout: Math.min(silentMs, withinMs) },
    maxResponseSize: mostOfReply,
    // Said outright: NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment must not switch the check off.
    tls: { secureContext: secureContextWith(ca), rejectUnauthorized: true },
  };
}

/**
 * The one table from what a mail server says to an outcome (https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1): 4xx is for later; 5xx to the
 * recipient or to the text is for good; any other is about this kiosk and not about the letter, so it waits for the installer.
 */
function meaningOf({ code = '', originalCode, command = '', responseCode = 0 }: Wrong, isTold: boolean): Handed {
  const later = (failure: FailureCode): Handed => ({
    outcome: 'later',
    failure: { code: failure },
    ...(responseCode >= 400 && { status: responseCode }),
  });
  if (code === 'ETLS') return later('mail.tls');
  // 503 is about the order of commands: https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2
  if ((responseCode >= 400 && responseCode < 500) || responseCode === 503) return later('mail.busy');
  if (responseCode >= 500 && responseCode < 600) {
    // 530 is "authentication required": https://www.rfc-editor.org/rfc/rfc4954#section-6
    const isOfLetter = /^(RCPT TO|DATA)$/.test(command) && responseCode !== 530;
    return isOfLetter ? { outcome: 'dead', failure: { code: 'mail.refused' }, status: responseCode } : later('mail.auth');
  }
  if (isTold) return { outcome: 'unsure', failure: { code: 'mail.unsure' } };
  if (code === 'EAUTH') return later('mail.auth');
  return later(isOfCertificate(originalCode) ? 'mail.tls' : 'mail.unreachable');
}

const isOfCertificate = (code: string | undefined): boolean =>
  ['bookings.tls', 'bookings.portal'].includes(connectionFailure({ code }));
