import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether this machine has the programs of CUPS. */
export const hasCups =
  existsSync('/usr/sbin/cupsd') && existsSync('/usr/sbin/lpadmin') && existsSync('/usr/lib/cups/backend/socket');
/** And the backend that writes PDF files, which only root may start. */
export const hasCupsPdf = hasCups && process.getuid?.() === 0 && existsSync('/usr/lib/cups/backend/cups-pdf');

/** Where cups-pdf, which reads the machine's own settings whatever CUPS starts it, puts the jobs of an account that is not there. */
export const cupsPdfFolder = '/var/spool/cups-pdf/ANONYMOUS';

export interface PrivateCups {
  readonly port: number;
  /** Adds a queue. `driver`: a PPD file; none: what comes is passed on as it is. */
  addQueue(name: string, device: string, driver?: string): void;
  /** The jobs that it still has, as `lpstat` lists them. */
  jobs(): string;
  /** Whether a queue has begun with a job: its document is there, and a program tries to bring it to the printer. */
  isPrinting(queue: string): boolean;
  stop(): Promise<void>;
}

/** A real cupsd on loopback, with everything that it writes in a temporary folder. */
export async function startCups(): Promise<PrivateCups> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-cups-'));
  const at = (...parts: string[]) => join(folder, ...parts);
  // CUPS runs its programs as another account where it is root's.
  chmodSync(folder, 0o755);
  for (const name of ['etc', 'etc/ppd', 'run', 'cache', 'spool', 'spool/tmp', 'log']) mkdirSync(at(name));
  const port = await freePort();
  writeFileSync(
    at('etc/cups-files.conf'),
    [
      ...[`ServerRoot ${at('etc')}`, `StateDir ${at('run')}`, `CacheDir ${at('cache')}`, `RequestRoot ${at('spool')}`],
      ...[
        `TempDir ${at('spool/tmp')}`,
        `AccessLog ${at('log/access')}`,
        `ErrorLog ${at('log/error')}`,
        `PageLog ${at('log/page')}`,
      ],
      ...(process.getuid?.() === 0 ? ['User lp', 'Group lp', 'SystemGroup root'] : []),
      '',
    ].join('\n'),
  );
  writeFileSync(
    at('etc/cupsd.conf'),
    [
      ...[`Listen 127.0.0.1:${port}`, 'Browsing Off', 'WebInterface No', 'DefaultAuthType None', 'LogLevel warn'],
      '<Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>',
      '<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n',
    ].join('\n'),
  );
  const child = spawn('/usr/sbin/cupsd', ['-f', '-c', at('etc/cupsd.conf'), '-s', at('etc/cups-files.conf')], { stdio: 'ignore' });
  const ended = once(child, 'close');
  for (let tries = 0; !(await isOpen(port)); tries++) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`cupsd did not start: ${readFileSync(at('log/error'), 'utf8')}`);
    await sleep(100);
  }
  const server = `127.0.0.1:${port}`;
  return {
    port,
    addQueue: (name, device, driver) => {
      const model = driver === undefined ? ['-m', 'raw'] : ['-P', driver];
      execFileSync('/usr/sbin/lpadmin', ['-h', server, '-p', name, '-E', '-v', device, ...model], { stdio: 'ignore' });
    },
    jobs: () => execFileSync('/usr/bin/lpstat', ['-h', server, '-W', 'not-completed', '-o'], { encoding: 'utf8' }).trim(),
    isPrinting: (queue) =>
      execFileSync('/usr/bin/lpstat', ['-h', server, '-p', queue], { encoding: 'utf8', env: { LC_ALL: 'C' } }).includes(
        'now printing',
      ),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A printer that takes what comes on a port, and that can be switched off and on again on the same one. */
export async function startSink() {
  const jobs: Buffer[] = [];
  const sockets = new Set<net.Socket>();
  let port = 0;
  let ending = true;
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = [];
    sockets.add(socket);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('end', () => ending && socket.end());
    socket.on('close', () => {
      sockets.delete(socket);
      if (chunks.length > 0) jobs.push(Buffer.concat(chunks));
    });
  });
  const on = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as net.AddressInfo).port;
  };
  const off = () => {
    for (const socket of sockets) socket.resetAndDestroy();
    return new Promise<void>((resolve) => {
      if (server.listening) server.close(() => resolve());
      else resolve();
    });
  };
  await on();
  return {
    get port() {
      return port;
    },
    jobs,
    /** Whether it ends a connection when the other side has: CUPS takes that for the end of the job. */
    setEnding: (is: boolean) => {
      ending = is;
    },
    on,
    off,
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
