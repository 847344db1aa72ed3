import { randomInt } from 'node:crypto';
import dgram from 'node:dgram';
import { createStatusReader, type QlStatus } from './status.ts';

/** Where devices of a network answer such questions. */
export const snmpPort = 161;
const again = 250; // milliseconds; measured are answers within 10 to 50

/**
 * Asks a Brother on a network how it is, in the only way in which it answers there: an SNMP GET (version 1, `public`) for the same 32 bytes as
 * by USB. Undefined: nothing that is such an answer came within `wait` milliseconds. It only ever reads.
 * https://github.com/philpem/printer-driver-ptouch/issues/14
 */
export function statusBySnmp(
  { host, port }: { readonly host: string; readonly port: number },
  wait: number,
): Promise<QlStatus | undefined> {
  return new Promise((resolve) => {
    const id = randomInt(1, 0x7fffff);
    const socket = dgram.createSocket(host.includes(':') ? 'udp6' : 'udp4');
    let isDone = false;
    const end = (status?: QlStatus) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      clearInterval(tries);
      socket.close();
      resolve(status);
    };
    const timer = setTimeout(end, wait);
    let tries: NodeJS.Timeout | undefined;
    socket.once('error', () => end());
    socket.on('message', (packet) => {
      const status = readSnmpStatus(packet, id);
      if (status) end(status);
    });
    // Connected, so that nobody else's answer is heard.
    socket.once('connect', () => {
      if (isDone) return;
      // A packet may get lost on its way, in silence.
      const ask = () => socket.send(getRequest(id), () => {});
      tries = setInterval(ask, again);
      ask();
    });
    socket.connect(port, host);
  });
}

const sequence = 0x30;
const integer = 0x02;
const text = 0x04;
const nothing = 0x05;
const identifier = 0x06;
const getTag = 0xa0;
const responseTag = 0xa2;
/** 1.3.6.1.4.1.2435.3.3.9.1.6.1.0 */
const statusId = Buffer.from('2b060104019303030309010601 00'.replaceAll(' ', ''), 'hex');

/** All of it is shorter than 128 bytes, so each length is one byte. */
const part = (tag: number, ...content: Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([Buffer.of(tag, inside.length), inside]);
};
const number = (value: number): Buffer =>
  part(integer, value < 0x80 ? Buffer.of(value) : Buffer.of(value >> 16, (value >> 8) & 0xff, value & 0xff));

function getRequest(id: number): Buffer {
  const wanted = part(sequence, part(sequence, part(identifier, statusId), part(nothing)));
  return part(sequence, number(0), part(text, Buffer.from('public')), part(getTag, number(id), number(0), number(0), wanted));
}

/** The status in an answer to the request with this id; undefined: it is not such an answer. */
export function readSnmpStatus(packet: Uint8Array, id: number): QlStatus | undefined {
  const [message] = partsOf(packet);
  const [version, , pdu] = partsOf(message?.tag === sequence ? message.inside : undefined);
  const [request, error, , list] = partsOf(pdu?.tag === responseTag ? pdu.inside : undefined);
  const [name, value] = partsOf(partsOf(list?.inside)[0]?.inside);
  const isOurs = numberOf(version) === 0 && numberOf(request) === id && numberOf(error) === 0;
  const isStatus = name !== undefined && statusId.equals(name.inside) && value?.tag === text;
  if (!isOurs || !isStatus) return undefined;
  const replies = createStatusReader().push(value.inside);
  const [status] = replies;
  return replies.length === 1 && status !== undefined && status !== 'stray' ? status : undefined;
}

interface Part {
  readonly tag: number;
  readonly inside: Uint8Array;
}

/** The parts that stand one after the other in these bytes; none where they do not come out even. */
function partsOf(bytes: Uint8Array | undefined): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; bytes !== undefined && at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const short = bytes[at + 1] ?? 0;
    // Lengths of one byte, or of one or two after a byte that says so.
    const more = short < 0x80 ? 0 : short - 0x80;
    if (more > 2) return [];
    const length = more === 0 ? short : bytes.subarray(at + 2, at + 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
    const begin = at + 2 + more;
    if (begin + length > bytes.length) return [];
    parts.push({ tag, inside: bytes.subarray(begin, begin + length) });
    at = begin + length;
  }
  return parts;
}

const numberOf = (part: Part | undefined): number | undefined =>
  part?.tag === integer && part.inside.length > 0 && part.inside.length <= 4
    ? part.inside.reduce((sum, byte) => sum * 256 + byte, 0)
    : undefined;
