import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../electron/handover/outcome.ts';

const named: Record<number, string> = {
  408: 'later handOver.timeout',
  409: 'sent',
  425: 'later handOver.busy',
  429: 'later handOver.busy',
};

const expected = (status: number): string => {
  const own = named[status];
  if (own) return own;
  if (status >= 200 && status < 300) return 'sent';
  if (status >= 300 && status < 400) return 'later handOver.redirected';
  return status >= 400 && status < 500 ? 'dead handOver.refused' : 'later handOver.broken';
};

const told = (status: number): string => {
  const outcome = outcomeOf(status);
  return outcome.outcome === 'sent' ? 'sent' : `${outcome.outcome} ${outcome.code}`;
};

describe('API-4 what an answer means for a letter', () => {
  it('API-4 every status from 100 to 599 has its outcome', () => {
    for (let status = 100; status < 600; status += 1) expect(`${status} ${told(status)}`).toBe(`${status} ${expected(status)}`);
  });

  it('API-4 a status that no standard knows is no reason to give a letter up', () => {
    for (const status of [0, 99, 600, 999]) expect(told(status)).toBe('later handOver.broken');
  });
});
