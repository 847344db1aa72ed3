import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A message that the server took for good. */
interface Kept {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  /** When the client asked to send the text, before it was told to go ahead (milliseconds since 1970). */
  readonly askedAt: number;
}

/** Where a line is cut: at once, after a command, before the go-ahead for the text, within it, once the text is kept but not answered, or right after the answer. */
export const cuts = ['connect', 'mail', 'rcpt', 'data', 'text', 'dot', 'answer'] as const;
export type Cut = (typeof cuts)[number];

/** What the server does at a step: refuses with a code, never says a word more, or cuts the line. */
type Step = number | 'silent' | 'cut' | undefined;

interface Behaviour {
  readonly greeting?: Step;
  readonly auth?: number;
  readonly mail?: Step;
  readonly rcpt?: Step;
  readonly data?: 'cut';
  readonly text?: 'cut';
  /** When the text is there whole: what is not refused is kept, whether it is answered or not. */
  readonly dot?: Step;
  readonly answer?: 'cut';
}

const refusal = (code: number) =>
  Object.assign(new Error('CANARY words of the server for host@canary.example'), { responseCode: code });

/**
 * A mail server on real SMTP. `behave` is asked for each connection anew; what it keeps it keeps before it answers, as servers do that lose a line
 * after the final dot. `options`: TLS, the users, what it hides.
 */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const mail = {
    port: 0,
    kept: [] as Kept[],
    /** Everything that was said to it, by step. */
    seen: [] as string[],
    behave: (): Behaviour => ({}),
    /** What happens in the middle of a dialogue, before the recipient is answered. */
    meanwhile: async () => {},
    up: async () => {},
    down: async () => {},
  };
  const sockets = new Set<Socket>();
  const behaviours = new Map<string, Behaviour>();

  function server(): SMTPServer {
    const of = (id: string) => behaviours.get(id) ?? {};
    const socketOf = (port: number) => [...sockets].find((socket) => socket.remotePort === port);
    const answer = (step: Step, port: number, then: (error?: Error) => void) => {
      if (step === 'cut') socketOf(port)?.destroy();
      else if (typeof step === 'number') then(refusal(step));
      else if (step !== 'silent') then();
    };
    const made = new SMTPServer({
      ...{ authOptional: true, disableReverseLookup: true, logger: false, closeTimeout: 50 },
      ...options,
      onConnect: ({ id, remotePort }, done) => {
        behaviours.set(id, mail.behave());
        mail.seen.push('connect');
        answer(of(id).greeting, remotePort, done);
      },
      onAuth: ({ username, password }, { id }, done) => {
        mail.seen.push(`auth ${username} ${password}`);
        const { auth } = of(id);
        done(auth === undefined ? null : refusal(auth), { user: username });
      },
      onMailFrom: (_address, { id, remotePort }, done) => {
        mail.seen.push('mail');
        answer(of(id).mail, remotePort, done);
      },
      onRcptTo: (_address, { id, remotePort }, done) => {
        mail.seen.push('rcpt');
        void mail.meanwhile().then(() => answer(of(id).rcpt, remotePort, done));
      },
      onData: (stream, { id, remotePort, envelope }, done) => {
        mail.seen.push('data');
        const askedAt = Date.now();
        const pieces: Buffer[] = [];
        const cut = () => void socketOf(remotePort)?.destroy();
        if (of(id).data === 'cut') return cut();
        if (of(id).text === 'cut') return void stream.once('data', cut);
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          mail.seen.push('dot');
          const { dot, answer: after } = of(id);
          if (typeof dot !== 'number') {
            const from = envelope.mailFrom ? envelope.mailFrom.address : '';
            mail.kept.push({
              from,
              to: envelope.rcptTo.map(({ address }) => address),
              text: Buffer.concat(pieces).toString(),
              askedAt,
            });
          }
          answer(dot, remotePort, done);
          if (after === 'cut') setImmediate(() => socketOf(remotePort)?.destroy());
        });
      },
    });
    made.on('error', () => {});
    made.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    return made;
  }

  let running: SMTPServer | undefined;
  mail.up = async () => {
    const made = server();
    running = made;
    await new Promise<void>((resolve) => made.listen(mail.port, '127.0.0.1', resolve));
    mail.port = (made.server.address() as AddressInfo).port;
  };
  mail.down = async () => {
    const stopping = running;
    running = undefined;
    if (!stopping) return;
    const closed = new Promise<void>((resolve) => stopping.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mail.up();
  return mail;
}

/** What a server does that cuts the line there. */
export const cutting = (cut: Cut): Behaviour => ({ ...(cut === 'connect' ? { greeting: 'cut' } : { [cut]: 'cut' }) });
