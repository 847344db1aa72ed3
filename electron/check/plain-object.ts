import type { OpenApiReport } from '../bookings/openapi/report.ts';
import type { Report } from './report.ts';
import { siteWords } from './site.ts';
import { adviceOn, faultOf } from './verdict.ts';
import type { Way } from './way.ts';
import { outcomeWords } from './words.ts';

/** A report for scripts: `ok`, `reason` where it is not, and the same facts that a person reads. */
export function objectOf(report: Report, way: Way, openapi: OpenApiReport | undefined): Readonly<Record<string, unknown>> {
  const fault = faultOf(report);
  const { facts, skewMilliseconds, schemes, rows, site, findings, set, used } = report;
  return {
    ok: fault === undefined,
    ...(fault !== undefined && { reason: fault }),
    server: way.server,
    demo: way.demo,
    way: { tls: way.tls, proxy: way.proxy },
    about: facts,
    ...(skewMilliseconds !== undefined && { clockSkewSeconds: Math.round(skewMilliseconds / 1_000) }),
    token: {
      set,
      ...(used && { used }),
      tried: schemes.map(({ facts: _facts, ...tried }) => ({ ...tried, words: outcomeWords(tried) })),
    },
    operations: rows.map((row) => ({ ...row, words: outcomeWords(row) })),
    ...(site.length > 0 && { settings: site.map((row) => ({ ...row, words: siteWords(row) })) }),
    findings,
    advice: adviceOn(report),
    ...(openapi && { openapi }),
  };
}
