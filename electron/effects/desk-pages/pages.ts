import type { DeskPageKind } from '../../contract/desk-limits.ts';
import type { DeskNews } from '../../core/desk.ts';
import type { NoteOperation } from '../../core/operation.ts';
import type { Bookings, Printer, WholeJournal } from '../../core/ports.ts';
import type { Answers } from '../answers.ts';
import type { Clock } from '../clock.ts';
import type { Dashboard } from '../dashboard.ts';
import type { DeskVisits } from '../desk-visits.ts';
import type { ExpectedList } from '../expected.ts';
import type { Exporter } from '../exporting.ts';
import { figuresPage } from './figures.ts';
import { kioskPages } from './kiosk.ts';
import { musterPage } from './muster.ts';
import type { Office } from './office.ts';
import type { DeskPage } from './page.ts';
import { printsPage } from './prints.ts';
import { todayPage } from './today.ts';

/** What the pages are made of. `look`: more is known than is shown; `show`: at once. */
export interface PageParts {
  readonly journal: WholeJournal;
  readonly bookings: Pick<Bookings, 'hostsNamed'>;
  readonly printer: Printer;
  readonly expected: ExpectedList;
  readonly dashboard: Dashboard;
  readonly retentionHours: number;
  readonly office: Office;
  readonly clock: Clock;
  readonly answers: Answers;
  readonly visits: DeskVisits;
  readonly exporter: Exporter;
  readonly note: NoteOperation;
  readonly news: () => DeskNews;
  readonly look: () => void;
  readonly show: () => void;
  readonly bug: () => void;
}

/** Makes each page when somebody turns to it: what it holds is held only while it is shown. */
export function deskPageMakers(parts: PageParts): { readonly [K in DeskPageKind]: () => DeskPage } {
  const { journal, expected, answers, office, printer, clock, note, news, look, show, bug } = parts;
  return {
    today: () => todayPage(parts),
    inside: () => musterPage({ drills: journal, expected, answers, by: () => news().staff, look }),
    prints: () => printsPage({ prints: journal, answers }),
    figures: () => figuresPage(parts),
    kiosk: kioskPages({
      ...{ office, printer, clock, note, show, bug },
      cameAs: () => (news().isAdmin ? news().staff : undefined),
    }),
  };
}
