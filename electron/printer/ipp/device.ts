import { failure, type Result, success } from '../../contract/failure.ts';
import { connectTcp } from '../tcp-line.ts';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Whether the printer behind a queue of this machine's CUPS is there. CUPS itself learns that only with a job, which it then keeps until
 * the printer is switched on. Asked only of the machine's own CUPS: what a server elsewhere names is no address to connect to
 * (rule PRN-12). Devices that are no port are taken as there.
 */
export async function isDeviceThere(queue: URL, device: string | undefined, wait: number): Promise<Result<void>> {
  const { host, port = '9100' } =
    /^socket:\/\/(?<host>[^/?#@:]+|\[[^\]]+\])(?::(?<port>\d{1,5}))?/.exec(device ?? '')?.groups ?? {};
  if (host === undefined || !loopback.test(queue.hostname)) return success(undefined);
  const line = await connectTcp({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) }, wait, AbortSignal.timeout(wait + 1000));
  if (!line.ok) return failure('printer.unreachable');
  await line.value.finish(0, 'come');
  return success(undefined);
}
