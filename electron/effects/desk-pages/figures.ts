import type { FiguresPage } from '../../contract/desk-figures.ts';
import { defaultLanguage, type Language } from '../../contract/language.ts';
import { figuresOf } from '../../core/figures.ts';
import type { Prints } from '../../core/prints.ts';
import type { Answers } from '../answers.ts';
import type { Clock } from '../clock.ts';
import type { Dashboard } from '../dashboard.ts';
import type { ExpectedList } from '../expected.ts';
import type { Exporter } from '../exporting.ts';
import type { DeskPage, Reading } from './page.ts';

/** The day in numbers, and the way out for its visits. No name crosses. `look`: more is known than is shown. */
export function figuresPage(parts: {
  readonly journal: Pick<Prints, 'badgeTimes'>;
  readonly expected: ExpectedList;
  readonly dashboard: Dashboard;
  readonly exporter: Exporter;
  readonly answers: Answers;
  readonly clock: Pick<Clock, 'wall'>;
  readonly retentionHours: number;
  readonly look: () => void;
}): DeskPage {
  const { journal, expected, dashboard, exporter, answers, clock, retentionHours: hours, look } = parts;
  const stops = [expected.watch(look), dashboard.watch(look)];
  let figures = of({ recorded: [], now: clock.wall() });
  let language: Language = defaultLanguage;

  function of({ recorded, now }: Pick<Reading, 'recorded' | 'now'>): Omit<FiguresPage, 'dashboard' | 'export'> {
    const badges = answers.read(journal.badgeTimes(now.slice(0, 10))) ?? [];
    const since = recorded.reduce((first, { checkedInAt }) => (checkedInAt < first ? checkedInAt : first), now).slice(0, 10);
    const day = figuresOf({ expected: expected.current(), recorded, badges, now, offsetAt });
    return { kind: 'figures', ...day, kept: { hours, since } };
  }

  return {
    read: (reading) => {
      figures = of(reading);
    },
    shown: (spoken) => {
      language = spoken;
      const beside = dashboard.current();
      const exported = exporter.shown();
      return { ...figures, ...(beside && { dashboard: beside }), ...(exported && { export: exported }) };
    },
    carryOut: (intent) => {
      if (intent.kind !== 'export') return undefined;
      exporter.begin(intent, language);
      return 'shown';
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}

/** This machine stands in the building: its clock is the site's. */
const offsetAt = (epoch: number): number => -new Date(epoch).getTimezoneOffset();
