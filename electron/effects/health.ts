import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskScreen } from '../contract/desk.ts';
import type { Administration } from '../core/administration.ts';
import type { DeskNews } from '../core/desk.ts';
import { type Health, supportReportOf } from '../core/health.ts';
import type { Outbox, Receiver } from '../core/outbox.ts';
import type { Bookings, PrinterReport, Roster } from '../core/ports.ts';
import type { HeardLog } from '../log/heard.ts';
import { scrub, scrubPlace } from '../log/scrub.ts';
import { lastEvents } from '../log/tail.ts';
import type { Exported, Exports } from '../settings/exports.ts';
import type { OutOfOrder } from '../settings/out-of-order.ts';
import type { Settings } from '../settings/settings.ts';
import { type Clock, within } from './clock.ts';
import type { Connection } from './connection.ts';

/** How the kiosk is, on request. */
export interface HealthPort {
  /** Takes what of the desk's news it needs: the printers, and notices. */
  hear(news: Pick<DeskNews, 'printers' | 'notices'>): void;
  /** Looks at everything; a server that does not answer is waited for 2 s at most. Never rejects. */
  look(): Promise<Health>;
  /** The same, and the settings, for support: no person, no code, no secret is in it. */
  supportReport(): Promise<string>;
  /** Writes that as a file for people. */
  writeReport(): Promise<Exported>;
}

/** What health is asked of. `bookings`: as much of its client as says how the server is. */
interface HealthParts {
  readonly version: string;
  readonly settings: Pick<Settings, 'host' | 'demo' | 'data'>;
  readonly bookings: Pick<Bookings, 'systemInformation'> & {
    connection(): { readonly signedOut: boolean; readonly skewMilliseconds: number | undefined };
    findings(): Readonly<Record<string, number>>;
  };
  readonly connection: Pick<Connection, 'state' | 'isOnline'>;
  readonly roster: Pick<Roster, 'status'>;
  readonly outbox: Pick<Outbox, 'outboxCounts'>;
  readonly receivers: readonly Receiver[];
  readonly administration: Pick<Administration, 'settings' | 'notes'>;
  readonly outOfOrder: Pick<OutOfOrder, 'isOutOfOrder'>;
  readonly exports: Exports;
  readonly clock: Clock;
  readonly log: HeardLog;
}

const serverMs = 2_000;
const mostEvents = 200;

/** Begins to listen, and to count the time that Foyer runs. */
export function openHealth(parts: HealthParts): HealthPort {
  const { version, settings, bookings, connection, roster, outbox, receivers, administration, outOfOrder, clock, log } = parts;
  const { host, demo, data } = settings;
  const startedAt = clock.now();
  let printers: readonly PrinterReport[] = [];
  const noticed = new Map<DeskScreen['notices'][number], boolean>();

  async function serverSeen(): Promise<Health['server']> {
    const { signedOut, skewMilliseconds } = bookings.connection();
    const answer = connection.isOnline() ? await within(clock, serverMs, bookings.systemInformation(), undefined) : undefined;
    return {
      connection: connection.state(),
      signedOut,
      ...(answer?.ok && { system: answer.value }),
      ...(skewMilliseconds !== undefined && { skewMilliseconds }),
      findings: bookings.findings(),
    };
  }

  async function look(): Promise<Health> {
    const [server, disk] = await Promise.all([serverSeen(), diskOf(data)]);
    const chain = log.last('chainChecked');
    const camera = log.last('camera')?.state;
    return {
      ...{ at: clock.wall(), version, host, platform: `${process.platform} ${process.arch}`, isDemo: demo, server },
      isOutOfOrder: outOfOrder.isOutOfOrder(),
      uptimeSeconds: Math.round((clock.now() - startedAt) / 1_000),
      roster: roster.status(),
      handOver: receivers.flatMap((to) => {
        const counts = outbox.outboxCounts(to);
        return counts.ok ? [{ to, ...counts.value }] : [];
      }),
      printers,
      journal: { bytes: journalBytes(data), ...(chain && { chain: verifiedOf(chain) }) },
      ...(disk && { disk }),
      ...(camera && { camera }),
      notices: [...noticed].filter(([, isOn]) => isOn).map(([notice]) => notice),
      settingsNotes: administration.notes(),
      log: lastEvents(join(data, 'foyer.log'), mostEvents),
    };
  }

  const supportReport = async () => supportReportOf(await look(), administration.settings(), { scrub, scrubPlace });
  return {
    hear: (news) => {
      if (news.printers) printers = news.printers;
      for (const [notice, isOn] of Object.entries(news.notices ?? {})) noticed.set(notice as DeskScreen['notices'][number], isOn);
    },
    look,
    supportReport,
    writeReport: async () => parts.exports.write(`foyer-report-${clock.wall().slice(0, 10)}.json`, await supportReport()),
  };
}

const verifiedOf = ({ events, brokenAt }: { events: number; brokenAt?: number | undefined }) => ({
  events,
  ...(brokenAt !== undefined && { brokenAt }),
});

const journalBytes = (data: string): number =>
  ['journal.db', 'journal.db-wal'].reduce(
    (sum, name) => sum + (statSync(join(data, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

async function diskOf(data: string): Promise<Health['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(data);
    return { freeBytes: bavail * bsize, bytes: blocks * bsize };
  } catch {
    return undefined;
  }
}
