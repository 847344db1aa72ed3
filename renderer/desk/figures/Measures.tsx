import type { ReactNode } from 'react';
import type { FiguresPage, Spread } from '../../../electron/contract/desk-figures.ts';
import type { Speech } from '../speech.ts';

/** What one looks for first, in large figures, each with what was measured. */
export function Measures({ page, speech }: { readonly page: FiguresPage; readonly speech: Speech }): ReactNode {
  const { words, number, exact } = speech;
  const { waiting, inside, stay, badge } = words.figures;
  const { expected, late, oldest } = page.waiting;
  const lateness = [
    late === 0 ? waiting.none : waiting.late(late, number(late)),
    ...(oldest === undefined ? [] : [waiting.oldest(exact(oldest))]),
  ];
  return (
    <dl className="measures">
      <Measure title={waiting.title} figure={number(expected)} lines={[lateness.join(' · ')]} />
      <Measure
        title={inside.title}
        figure={number(page.inside)}
        lines={[page.most ? inside.most(number(page.most.count), exact(page.most.from)) : inside.nobody]}
      />
      <Measure title={stay.title} {...spreadIn(page.stay, stay, speech)} />
      <Measure title={badge.title} {...spreadIn(page.badge, badge, speech, badge.measured)} />
    </dl>
  );
}

function Measure(props: { readonly title: string; readonly figure: string; readonly lines: readonly string[] }): ReactNode {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd className="figure">{props.figure}</dd>
      {props.lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}

function spreadIn(
  { count, median, nineOfTen }: Spread,
  said: { readonly of: (count: number, written: string) => string; readonly none: string },
  { words, number, lasting }: Speech,
  measured?: string,
): { figure: string; lines: string[] } {
  if (median === undefined || nineOfTen === undefined) return { figure: '–', lines: [said.none] };
  const of = said.of(count, number(count));
  // Of one there is no spread.
  const spread = count > 1 ? `${of} · ${words.figures.nineOfTen(lasting(nineOfTen))}` : of;
  return { figure: lasting(median), lines: [spread, ...(measured === undefined ? [] : [measured])] };
}
