import net from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { success } from '../../electron/contract/failure.ts';
import { createPrinter } from '../../electron/printer/printers.ts';
import { addressesOf } from './addresses.ts';
import { assets, content } from './people.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** A printer that takes connections and reads nothing until it is told to; `heard` counts what it has read then. */
async function unreading() {
  const sockets = new Set<net.Socket>();
  const told = { heard: 0, connections: 0 };
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    told.connections += 1;
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      told.heard += bytes.length;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as net.AddressInfo;
  return { told, port, read: () => sockets.forEach((socket) => void socket.resume()) };
}

const times = { connect: 2_000, answer: 300, confirm: 400, job: 1_500 };

it('PRN-11 the end of a job’s time comes, however often memory is tidied up meanwhile', { timeout: 20_000 }, async () => {
  const { port, told } = await unreading();
  const addresses = addressesOf(`escpos+tcp://127.0.0.1:${port}?width=576`);
  const printer = createPrinter({ addresses, data: '/nowhere', assets, times: { ...times, answer: 60_000 } });
  ends.push(() => printer.close());
  const printing = printer.print(content(), () => success(undefined));
  await expect.poll(() => told.connections).toBe(1);
  const tidying = setInterval(collect, 100);
  try {
    expect(await printing).toMatchObject({ state: 'failed' });
  } finally {
    clearInterval(tidying);
  }
});

it('PRN-10 what a mute printer has not taken in time is thrown away: the old badge does not come out beside a new one', async () => {
  const { port, told, read } = await unreading();
  const addresses = addressesOf(`escpos+tcp://127.0.0.1:${port}?width=2000&status=none`);
  const printer = createPrinter({ addresses, data: '/nowhere', assets, times: { ...times, job: 10_000 } });
  ends.push(() => printer.close());
  expect(await printer.print(content(), () => success(undefined))).toMatchObject({ state: 'unknown' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  read();
  await new Promise((resolve) => setTimeout(resolve, 500));
  // What its own buffer had when the line was reset is out of our hands; the kernel of this side gives no more.
  const whole = 250 * 2000;
  expect(told.heard).toBeLessThan(whole);
});
