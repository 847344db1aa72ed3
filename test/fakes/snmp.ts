import dgram from 'node:dgram';

/** An agent that answers each GET with the same OCTET STRING, or as `state` says. */
export interface FakeAgent {
  readonly port: number;
  /** How many requests came. */
  requests(): number;
  setState(change: Partial<FakeAgentState>): void;
  close(): Promise<void>;
}
export interface FakeAgentState {
  value: number[];
  silent: boolean;
  /** Answers another request than the one that was asked. */
  stale: boolean;
  /** Has no such object: error-status 2. */
  unknown: boolean;
}

/** SNMP version 1 on 127.0.0.1, by RFC 1157 and 1155: what is asked comes back as a response with the value in it. */
export async function startFakeAgent(state: Partial<FakeAgentState> = {}): Promise<FakeAgent> {
  const now: FakeAgentState = { value: [], silent: false, stale: false, unknown: false, ...state };
  let requests = 0;
  const socket = dgram.createSocket('udp4');
  socket.on('message', (packet, from) => {
    requests++;
    if (now.silent) return;
    const asked = /^30..020100(04067075626c6963)a0..(02(?:01..|02.{4}|03.{6}|04.{8}))02010002010030..30..(060e.{28})0500$/.exec(
      packet.toString('hex'),
    );
    if (!asked) throw new Error(`not a GET of version 1: ${packet.toString('hex')}`);
    const [, community = '', request = '', object = ''] = asked;
    const id = Buffer.from(request, 'hex');
    if (now.stale) id[id.length - 1] = (id[id.length - 1] ?? 0) ^ 1;
    const value = now.unknown ? Buffer.of(5, 0) : wrap(0x04, Buffer.from(now.value));
    const list = wrap(0x30, wrap(0x30, Buffer.from(object, 'hex'), value));
    const response = wrap(0xa2, id, Buffer.of(2, 1, now.unknown ? 2 : 0, 2, 1, now.unknown ? 1 : 0), list);
    socket.send(wrap(0x30, Buffer.of(2, 1, 0), Buffer.from(community, 'hex'), response), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    requests: () => requests,
    setState: (change) => Object.assign(now, change),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** Real agents write lengths in the long form too. */
function wrap(tag: number, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  return Buffer.concat([
    tag === 0x30 ? Buffer.of(tag, 0x82, inside.length >> 8, inside.length & 0xff) : Buffer.of(tag, inside.length),
    inside,
  ]);
}
