import type { Correction } from '../core/correction.ts';
import type { Decision, DifferenceKind, EventKind } from '../core/event.ts';
import type { HistoryEvent, Told } from '../core/history.ts';
import type { PrintState, Service } from '../core/visit.ts';

/** The fields of all details, as they are appended: see each kind's own place. */
interface Detail {
  readonly by?: string;
  readonly text?: string;
  readonly note?: string;
  readonly what?: Correction['what'];
  readonly time?: string;
  readonly reason?: string;
  readonly checkedInAt?: string;
  readonly decision?: Decision;
  readonly printId?: string;
  readonly state?: PrintState;
  readonly found?: boolean;
}

/** What a history shows of the detail of an event of this kind, and by whom it was done. */
export function toldIn(kind: EventKind, detail: object): Pick<HistoryEvent, 'by' | 'told'> {
  const { by } = detail as Detail;
  return { ...(by !== undefined && { by }), told: tell(kind, detail) };
}

function tell(kind: EventKind, detail: object): Told {
  const { text, note, what, time, reason, checkedInAt, decision, printId, state, found } = detail as Detail;
  switch (kind) {
    case 'noted':
      return { ...(text !== undefined && { text }) };
    case 'wished':
      return { service: detail as Service };
    case 'differed':
      return { difference: (detail as { kind: DifferenceKind }).kind };
    case 'decided':
      return { ...(decision && { decision }), ...(note !== undefined && { text: note }) };
    case 'corrected': {
      const correction = what && ({ what, ...(time !== undefined && { time }) } as Correction);
      return { ...(correction && { correction }), ...(reason !== undefined && { reason }), ...(checkedInAt && { checkedInAt }) };
    }
    case 'badgePrinted':
    case 'badgeVoided':
    case 'badgeHandedOver':
      return { ...(printId && state && { print: { printId, state } }) };
    case 'musterTicked':
      return { ...(found !== undefined && { isFound: found }) };
    default:
      return {};
  }
}
