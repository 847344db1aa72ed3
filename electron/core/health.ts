import type { DeskScreen } from '../contract/desk.ts';
import type { SettingShown, SettingsNote } from './administration.ts';
import type { Receiver } from './outbox.ts';
import type { PrinterReport, RosterStatus } from './ports.ts';
import type { Verified } from './review.ts';

/** How a kiosk is, for the people who keep it running. Nothing in it is of a visitor. */
export interface Health {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly platform: string;
  readonly isDemo: boolean;
  readonly isOutOfOrder: boolean;
  readonly uptimeSeconds: number;
  readonly server: {
    readonly connection: DeskScreen['server'];
    readonly signedOut: boolean;
    /** What the server says of itself; absent while it says nothing. */
    readonly system?: {
      readonly name?: string;
      readonly version?: string;
      readonly environment?: string;
      readonly clientName?: string;
    };
    /** How far its clock is ahead (negative: behind). */
    readonly skewMilliseconds?: number;
    /** How often its answers were odd, by kind. */
    readonly findings: Readonly<Record<string, number>>;
  };
  readonly roster: RosterStatus;
  readonly handOver: readonly { readonly to: Receiver; readonly sent: number; readonly waiting: number; readonly dead: number }[];
  readonly printers: readonly PrinterReport[];
  /** `bytes`: of its file and of what is not in it yet. `chain`: what came of looking through it; absent: that is not over. */
  readonly journal: { readonly bytes: number; readonly chain?: Verified };
  /** Of the disk that the data folder is on; absent where the system does not tell. */
  readonly disk?: { readonly freeBytes: number; readonly bytes: number };
  /** What the page said last of its camera. */
  readonly camera?: string;
  readonly notices: DeskScreen['notices'];
  readonly settingsNotes: readonly SettingsNote[];
  /** The last events of the log, oldest first, each a line of JSON. */
  readonly log: readonly string[];
}

/** Settings whose text is a person's to choose, and may name one. */
const inOwnWords = /^FOYER_(KIOSK|CAMERA|SCANNER_(PREFIX|SUFFIX)|(WELCOME|ARRIVED)_\w+)$/;

/**
 * What a person may send to support, as JSON for people. `scrub` takes out everything that looks like a person or a secret; `scrubPlace` does, but leaves the
 * numbers of an address such as 192.168.1.20. What the server and the printers say in their own words goes through the first.
 */
export function supportReportOf(
  health: Health,
  settings: readonly SettingShown[],
  { scrub, scrubPlace }: Readonly<Record<'scrub' | 'scrubPlace', (text: string) => string>>,
): string {
  const { log, server, printers, ...rest } = health;
  const system = Object.entries(server.system ?? {}).map(([name, text]) => [name, isVersion(text) ? text : scrub(text)]);
  const report = {
    report: 'foyer 1',
    ...rest,
    server: { ...server, ...(system.length > 0 && { system: Object.fromEntries(system) }) },
    printers: printers.map(({ name, media, ...printer }) => ({
      name: scrubPlace(name),
      ...printer,
      ...(media !== undefined && { media: scrub(media) }),
    })),
    settings: settings.map(({ name, isGiven, isSet, value, next }) => ({
      ...{ name, isSet, isGiven },
      ...(value !== undefined && { value: inOwnWords.test(name) ? '[words]' : scrubPlace(value) }),
      ...(next && { isToChange: true }),
    })),
    log: log.map((line) => JSON.parse(line) as unknown),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const isVersion = (text: string): boolean => /^v?\d+(\.\d+){1,4}([-+][\w.]{1,20})?$/.test(text);
