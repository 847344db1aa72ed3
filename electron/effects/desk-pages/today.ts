import { listRows } from '../../contract/desk-limits.ts';
import type { DayFilter } from '../../contract/desk-today.ts';
import type { Intent } from '../../contract/intent.ts';
import type { Language } from '../../contract/language.ts';
import { type DayPerson, dayCountsOf, dayListOf, foundIn } from '../../core/day-list.ts';
import type { Bookings } from '../../core/ports.ts';
import { arrivingOf, groupOf, type VisitCircumstances, visitOpenOf } from '../../core/visit-open.ts';
import type { Dashboard } from '../dashboard.ts';
import type { DeskVisits } from '../desk-visits.ts';
import type { ExpectedList } from '../expected.ts';
import type { Carried, DeskPage } from './page.ts';

interface Wanted {
  readonly search: string;
  readonly filter: DayFilter;
  readonly from: number;
}

/** Who is expected today, here, gone; one of them in full. `look`: more is known than is shown. */
export function todayPage(parts: {
  readonly expected: ExpectedList;
  readonly visits: DeskVisits;
  readonly dashboard: Dashboard;
  readonly bookings: Pick<Bookings, 'hostsNamed'>;
  readonly look: () => void;
}): DeskPage {
  const { expected, visits, dashboard, bookings, look } = parts;
  const stops = [expected.watch(look), dashboard.watch(look)];
  let list: readonly DayPerson[] = [];
  let found = list;
  let counts = dayCountsOf(list);
  let wanted: Wanted = { search: '', filter: 'all', from: 0 };
  let hosts: readonly { id: string; name: string; mail?: string }[] | undefined;
  let asked = 0;
  /** Who was just let in: shown as soon as they are in the list. */
  let opening: string | undefined;
  let open: { readonly badge: string; readonly more: VisitCircumstances } | undefined;

  const personOf = (badge: string): DayPerson | undefined => list.find(({ row }) => row.badge === badge);

  function search(): void {
    found = foundIn(list, wanted);
    wanted = { ...wanted, from: Math.min(wanted.from, Math.max(0, found.length - 1)) };
  }

  function lookInto(badge: string | undefined): void {
    const person = badge === undefined ? undefined : personOf(badge);
    const more = person && visits.about(person);
    open = person && more && { badge: person.row.badge, more };
  }

  /** The newest question counts, whichever is answered last. */
  async function findHost(text: string): Promise<void> {
    asked += 1;
    const question = asked;
    const answer = await bookings.hostsNamed(text);
    if (question !== asked) return;
    hosts = answer.ok ? answer.value : [];
    look();
  }

  function letIn(intent: Extract<Intent, { kind: 'walkIn' }>, at: string): void {
    const host = hosts?.find(({ id }) => id === intent.hostId);
    const badge = visits.walkIn(intent, host, at);
    if (badge === undefined) return;
    hosts = undefined;
    opening = badge;
  }

  function carryOut(intent: Intent, at: string): Carried {
    switch (intent.kind) {
      case 'list':
        wanted = { search: intent.search, filter: intent.filter, from: intent.from };
        search();
        return 'shown';
      case 'visit':
        lookInto(intent.badge);
        return 'shown';
      case 'visitIn':
      case 'visitOut': {
        const person = personOf(intent.badge);
        if (person) visits[intent.kind === 'visitIn' ? 'checkIn' : 'checkOut'](person, at);
        return 'changed';
      }
      case 'groupIn': {
        const person = personOf(intent.badge);
        if (person) for (const one of arrivingOf(groupOf(person, list))) visits.checkIn(one, at);
        return 'changed';
      }
      case 'findHost':
        void findHost(intent.text);
        return 'shown';
      case 'walkIn':
        letIn(intent, at);
        return 'changed';
      case 'correct':
      case 'note':
        visits.write(intent, at);
        return 'changed';
      default:
        return undefined;
    }
  }

  return {
    read: ({ recorded, now }) => {
      list = dayListOf(expected.current().visits, recorded, now);
      counts = dayCountsOf(list);
      search();
      if (opening !== undefined || open) lookInto(opening ?? open?.badge);
      opening = undefined;
    },
    shown: (language: Language) => {
      const { state, at } = expected.current();
      const person = open && personOf(open.badge);
      const beside = dashboard.current();
      return {
        kind: 'today',
        list: { state: state === 'none' ? 'recordedOnly' : state, ...(at && { at }) },
        counts,
        ...(beside && { dashboard: beside }),
        ...wanted,
        found: found.length,
        rows: found.slice(wanted.from, wanted.from + listRows).map(({ row }) => row),
        ...(hosts && { hosts: hosts.map(({ id, name }) => ({ id, name })) }),
        ...(person && open && { open: visitOpenOf(person, list, open.more, language) }),
      };
    },
    carryOut,
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
