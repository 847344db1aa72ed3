import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type OperationKey, operationKeys } from '../bookings/operations.ts';
import type { Misbehaviour } from './misbehaviour.ts';

/** How the stand-alone demo server is started. `isInvented`: the token is ours and has to be told. */
export interface DemoFlags {
  readonly port: number;
  readonly token: string;
  readonly isInvented: boolean;
  readonly misbehaviours: readonly {
    readonly key: OperationKey | '*';
    readonly misbehaviour: Misbehaviour;
    readonly times: number;
  }[];
}

/**
 * Reads `--port N`, `--token T` (or `DEMO_TOKEN`) and `--misbehave KEY=KIND[:N]`, which may stand several times: N is milliseconds for
 * `latency` and how often for the others. A message is one line that names the flag.
 */
export function readFlags(words: readonly string[], environment: NodeJS.ProcessEnv): DemoFlags | { readonly message: string } {
  let given: { port?: string; token?: string; misbehave?: string[] };
  try {
    given = parseArgs({
      args: [...words],
      options: { port: { type: 'string' }, token: { type: 'string' }, misbehave: { type: 'string', multiple: true } },
    }).values;
  } catch {
    return { message: 'usage: demo-server [--port N] [--token T] [--misbehave KEY=KIND[:N]]…' };
  }
  const port = Number(given.port ?? 0);
  if (!/^\d{1,5}$/.test(given.port ?? '0') || port > 65_535) return { message: '--port must be a number from 0 to 65535' };
  const set = given.token ?? environment['DEMO_TOKEN'];
  // What a header can carry, without spaces around it.
  if (set !== undefined && !/^[\x21-\x7e]{1,256}$/.test(set)) return { message: '--token must be 1 to 256 letters without spaces' };
  const misbehaviours = (given.misbehave ?? []).map(misbehaviourOf);
  const fit = misbehaviours.filter((one) => one !== undefined);
  if (fit.length < misbehaviours.length) return { message: `--misbehave must be KEY=KIND[:N], KIND one of ${kinds.join(', ')}` };
  return { port, token: set ?? randomBytes(18).toString('base64url'), isInvented: set === undefined, misbehaviours: fit };
}

const kinds = ['latency', 'unauthorized', 'busy', 'broken', 'hang', 'garbage', 'portal', 'cut'] as const;

function misbehaviourOf(text: string): DemoFlags['misbehaviours'][number] | undefined {
  const [, name = '', word = '', count] = /^([\w.*]+)=([a-z]+)(?::(\d{1,6}))?$/.exec(text) ?? [];
  const key = name === '*' ? name : operationKeys.find((one) => one === name);
  const kind = kinds.find((one) => one === word);
  if (!key || !kind) return undefined;
  if (kind === 'latency') {
    return { key, misbehaviour: { kind, milliseconds: Number(count ?? 1_000) }, times: Number.POSITIVE_INFINITY };
  }
  const misbehaviour = kind === 'busy' ? { kind, retryAfter: '1' } : { kind };
  return { key, misbehaviour, times: Number(count ?? Number.POSITIVE_INFINITY) };
}
