import { spawn } from 'node:child_process';
import net from 'node:net';

/** A character device with a printer at its other end. */
export interface FakeDevice {
  readonly path: string;
  /** What has been written to it. */
  received(): Buffer;
  say(bytes: Uint8Array): void;
  /** Reads nothing more, until its buffer is full and after. */
  stall(): void;
  /** Puts a printer behind it that listens on a port of this machine. */
  connect(port: number): void;
  /** Pulls the plug. */
  unplug(): Promise<void>;
}

/** A pseudo-terminal, raw as a printer's device is, made by util-linux's `script`, which every Debian has. */
export async function startFakeDevice(): Promise<FakeDevice> {
  const child = spawn('script', ['-qfec', 'stty raw -echo; tty; exec sleep 120', '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let received = Buffer.alloc(0);
  let hear = (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
  };
  const path = await new Promise<string>((resolve) => {
    let begin = '';
    const begun = (bytes: Buffer) => {
      begin += bytes.toString('latin1');
      if (!begin.endsWith('\n')) return;
      child.stdout.off('data', begun);
      child.stdout.on('data', (more: Buffer) => hear(more));
      resolve(begin.trim());
    };
    child.stdout.on('data', begun);
  });
  return {
    path,
    received: () => received,
    say: (bytes) => child.stdin.write(bytes),
    stall: () => child.stdout.pause(),
    connect: (port) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.on('data', (bytes) => child.stdin.write(bytes));
      hear = (bytes) => socket.write(bytes);
      void gone.then(() => socket.destroy());
    },
    unplug: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
