/**
 * An example of a receiver of Foyer's events: docs/hand-over.md says what it does and why. It needs Node 20 and nothing else.
 *
 *     FOYER_WEBHOOK_SECRET=whsec_… node receiver.mjs [PORT] [FILE]     receives; default: 8787 events.ndjson
 *     node receiver.mjs --check [FILE]                                  looks whether the chain has gaps
 *
 * It listens on this machine alone: what the kiosks reach with https stands before it.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';

const toleranceSeconds = 5 * 60;
const largestBody = 256 * 1024;
const beforeTheFirst = '0'.repeat(64);

const say = (line) => process.stdout.write(`${line}\n`);

/** What may stand in a line of our own: nothing that a request could have made up. */
const plain = (text) =>
  String(text)
    .replace(/[^\w.-]/g, '?')
    .slice(0, 64);

/** A secret that begins with whsec_ is a key in base64; any other is the key as it stands. */
const keyOf = (secret) =>
  /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret) ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret, 'utf8');

/** Is one of the signatures in the header ours? There are several while a secret is being changed. */
function isSigned(key, id, timestamp, body, header) {
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  return header.split(' ').some((signature) => {
    const given = signature.startsWith('v1,') ? Buffer.from(signature.slice('v1,'.length), 'base64') : Buffer.alloc(0);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** The events in a file, one a line; a line that a power cut left half written is passed over. */
function eventsIn(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/** The status of an answer to one request, after which a good event is on the disk. */
function receive({ key, known, keep }, headers, body) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signature = headers['webhook-signature'];
  if (!id || !timestamp || !signature || headers['idempotency-key'] !== `"${id}"`) return 400;
  if (!isSigned(key, id, timestamp, body, signature)) return 401;
  // Signed, but long ago or in the future: a repeated request, or a clock that is wrong. 425 lets the kiosk try again later.
  if (!(Math.abs(Date.now() / 1_000 - Number(timestamp)) <= toleranceSeconds)) return 425;
  const event = JSON.parse(body.toString('utf8'));
  if (event.version !== 1 || event.id !== id) return 422;
  // 409 settles the letter: only say it of an event that is safely kept.
  if (known.has(id)) return 409;
  keep(body);
  known.add(id);
  say(`${plain(event.kiosk)} ${plain(event.sequence)} ${plain(event.kind)}`);
  return 204;
}

function listen(port, file, secret) {
  const known = new Set(eventsIn(file).map(({ id }) => id));
  const opened = openSync(file, 'a+', 0o600);
  // What a power cut left half written stays a line of its own.
  writeSync(opened, '\n');
  const keep = (body) => {
    writeSync(opened, `${body.toString('utf8')}\n`);
    fsyncSync(opened);
  };
  const receiver = { key: keyOf(secret), known, keep };
  const server = createServer((request, response) => {
    const pieces = [];
    let length = 0;
    const answer = (status) => response.headersSent || response.writeHead(status).end();
    if (request.method !== 'POST') return answer(405);
    request.on('error', () => {});
    request.on('data', (piece) => {
      length += piece.length;
      if (length <= largestBody) pieces.push(piece);
      else answer(413);
    });
    request.on('end', () => {
      if (length > largestBody) return;
      try {
        answer(receive(receiver, request.headers, Buffer.concat(pieces)));
      } catch (error) {
        // Such as a full disk: the kiosk keeps the event and tries again.
        process.stderr.write(`${error}\n`);
        answer(500);
      }
    });
  });
  server.listen(port, '127.0.0.1', () => say(`receiving http://127.0.0.1:${server.address().port}/`));
  process.on('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
    closeSync(opened);
  });
}

/** Each event holds the hash of the one before it at its kiosk: what nobody has is missing, or has not come yet. */
function check(file) {
  const events = eventsIn(file);
  const hashes = new Set(events.map(({ hash }) => hash));
  const gaps = events.filter(({ previous }) => previous !== beforeTheFirst && !hashes.has(previous));
  const changed = events.filter((event) => event.visit && hashOf(event) !== event.hash);
  for (const { kiosk, sequence } of gaps) say(`nothing before ${plain(kiosk)} ${plain(sequence)}`);
  for (const { kiosk, sequence } of changed) say(`changed: ${plain(kiosk)} ${plain(sequence)}`);
  say(`events: ${events.length}, gaps: ${gaps.length}, changed: ${changed.length}`);
  process.exitCode = gaps.length + changed.length === 0 ? 0 : 1;
}

/** As docs/hand-over.md has it. */
function hashOf({ sequence, id, kiosk, visit, kind, at, actor, basis, digest, previous }) {
  const known = basis && JSON.stringify(basis);
  const link = JSON.stringify([sequence, id, kiosk, visit.id, kind, at, actor, known, digest]);
  return createHash('sha256').update(`${previous}${link}`).digest('hex');
}

const [first = '8787', second = 'events.ndjson'] = process.argv.slice(2);
const secret = process.env.FOYER_WEBHOOK_SECRET ?? '';
if (first === '--check') check(second);
else if (secret.length >= 32) listen(Number(first), second, secret);
else {
  process.stderr.write('receiver: FOYER_WEBHOOK_SECRET must be set: the same as at the kiosk, 32 characters or more\n');
  process.exitCode = 2;
}
