import { describe, expect, it } from 'vitest';
import { failure, type Result, success } from '../../electron/contract/failure.ts';
import type { Service } from '../../electron/core/visit.ts';
import type { SiteNews } from '../../electron/effects/lobby.ts';
import { watchSite } from '../../electron/effects/site.ts';
import type { Log } from '../../electron/log/log.ts';
import { drivenClock, settled } from './parts.ts';

const coffee: Service = { id: '31', name: [{ language: 'en', text: 'Coffee' }] };

/** A site that answers as the test says, watched; `asked` counts. */
function watched(services: readonly string[] = ['31'], chance = 0.5) {
  const { clock, move } = drivenClock();
  const told: SiteNews[] = [];
  const lines: string[] = [];
  const asked = { information: 0, services: 0 };
  const answers: { information: Result<{ clientName?: string }>; services: Result<readonly Service[]> } = {
    information: success({ clientName: 'Happy Ltd.' }),
    services: success([coffee]),
  };
  const log: Log = { log: (event, fields) => lines.push(`${event} ${JSON.stringify(fields)}`), close: () => {} };
  const bookings = {
    systemInformation: async () => {
      asked.information += 1;
      return answers.information;
    },
    services: async () => {
      asked.services += 1;
      return answers.services;
    },
  };
  const stop = watchSite({ bookings, services, clock, log, chance: () => chance, tell: (news) => told.push(news) });
  return { move, told, lines, asked, answers, stop };
}

describe('what the server tells of the site', () => {
  it('is its name once, and what it offers now and again', async () => {
    const site = watched();
    await settled();
    expect(site.told).toEqual([{ site: 'Happy Ltd.' }, { services: [coffee] }]);
    site.answers.services = success([]);
    await site.move(10 * 60_000);
    expect(site.told.at(-1)).toEqual({ services: [] });
    expect(site.asked).toEqual({ information: 1, services: 2 });
  });

  it('is asked for again every minute while it does not answer, and said once in the log', async () => {
    const site = watched();
    site.answers.services = failure('bookings.unreachable');
    await settled();
    await site.move(10 * 60_000);
    await site.move(60_000);
    await site.move(60_000);
    expect(site.asked.services).toBe(4);
    expect(site.lines.filter((line) => line.includes('bookings.unreachable'))).toHaveLength(1);
    // What was offered stays: a wish is noted in the journal, server or not.
    expect(site.told.filter((news) => 'services' in news)).toEqual([{ services: [coffee] }]);
  });

  it('API-9 is asked for a tenth sooner or later by chance, so that kiosks that were started together do not ask together', async () => {
    for (const [chance, wait] of [
      [0, 9 * 60_000],
      [1, 11 * 60_000],
    ] as const) {
      const site = watched(undefined, chance);
      await settled();
      await site.move(wait - 1);
      expect(site.asked.services).toBe(1);
      await site.move(1);
      expect(site.asked.services).toBe(2);
    }
  });

  it('is not asked for services where none are set, and for nothing once stopped', async () => {
    const site = watched([]);
    await settled();
    site.stop();
    await site.move(60 * 60_000);
    expect(site.asked).toEqual({ information: 1, services: 0 });
  });
});
