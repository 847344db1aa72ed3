import type { FailureCode } from '../../contract/failure.ts';
import type { PrinterWarning } from '../../core/ports.ts';

/** `~HQES`: what is wrong, answered also when the printer is stopped. */
export const errorQuestion = '~HQES\r\n';
/** `~HS`: what it is doing; not answered while paper is out or the head is open. */
export const statusQuestion = '~HS\r\n';
/** How many labels it has printed in its life: Set-Get-Do, in printers of the last fifteen years. */
export const countQuestion = '! U1 getvar "odometer.total_label_count"\r\n';
/** Ends a format of which a part has come in. */
export const cancelPartial = '~JX\r\n';
/** Drops the labels that wait in it, printing or not (ZPL II Programming Guide, ~JA). */
export const cancelAll = '~JA\r\n';

type Reason = Extract<FailureCode, `printer.${'coverOpen' | 'paperOut' | 'offline' | 'fault'}`>;

/** What `~HQES` says. */
export interface ZplErrors {
  readonly trouble?: Reason;
  readonly warnings: readonly PrinterWarning[];
}

const group = '([01]) ([0-9A-Fa-f]{8}) ([0-9A-Fa-f]{8})';
const errorsForm = new RegExp(`^\\s*PRINTER STATUS\\s+ERRORS:\\s+${group}\\s+WARNINGS:\\s+${group}\\s*$`);
// Bits of the errors, what staff can mend first. All others are faults, also those that no guide names yet.
const reasons: readonly (readonly [bits: number, Reason])[] = [
  [0x4, 'printer.coverOpen'],
  [0x1, 'printer.paperOut'],
  [~0x10005, 'printer.fault'],
  [0x10000, 'printer.offline'],
];

/**
 * Reads the answer to `~HQES`; undefined: it is none. Table "Error Flags (~HQES)" of the ZPL II Programming Guide
 * (https://docs.zebra.com/us/en/printers/software/zpl-pg/zpl-commands/~hq.html).
 */
export function readErrors(text: string): ZplErrors | undefined {
  const [, flag, high, low, warned, , warningBits = '0'] = errorsForm.exec(text) ?? [];
  if (flag === undefined) return undefined;
  const errors = Number.parseInt(low ?? '0', 16);
  const some = flag === '1' || errors !== 0 || Number.parseInt(high ?? '0', 16) !== 0;
  const found = reasons.find(([bits]) => (errors & bits) !== 0);
  const warning = warned === '1' ? Number.parseInt(warningBits, 16) : 0;
  return {
    ...(some && { trouble: found?.[1] ?? 'printer.fault' }),
    warnings: [...((warning & 0x8) !== 0 ? ['paperLow' as const] : []), ...((warning & 0x6) !== 0 ? ['headWorn' as const] : [])],
  };
}

/**
 * What the three lines of `~HS` say. `isIdle`: nothing waits in it and no label is left of a batch; `isUntaken`: one that was printed waits to
 * be taken (peel-off), and holds back the next.
 */
export interface ZplStatus {
  readonly trouble?: Reason;
  readonly isPartial: boolean;
  readonly isIdle: boolean;
  readonly isUntaken: boolean;
  readonly isHot: boolean;
  /** Of a label, in dots. */
  readonly labelLength: number;
}

const flag = '([01])';
const forms = [
  // communication, paper out, pause, length, formats waiting, buffer full, diagnostics, partial format, unused, RAM lost, too cold, too hot
  new RegExp(`^\\d{3},${flag},${flag},(\\d{4}),(\\d{3}),${flag},${flag},${flag},\\d{3},${flag},${flag},${flag}$`),
  // settings, unused, head up, ribbon out, thermal transfer, print mode, width mode, label waiting, labels left, while printing, images
  new RegExp(`^\\d{3},\\d,${flag},${flag},${flag},[0-9A-Z],\\d,${flag},(\\d{8}),\\d,\\d{3}$`),
  /^[0-9A-Za-z]{4},[01]$/,
] as const;

/**
 * Reads the answer to `~HS`; undefined: it is none.
 * https://docs.zebra.com/us/en/printers/software/zpl-pg/zpl-commands/~hs4.html
 */
export function readStatus([one = '', two = '', three = '']: readonly string[]): ZplStatus | undefined {
  const first = forms[0].exec(one);
  const second = forms[1].exec(two);
  if (!first || !second || !forms[2].test(three)) return undefined;
  const [, paperOut, paused, length, formats, full, diagnostics, partial, lost, , hot] = first;
  const [, headUp, ribbonOut, transfer, taken, left] = second;
  const on = (value: string | undefined) => value === '1';
  const order: readonly (readonly [boolean, Reason])[] = [
    [on(headUp), 'printer.coverOpen'],
    [on(paperOut), 'printer.paperOut'],
    [(on(ribbonOut) && on(transfer)) || on(diagnostics) || on(lost), 'printer.fault'],
    [on(paused), 'printer.offline'],
  ];
  const trouble = order.find(([is]) => is)?.[1];
  return {
    ...(trouble && { trouble }),
    isPartial: on(partial),
    isIdle: Number(formats) === 0 && Number(left) === 0 && !on(partial) && !on(full),
    isUntaken: on(taken),
    isHot: on(hot),
    labelLength: Number(length),
  };
}

/** Reads the answer to the count; undefined: this printer has no such thing. */
export const readCount = (value: string): number | undefined => (/^\d{1,12}$/.test(value) ? Number(value) : undefined);
