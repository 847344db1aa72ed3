import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HandOver, Letter } from '../../electron/core/outbox.ts';
import { createWebhook } from '../../electron/handover/webhook.ts';
import { journalHandingOn, temporaryFolder, theValue } from '../journal/visit-of.ts';
import { until } from '../sync/world.ts';
import { countsOf, recordVisits, startSite } from './site.ts';

const script = fileURLToPath(new URL('../../docs/receiver.mjs', import.meta.url));
const secret = `whsec_${Buffer.from('a key of the tests, 32 bytes long').toString('base64')}`;

/** The example as the customer would start it: a process of its own. */
async function startExample(file: string) {
  const child = spawn(process.execPath, [script, '0', file], { env: { FOYER_WEBHOOK_SECRET: secret } });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += String(piece);
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => stop('SIGKILL'));
  await until(() => said.includes('\n'), 30_000);
  const url = new URL(said.split(' ')[1] ?? '');
  return { url, stop, lines: () => said.trim().split('\n').slice(1) };
}

const answersOf = (outcome: Awaited<ReturnType<HandOver['hand']>>) =>
  outcome.outcome === 'sent' ? 'sent' : `${outcome.outcome} ${outcome.status}`;

/** The first letters of a journal with two visits. */
function letters(): readonly Letter[] {
  const journal = journalHandingOn(temporaryFolder());
  recordVisits(journal, 2);
  return theValue(journal.waiting({ receiver: 'webhook', most: 9 }));
}

describe('docs/receiver.mjs', () => {
  it('API-8 keeps what the kiosk hands on, each event once, over a kill of its own and of the answer', async () => {
    const file = join(temporaryFolder(), 'events.ndjson');
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 10);
    const { world, start } = await startSite();
    const over = (url: URL) => {
      const webhook = createWebhook({ url, secret });
      return { ...webhook, hand: (letter: Letter) => world.awaited(webhook.hand(letter)) };
    };
    const first = await startExample(file);
    const waiting = theValue(journal.waiting({ receiver: 'webhook', most: 3 }));
    // Taken, and the kiosk never heard of it.
    for (const letter of waiting) expect(answersOf(await over(first.url).hand(letter))).toBe('sent');
    await first.stop('SIGKILL');
    appendFileSync(file, '{"half":');
    const second = await startExample(file);
    start(journal, over(second.url));
    await world.quiet();
    expect(countsOf(journal)).toEqual({ all: 20, sent: 20, waiting: 0, dead: 0 });
    const kept = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\{.*\}$/.test(line));
    expect(kept).toHaveLength(20);
    expect(new Set(kept.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(20);
    expect(second.lines()).toHaveLength(17);
    expect(second.lines().join()).not.toMatch(/Žofie|Canary/);
    await second.stop();
    const checked = spawnSync(process.execPath, [script, '--check', file], { encoding: 'utf8' });
    expect([checked.stdout, checked.status]).toEqual(['events: 20, gaps: 0, changed: 0\n', 0]);
  }, 120_000);

  it('takes nothing that is not signed with the secret, or long ago, or changed', async () => {
    const { url } = await startExample(join(temporaryFolder(), 'events.ndjson'));
    const [letter] = letters();
    if (!letter) throw new Error('no letter');
    const hand = (options: Partial<Parameters<typeof createWebhook>[0]> = {}, more: Partial<Letter> = {}) => {
      const webhook = createWebhook({ url, secret, ...options });
      onTestFinished(() => webhook.close());
      return webhook.hand({ ...letter, ...more }).then(answersOf);
    };
    expect(await hand({ secret: 'another-secret-of-32-characters!' })).toBe('dead 401');
    expect(await hand({ now: () => Date.now() - 600_000 })).toBe('later 425');
    expect(await hand({ now: () => Date.now() + 600_000 })).toBe('later 425');
    expect(await hand({}, { eventId: 'another' })).toBe('dead 422');
    expect(await hand({}, { body: letter.body.replace('"version":1', '"version":2') })).toBe('dead 422');
    expect(await hand({}, { body: 'x'.repeat(300 * 1024) })).toBe('dead 413');
    expect(await hand()).toBe('sent');
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'POST', body: letter.body })).status).toBe(400);
    const { 'webhook-signature': _, ...headers } = { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,' };
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(400);
  });

  it('sees where events are missing', async () => {
    const file = join(temporaryFolder(), 'events.ndjson');
    const journal = journalHandingOn(temporaryFolder());
    recordVisits(journal, 3);
    const [one, two, three] = theValue(journal.waiting({ receiver: 'webhook', most: 3 }));
    appendFileSync(file, `${one?.body}\n${three?.body}\n`);
    const gap = spawnSync(process.execPath, [script, '--check', file], { encoding: 'utf8' });
    expect([gap.stdout, gap.status]).toEqual([`nothing before foyer-test00 3\nevents: 2, gaps: 1, changed: 0\n`, 1]);
    appendFileSync(file, `${two?.body}\n`);
    const late = spawnSync(process.execPath, [script, '--check', file], { encoding: 'utf8' });
    expect([late.stdout, late.status]).toEqual(['events: 3, gaps: 0, changed: 0\n', 0]);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sequence":2', '"sequence":7'));
    const changed = spawnSync(process.execPath, [script, '--check', file], { encoding: 'utf8' });
    expect([changed.stdout, changed.status]).toEqual([`changed: foyer-test00 7\nevents: 3, gaps: 0, changed: 1\n`, 1]);
  });

  it('does not start without a secret', () => {
    const { status, stderr } = spawnSync(process.execPath, [script], { env: {}, encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      'receiver: FOYER_WEBHOOK_SECRET must be set: the same as at the kiosk, 32 characters or more\n',
    ]);
  });
});
