import { createHmac } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type Failure, failure, type Result, success } from '../contract/failure.ts';
import type { RosterDraft } from '../core/ports.ts';
import { daysEnd } from '../core/roster.ts';
import { attempt, meaningOf } from '../journal/failures.ts';
import type { Current } from './current.ts';
import type { Derivation } from './derivation.ts';
import type { Building } from './generation.ts';
import { deriveAll, type Plain, slice, writeAll } from './writing.ts';

const operation = 'roster.draft';

/**
 * A draft that holds its visits until it is whole, so that nothing is written of a download that fails half-way or brings what is there
 * already. `begun`: when the download began (monotonic milliseconds), `wall` the same by the wall clock; visits whose days ended before
 * `before` (milliseconds since 1970) are left out.
 */
export function createDraft(parts: {
  readonly current: Current;
  readonly derivation: Derivation;
  readonly digestKey: Buffer;
  readonly begun: number;
  readonly wall: string;
  readonly before: number;
  readonly build: (number: number) => Building;
  readonly onEnd: () => void;
}): RosterDraft {
  const { current, derivation, begun, wall, before, build, onEnd } = parts;
  const content = createHmac('sha256', parts.digestKey);
  let visits: Plain[] = [];
  let state: 'open' | 'finishing' | 'ended' = 'open';
  const over = failure('journal.unwritable', { operation });
  const isEnded = () => state === 'ended';

  function end(): void {
    visits = [];
    if (state !== 'ended') onEnd();
    state = 'ended';
  }

  async function finish(at: string): Promise<Result<void>> {
    const digest = content.digest('base64');
    const renewed = current.renew({ at, begun, digest });
    if (!renewed.ok) return renewed;
    if (renewed.value) return success(undefined);
    const plain = visits;
    visits = [];
    const records = await deriveAll(plain, derivation, isEnded);
    if (isEnded()) return over;
    const number = current.reserve();
    try {
      const building = attempt(operation, () => success(build(number)));
      if (!building.ok) return building;
      const fault = await faultOf(async () => {
        await writeAll(building.value, records, isEnded);
        if (!isEnded()) await current.swap({ generation: await building.value.complete(at), number, begun, digest });
      });
      if (!fault && !isEnded()) return success(undefined);
      attempt(operation, () => success(building.value.close()));
      return fault ? { ok: false, failure: fault } : over;
    } finally {
      await current.release(number);
    }
  }

  return {
    async add(added) {
      if (state !== 'open') return over;
      for (const [place, visit] of added.entries()) {
        if (place % slice === slice - 1) await turn();
        const ends = daysEnd(visit.period, wall);
        if (ends < before) continue;
        const text = JSON.stringify(visit);
        content.update(text).update('\n');
        visits.push({ code: visit.code, text, ends });
      }
      return success(undefined);
    },
    async finish({ at }) {
      if (state !== 'open') return over;
      state = 'finishing';
      try {
        return await finish(at);
      } finally {
        end();
      }
    },
    abandon: end,
  };
}

/** Why something could not be written; undefined: it is. What is thrown for any other reason goes on. */
async function faultOf(work: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const code = meaningOf(error);
    if (!code) throw error;
    return { code, operation };
  }
}
