import { createHmac } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type Failure, failure, type Result, success } from '../contract/failure.ts';
import type { RosterDraft } from '../core/ports.ts';
import { daysEnd } from '../core/roster.ts';
import type { Visit } from '../core/visit.ts';
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

  function keep(added: readonly Visit[]): void {
    const dated = added.map((visit) => ({ visit, ends: daysEnd(visit.period, wall) })).filter(({ ends }) => ends >= before);
    const texts = dated.map(({ visit }) => Buffer.from(JSON.stringify(visit)));
    const bytes = Buffer.concat(texts);
    content.update(bytes);
    let from = 0;
    for (const [place, { visit, ends }] of dated.entries()) {
      const to = from + (texts[place]?.length ?? 0);
      visits.push({ code: visit.code, bytes, from, to, ends });
      from = to;
    }
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
      for (let from = 0; from < added.length; from += slice) {
        if (from > 0) await turn();
        keep(added.slice(from, from + slice));
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
