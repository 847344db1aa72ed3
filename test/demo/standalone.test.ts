import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { env, execPath, platform } from 'node:process';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { readFlags } from '../../electron/demo/flags.ts';

const script = resolve(import.meta.dirname, '../../electron/demo/standalone.mjs');
const { DEMO_TOKEN: _, ...clean } = env;
let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** Starts the script and reads its lines as they come. */
function start(flags: string[], [command, ...words]: string[] = [execPath, script], environment: NodeJS.ProcessEnv = {}) {
  const options = { env: { ...clean, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const child = spawn(command ?? execPath, [...words, ...flags], options);
  stop = () => child.kill('SIGKILL');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.on('data', (piece) => {
    errors += piece;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, errors }));
  return { child, ended, line: async () => String((await lines.next()).value ?? '') };
}

const information = (line: string, authorization: string) =>
  fetch(new URL('/API/external/system/v1/information', line.replace('demo server ready ', '')), { headers: { authorization } });

// A start loads the TypeScript through Vite: seconds on a busy machine.
describe('npm run demo-server', { timeout: 60_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says one line when it is ready, answers, and stops with %s', async (signal) => {
    const { child, ended, line } = start(['--token', 'invented', '--misbehave', 'system.information=broken:1']);
    const ready = await line();
    expect(ready).toMatch(/^demo server ready http:\/\/127\.0\.0\.1:\d+$/);
    expect((await information(ready, 'invented')).status).toBe(500);
    expect((await information(ready, 'invented')).status).toBe(200);
    const sheet = new URL('/API/external/booking/v1/export', ready.replace('demo server ready ', ''));
    expect((await fetch(sheet, { headers: { authorization: 'invented' } })).status).toBe(200);
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, errors: '' });
  });

  it('tells the token that it makes up', async () => {
    const { line } = start([]);
    const [, token = ''] = /^demo server token (\S{20,})$/.exec(await line()) ?? [];
    expect((await information(await line(), token)).status).toBe(200);
  });

  it.skipIf(platform === 'win32')('does not outlive the shell in which npm runs it', async () => {
    const shell = ['sh', '-c', '"$0" "$@"; true', execPath, script];
    const { child, line } = start(['--token', 'invented'], shell, { npm_lifecycle_event: 'demo-server' });
    const ready = await line();
    expect((await information(ready, 'invented')).status).toBe(200);
    child.kill('SIGKILL');
    const answers = () =>
      information(ready, 'invented').then(
        () => true,
        () => false,
      );
    await expect.poll(answers, { timeout: 30_000, interval: 200 }).toBe(false);
  });

  it('ends with 2 and one line when a flag is wrong', async () => {
    expect(await start(['--port', 'http']).ended).toEqual({ code: 2, errors: '--port must be a number from 0 to 65535\n' });
  });

  it('ends with 2 and one line when the port is taken', async () => {
    const first = start(['--token', 'invented']);
    const port = new URL((await first.line()).replace('demo server ready ', '')).port;
    const killFirst = stop;
    const { code, errors } = await start(['--port', port]).ended;
    killFirst?.();
    expect([code, errors]).toEqual([2, `--port ${port} cannot be listened on: EADDRINUSE\n`]);
  });
});

describe('the flags', () => {
  it('are read', () => {
    const words = [
      '--port=8080',
      '--misbehave',
      '*=latency:300',
      '--misbehave',
      'user.get=busy:2',
      '--misbehave',
      'user.search=hang',
    ];
    expect(readFlags(words, { DEMO_TOKEN: 'invented' })).toEqual({
      port: 8080,
      token: 'invented',
      isInvented: false,
      misbehaviours: [
        { key: '*', misbehaviour: { kind: 'latency', milliseconds: 300 }, times: Number.POSITIVE_INFINITY },
        { key: 'user.get', misbehaviour: { kind: 'busy', retryAfter: '1' }, times: 2 },
        { key: 'user.search', misbehaviour: { kind: 'hang' }, times: Number.POSITIVE_INFINITY },
      ],
    });
  });

  it.each([
    [['--port', '70000'], '--port'],
    [['--port', ''], '--port'],
    [['--token', ''], '--token'],
    [['--token', 'two words'], '--token'],
    [['--misbehave', 'nothing.get=hang'], '--misbehave'],
    [['--misbehave', 'user.get=sulk'], '--misbehave'],
    [['--misbehave', 'user.get'], '--misbehave'],
    [['--prot', '1'], 'usage'],
    [['stray'], 'usage'],
  ])('%j are told in one line', (words, named) => {
    const read = readFlags(words, {});
    const message = 'message' in read ? read.message : '';
    expect(message).toContain(named);
    expect(message).not.toContain('\n');
  });
});
