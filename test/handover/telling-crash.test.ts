import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startMailServer } from '../fakes/mail.ts';
import { runCrashChild } from '../journal/crash-child-run.ts';
import { temporaryFolder } from '../journal/visit-of.ts';
import { countsOf, journalTelling } from './hosts.ts';

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));

async function serving() {
  const server = await startMailServer({ hideSTARTTLS: true });
  onTestFinished(() => server.down());
  const folder = temporaryFolder();
  const run = (how: { crashAt?: string; killAfter?: number } = {}) =>
    runCrashChild(folder, how.crashAt, {
      child,
      visits: server.port,
      ...(how.killAfter !== undefined && { killAfter: how.killAfter }),
    });
  const counts = () => {
    const journal = journalTelling(folder);
    const all = countsOf(journal);
    journal.close();
    return all;
  };
  /** How often each host was told. */
  const told = (host: number) => server.kept.filter(({ to }) => to.includes(`host-${host}@example.org`)).length;
  return { server, run, counts, told };
}

it.each<[step: string, counts: object, told?: readonly number[]]>([
  ['handOver.before-send', { sent: 2, waiting: 0, dead: 0 }],
  ['outbox.begun.before-commit', { sent: 2, waiting: 0, dead: 0 }],
  // The text had not left, but nobody can know that any more.
  ['outbox.begun.after-commit', { sent: 1, waiting: 0, dead: 0, unsure: 1 }, [0, 1]],
  // Told, and answered, but not noted: nobody knows.
  ['handOver.before-note', { sent: 1, waiting: 0, dead: 0, unsure: 1 }],
  ['outbox.tried.before-commit', { sent: 1, waiting: 0, dead: 0, unsure: 1 }],
  ['outbox.tried.after-commit', { sent: 2, waiting: 0, dead: 0 }],
  ['handOver.after-note', { sent: 2, waiting: 0, dead: 0 }],
])(
  'DUR-3 kill -9 at %s: each host is told once, or perhaps not',
  async (crashAt, expected, times = [1, 1]) => {
    const { run, counts, told } = await serving();
    expect((await run({ crashAt })).signal).toBe('SIGKILL');
    const after = await run();
    expect(after).toMatchObject({ said: ['ready', 'end'], errors: '', code: 0 });
    expect(counts()).toEqual(expected);
    expect([told(0), told(1)]).toEqual(times);
  },
  60_000,
);

it('DUR-3 kill -9 at random moments: no host is told twice, and what is said to be sent is', async () => {
  const { server, run, counts, told } = await serving();
  server.behave = () => (Math.random() < 0.3 ? { dot: 'silent' } : {});
  let killed = 0;
  for (let round = 0; round < 16; round += 1) {
    if ((await run({ killAfter: Math.random() * 250 })).signal === 'SIGKILL') killed += 1;
  }
  server.behave = () => ({});
  expect((await run()).said).toContain('end');
  const { sent, waiting, dead, expired = 0, unsure = 0 } = counts();
  const all = sent + waiting + dead + expired + unsure;
  const times = Array.from({ length: all }, (_, host) => told(host));
  console.log(`${killed} of 16 killed: ${all} arrivals, ${sent} sent, ${unsure} perhaps, ${server.kept.length} messages kept`);
  expect({ waiting, dead, expired }).toEqual({ waiting: 0, dead: 0, expired: 0 });
  expect(Math.max(...times)).toBe(1);
  // Every one that is said to be sent is there; of the others some may be.
  const kept = times.filter((each) => each === 1).length;
  expect(kept).toBeGreaterThanOrEqual(sent);
  expect(all - kept).toBeLessThanOrEqual(unsure);
}, 120_000);
