import { lookup as lookUpName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { type Call, createCall } from '../../electron/bookings/call.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { plainDialect } from '../../electron/bookings/dialect.ts';
import { createExchange } from '../../electron/bookings/exchange.ts';
import { operationOf } from '../../electron/bookings/operations.ts';
import { createSkew } from '../../electron/bookings/skew.ts';
import type { Request, Transport } from '../../electron/bookings/transport.ts';
import type { CallEnded } from '../../electron/core/call-ended.ts';
import type { FakeBookings } from '../fakes/bookings.ts';
import type { Time } from './time.ts';

/** How long one call may take, by the driven clock (milliseconds). */
const callMs = 2_000;

/** The way to the server: real HTTP, whose deadlines go by driven time. */
export interface Line {
  readonly call: Call;
  readonly background: Call;
  probe(): Promise<unknown>;
  /** Whether the server's name is known to the DNS. */
  setResolved(isResolved: boolean): void;
  close(): Promise<void>;
}

/** Opens a line; `heard` is told of every call that has ended. */
export function openLine(bookings: FakeBookings, time: Time, heard: (call: CallEnded) => void): Line {
  let isResolved = true;
  const lookup: LookupFunction = (name, options, callback) => {
    if (isResolved) lookUpName(name, options, callback);
    else callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '', 4);
  };
  const dispatcher = new Agent({ connect: { lookup } });
  const url = new URL(bookings.url.replace('127.0.0.1', 'localhost'));
  const credentials = new Credentials({ url, token: bookings.token, auth: 'raw' });
  const exchange = createExchange({ dispatcher, url, credentials, skew: createSkew() });

  async function ask(request: Pick<Request, 'method' | 'target' | 'within'>, by: CallEnded['by']) {
    const controller = new AbortController();
    const cancel = time.clock.after(Math.min(callMs, request.within), () => controller.abort());
    const asked = exchange(request, controller.signal);
    // Of a server that never answers, time is not to wait for the answer.
    const { result } = bookings.mood === 'hanging' ? await asked : await time.during(asked);
    cancel();
    heard({ by, ...(!result.ok && { failure: result.failure.code }) });
    return result;
  }

  const transport: Pick<Transport, 'send'> = {
    send: (request) => ask(request, request.isBackground ? 'background' : 'visitor'),
  };
  const look = { method: 'GET', target: operationOf('system.information').path, within: callMs };
  return {
    call: createCall(transport, plainDialect({})),
    background: createCall(transport, plainDialect({}), undefined, true),
    probe: () => ask(look, 'probe'),
    setResolved: (next) => {
      isResolved = next;
    },
    close: () => dispatcher.destroy(),
  };
}
