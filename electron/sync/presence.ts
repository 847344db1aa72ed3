import type { Call } from '../bookings/call.ts';
import type { Failure } from '../contract/failure.ts';
import { type Clock, within } from '../effects/clock.ts';
import type { Log } from '../log/log.ts';
import { ensureDevice } from './device.ts';
import { firstHeartbeat, type HeartbeatEffect, type HeartbeatEvent, step } from './heartbeat.ts';
import { kioskId } from './kiosk-id.ts';

/** How long the last word may take at a stop, in milliseconds. */
const farewellMs = 500;

/** The kiosk as a device of the site. */
export interface Presence {
  /** Somebody uses the kiosk, or nobody does any more. */
  occupied(isOccupied: boolean): void;
  /** Says goodbye within half a second, if it can. */
  stop(): Promise<void>;
}

/**
 * Keeps this kiosk among the site's devices and tells every minute, and on change, that it is there and whether somebody uses it.
 * Nothing waits for it. `data` is the folder that keeps the access id, `name` the kiosk's name, `resource` where it stands.
 */
export function keepPresent(parts: {
  readonly call: Call;
  readonly clock: Clock;
  readonly log: Log;
  readonly chance: () => number;
  readonly data: string;
  readonly name: string;
  readonly resource?: string | undefined;
}): Presence {
  const { call, clock, log, chance, data, name, resource } = parts;
  let state = firstHeartbeat;
  let accessId: string | undefined;
  let noted = '';
  let stopped = false;
  let cancel = () => {};

  function send(event: HeartbeatEvent): void {
    if (stopped) return;
    const now = clock.now();
    const [next, effect] = step(state, event, { now, chance: chance() });
    state = next;
    cancel();
    if (effect) void run(effect).catch(() => end(effect, { code: 'bug' }));
    else if (!state.isBusy) cancel = clock.after(Math.max(0, state.dueAt - now), () => send({ type: 'time' }));
  }

  async function run(effect: HeartbeatEffect): Promise<void> {
    if (effect.type === 'beat') {
      const beaten = await tell({ isConnected: true, isOccupied: effect.occupied });
      // The server took it and answered in its own way: the receipt is not needed.
      return end(effect, beaten.ok || beaten.failure.code === 'bookings.unreadable' ? undefined : beaten.failure);
    }
    const id = kioskId(data);
    if (!id.ok) return end(effect, id.failure);
    accessId = id.value;
    const found = await ensureDevice(call, { accessId, name, resource });
    if (found.ok && !stopped) {
      const { what, failure: fault } = found.value;
      log.log('device', { what, ...(fault && noteOf(fault)) });
    }
    return end(effect, found.ok ? undefined : found.failure);
  }

  function end(effect: HeartbeatEffect, fault: Failure | undefined): void {
    // Finding the device is not yet a beat that was taken.
    if (fault || effect.type === 'beat') note(fault);
    const ended = { failure: fault?.code };
    send(effect.type === 'find' ? { type: 'found', ...ended } : { type: 'beaten', occupied: effect.occupied, ...ended });
  }

  /** Only what changes is noted: a server that is away for a night is one line. */
  function note(fault: Failure | undefined): void {
    const fields = { ok: !fault, ...(fault && noteOf(fault)) };
    if (stopped || noted === JSON.stringify(fields)) return;
    noted = JSON.stringify(fields);
    log.log('heartbeat', fields);
  }

  function tell(told: { isConnected: boolean; isOccupied: boolean }, patience?: number) {
    // In whole seconds, as the dates on the vendor's page are.
    const timestamp = clock.wall().replace(/\.\d{3}/, '');
    return call('iotSensorData.post', { body: { accessId: accessId ?? '', timestamp, data: told } }, patience);
  }

  send({ type: 'time' });
  return {
    occupied: (occupied) => send({ type: 'occupied', occupied }),
    stop: async () => {
      if (stopped) return;
      stopped = true;
      cancel();
      if (state.phase !== 'beat') return;
      await within(clock, farewellMs, tell({ isConnected: false, isOccupied: false }, farewellMs), undefined);
    },
  };
}

/** The fields of a failure, as the log takes them. */
export const noteOf = ({ code, operation, field }: Failure) => ({ failure: code, operation, field });
