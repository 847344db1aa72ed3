import type { PrintOutcome } from '../../core/ports.ts';
import { type Attributes, textsOf } from './message.ts';
import type { IppReady } from './readiness.ts';

/** What is asked of a job. */
export const askedOfJob: readonly string[] = [
  ...['job-id', 'job-name', 'job-state', 'job-state-reasons', 'job-impressions-completed', 'time-at-processing'],
];

/** A job as its printer tells it: https://www.rfc-editor.org/rfc/rfc8011#section-5.3.7 */
export interface JobView {
  readonly state: string;
  readonly reasons: readonly string[];
  /** Pages that are done; undefined: it does not count them. */
  readonly impressions?: number;
  /** Whether it was ever begun: `never` only where the printer says so with `no-value`. */
  readonly begun: 'never' | 'begun' | 'untold';
}

/** One look at a job; undefined: it does not tell its state. */
export function jobViewOf(job: Attributes): JobView | undefined {
  const state = job['job-state'];
  if (typeof state !== 'string') return undefined;
  const impressions = job['job-impressions-completed'];
  const at = job['time-at-processing'];
  const isAt = state === 'processing' || state === 'processing-stopped' || typeof at === 'number';
  return {
    state,
    reasons: textsOf(job['job-state-reasons']),
    ...(typeof impressions === 'number' && { impressions }),
    // As `no-value` is read; `unknown` is undefined.
    begun: isAt ? 'begun' : at === '' ? 'never' : 'untold',
  };
}

/** Whether nothing more will happen to a job. A state that ends it may stand there while the last page still moves. */
export const isOver = ({ state, reasons }: JobView, cups: IppReady['cups']): boolean =>
  // CUPS before 2.4.8 leaves that reason on every job that was printed: https://github.com/OpenPrinting/cups/pull/832
  state === 'completed' ? cups !== undefined || !reasons.includes(moving) : ended.includes(state) && !reasons.includes(moving);

const moving = 'processing-to-stop-point';
const ended: readonly string[] = ['canceled', 'aborted'];

/**
 * Whether CUPS hears the printer's own word about a job: by IPP alone, also where it finds the address by its service; its other backends end
 * when the bytes are handed over. The queue of another CUPS is no printer: its paths, and `/cups`, by which CUPS's backend dnssd marks it.
 * https://github.com/OpenPrinting/cups/blob/master/backend/dnssd.c
 */
const isHeard = (device: string): boolean => spoken.test(device) && !ofAnotherCups.test(device);
const spoken = /^(ipps?:|dnssd:\/\/[^/?#]+\._ipps?\._tcp(\.[^_/?#]*)?(\/|$))/i;
const ofAnotherCups = /^\w+:\/\/[^/?#]+\/(printers|classes|cups)([/?#]|$)/i;

/**
 * What became of a completed job. `confirmed`: the printer says that it went well. `sent`: it only says that it is over, or a queue of CUPS
 * says so of bytes that it has handed to the cable. `unknown`: it names errors.
 */
export function outcomeOfCompleted({ reasons }: JobView, cups: IppReady['cups']): PrintOutcome['state'] {
  const rest = reasons.filter((reason) => reason !== 'none' && reason !== 'job-completed-successfully');
  const isWell = reasons.includes('job-completed-successfully') && rest.length === 0;
  if (isWell) return cups && !isHeard(cups.device) ? 'sent' : 'confirmed';
  return rest.every((reason) => mild.includes(reason) || (cups && reason === moving)) ? 'sent' : 'unknown';
}

const mild: readonly string[] = ['queued-in-device', 'job-completed-with-warnings', 'job-completed-successfully'];

/**
 * Whether nothing of an ended job can have come out: it has no page, and was never begun; or it was with CUPS's socket backend, which
 * counts the page before the first byte of a file leaves (backend/socket.c), and has none. `before`: how it looked until then.
 */
export function isUnprinted(last: JobView, before: readonly JobView[], cups: IppReady['cups']): boolean {
  const all = [...before, last];
  if (!ended.includes(last.state) || all.some(({ impressions }) => (impressions ?? 0) > 0)) return false;
  if (last.begun === 'never' && all.every(({ begun }) => begun !== 'begun')) return true;
  return cups?.raw === true && cups.device.startsWith('socket:') && last.impressions === 0;
}
