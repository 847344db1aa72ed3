import { onTestFinished } from 'vitest';
import { checkPaths } from '../../electron/bookings/paths.ts';
import { type CheckRun, runCheck } from '../../electron/check/run.ts';
import { readSettings } from '../../electron/settings/read.ts';
import { faultLine, type Settings } from '../../electron/settings/settings.ts';
import { canary, serve, type Web } from '../bookings/web.ts';

/** Settings as a start reads them; none of the machine's own. */
export function settingsOf(environment: NodeJS.ProcessEnv = {}): Settings {
  const surroundings = { platform: 'linux', home: '/nowhere', folder: '/nowhere', host: 'browser', checkPaths } as const;
  const settings = readSettings([], environment, surroundings);
  if (!settings.ok) throw new Error(faultLine(settings.fault));
  return settings.value;
}

/** Settings for a server of the tests, with the canary token. */
export const settingsFor = (url: URL, more: Partial<Settings> = {}): Settings => ({
  ...settingsOf({ FOYER_SERVER: url.href, FOYER_TOKEN: canary }),
  ...more,
});

/** Without pauses; the deadlines are for a busy machine, unless a test waits for them. */
export const check = (settings: Settings, { json = false, total = 10_000 } = {}): Promise<CheckRun> =>
  runCheck(settings, { json, pace: { deadlines: { connect: total, headers: total, body: total, total }, pause: 0 } });

/** What a check of `--json` says, parsed. */
export async function checked(settings: Settings, total?: number): Promise<{ exitCode: number; report: CheckedReport }> {
  const { text, exitCode } = await check(settings, { json: true, ...(total !== undefined && { total }) });
  return { exitCode, report: JSON.parse(text) as CheckedReport };
}

export interface CheckedReport {
  ok: boolean;
  reason?: string;
  about: Record<string, string>;
  clockSkewSeconds?: number;
  token: { set: string; used?: string; tried: { auth: string; words: string }[] };
  operations: {
    operation: string;
    method: string;
    path: string;
    pathFrom: string;
    words: string;
    status?: number;
    milliseconds?: number;
  }[];
  settings?: { name: string; outcome: string; found?: number; of?: number; words: string }[];
  findings: Record<string, number>;
  advice: string[];
}

/** The words about one operation. */
export const wordsOn = (report: CheckedReport, operation: string): string | undefined =>
  report.operations.find((row) => row.operation === operation)?.words;

/** A canary visitor, who must never be seen in a report. */
export const visitor = {
  id: 4711,
  name: 'Žofie Canary',
  company: 'Canary Ltd.',
  emailAddress: 'zofie@canary.example',
  mobile: '+85255550123',
};
const period = { from: '2026-11-22T09:00:00', to: '2026-11-22T10:00:00' };

/** What a server says that works; each may be replaced, by the end of its path. */
export const answers: Readonly<Record<string, unknown>> = {
  information: { name: 'Bookings ONE', version: '9.8.7', environment: 'Trial', clientName: 'Invented Ltd.' },
  'visitorManagement/v1': { data: [{ id: 31, registrationCode: 'CANARY', period, state: 0, visitor }] },
  'visitingAppointment/v1': {
    data: [{ id: 7, period, invitingUserId: 5, visitors: [visitor], bookableResourceId: 12, subject: 'Canary subject' }],
  },
  'user/v1': { data: [{ id: 5, displayName: 'Canary Host' }] },
  'building/v1': [],
};

/** One reply of a server of the tests. */
export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A server that answers by the end of the path, for the length of a test; what it does not know is 404. */
export async function serverOf(replyTo: (path: string, authorization: string) => Reply | 'hang'): Promise<Web> {
  const web = await serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    const reply = replyTo(pathname, request.headers.authorization ?? '');
    if (reply === 'hang') return;
    const { status = 200, type = 'application/json', body = {}, headers = {} } = reply;
    response.writeHead(status, { 'content-type': type, ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  onTestFinished(() => web.close());
  return web;
}

/** The reply of a server that works, with some answers replaced. */
export function wellReply(path: string, replaced: Readonly<Record<string, unknown>> = {}): Reply {
  const all = { ...answers, ...replaced };
  const end = Object.keys(all).find((name) => path.endsWith(name));
  return end === undefined ? { status: 404, body: { status: 404 } } : { body: all[end] };
}
