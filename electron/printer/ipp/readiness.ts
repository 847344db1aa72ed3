import { type FailureCode, failure, type Result, success } from '../../contract/failure.ts';
import type { PrinterWarning } from '../../core/ports.ts';
import type { LabelSize } from '../address.ts';
import type { Ready } from '../protocol.ts';
import { type Answer, type Attributes, isDone, textsOf } from './message.ts';
import { fitsLabel, sizesOf, sizeWords } from './sizes.ts';

/** What is asked of a printer before a job. */
export const askedOfPrinter: readonly string[] = [
  ...['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs', 'printer-make-and-model'],
  ...['document-format-supported', 'operations-supported', 'job-creation-attributes-supported', 'print-scaling-supported'],
  ...['media-ready', 'media-col-ready', 'cups-version', 'device-uri'],
];

/** A printer that can print, and what its jobs can be. */
export interface IppReady extends Ready {
  readonly formats: readonly string[];
  /** Whether a job can be made before its document is sent. */
  readonly createsJobs: boolean;
  readonly jobAttributes: readonly string[];
  readonly scalings: readonly string[];
  /** CUPS: a queue before a printer, which says less. `device`: where the queue leads; `raw`: without a driver. */
  readonly cups?: { readonly device: string; readonly raw: boolean };
}

// The keywords of https://www.rfc-editor.org/rfc/rfc8011#section-5.4.12 and PWG 5100.13, without what stands behind them: how bad it is.
const blocking: Readonly<Record<string, FailureCode>> = {
  ...{ 'media-empty': 'printer.paperOut', 'media-needed': 'printer.paperOut', 'input-tray-missing': 'printer.paperOut' },
  ...{ 'cover-open': 'printer.coverOpen', 'door-open': 'printer.coverOpen', 'interlock-open': 'printer.coverOpen' },
  ...{ paused: 'printer.offline', shutdown: 'printer.offline', 'timed-out': 'printer.offline', offline: 'printer.offline' },
};
const warned: Readonly<Record<string, PrinterWarning>> = { 'media-low': 'paperLow', 'media-empty': 'paperLow' };

/**
 * Whether a printer can print on labels of this size, by its own words. Fails as `printer.media` where it tells what is loaded and none
 * of it fits, as `printer.silent` where it does not tell its state.
 */
export function readinessOf(answer: Answer, size: LabelSize | undefined): Result<IppReady> {
  const { status, printer } = answer;
  if (!isDone(answer)) return failure(refusals[status] ?? 'printer.silent');
  const state = printer['printer-state'];
  if (state !== 'idle' && state !== 'processing' && state !== 'stopped') return failure('printer.silent');
  const reasons = textsOf(printer['printer-state-reasons']).map(severed);
  const isStopped = state === 'stopped';
  const worst = reasons
    .filter(({ severity }) => isStopped || severity === 'error')
    .map(({ stem }) => blocking[stem] ?? fault(stem));
  const code = worst.find((one) => one !== undefined) ?? (isStopped ? 'printer.offline' : undefined);
  if (code) return failure(code);
  if (printer['printer-is-accepting-jobs'] === false) return failure('printer.offline');
  const cups = cupsOf(printer);
  // A queue of CUPS tells what its driver is set to, not what is in the printer.
  const loaded = cups ? [] : sizesOf(printer);
  if (size && loaded.length > 0 && !loaded.some((one) => fitsLabel(one, size))) return failure('printer.media');
  const warnings = [...new Set(reasons.flatMap(({ stem }) => warned[stem] ?? []))];
  return success({
    warnings,
    ...(loaded.length > 0 && { media: loaded.slice(0, 4).map(sizeWords).join(', ') }),
    formats: textsOf(printer['document-format-supported']),
    createsJobs: ['Create-Job', 'Send-Document'].every((name) => textsOf(printer['operations-supported']).includes(name)),
    jobAttributes: textsOf(printer['job-creation-attributes-supported']),
    scalings: textsOf(printer['print-scaling-supported']),
    ...(cups && { cups }),
  });
}

const refusals: Readonly<Record<string, FailureCode>> = {
  'client-error-not-found': 'printer.unreachable',
  'client-error-gone': 'printer.unreachable',
  'client-error-forbidden': 'printer.fault',
  'client-error-not-authenticated': 'printer.fault',
  'client-error-not-authorized': 'printer.fault',
  'server-error-device-error': 'printer.fault',
};

/** A jam, a worn part, and whatever a maker calls an error; `none` is none, and a queue's own progress is no error. */
const fault = (stem: string): FailureCode | undefined =>
  stem === 'none' ||
  /^(cups-|connecting-to-device$|moving-to-paused$|stopping$|stopped-partly$|spool-area-full$|media-low$|(toner|marker|developer|opc)-.*(low|near|almost))/.test(
    stem,
  )
    ? undefined
    : 'printer.fault';

/** `media-empty-warning` → `media-empty`, a warning. Without a word at the end it is an error. */
function severed(reason: string): { readonly stem: string; readonly severity: string } {
  const [, stem = reason, severity = 'error'] = /^(.*?)(?:-(error|warning|report))?$/.exec(reason) ?? [];
  return { stem, severity };
}

function cupsOf(printer: Attributes): IppReady['cups'] {
  if (typeof printer['cups-version'] !== 'string') return undefined;
  const [device = ''] = textsOf(printer['device-uri']);
  return { device, raw: printer['printer-make-and-model'] === 'Local Raw Printer' };
}
