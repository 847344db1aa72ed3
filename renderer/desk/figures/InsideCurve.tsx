import { area, curveStepAfter, line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { FiguresPage } from '../../../electron/contract/desk-figures.ts';
import type { Speech } from '../speech.ts';
import { Plot } from './Plot.tsx';

/** How many were in over the day, as a line of steps: each period's most. */
export function InsideCurve({ page, speech }: { readonly page: FiguresPage; readonly speech: Speech }): ReactNode {
  const { words, number } = speech;
  const said = words.figures.curve;
  const { periods, begun, minutes, inside, most } = page;
  const known = periods.slice(0, begun);
  // The last step has its width as well.
  const steps = [...known, ...known.slice(-1)].map((period, index) => ({ index, count: period.inside }));
  const peak = known.findIndex(({ from }) => from === most?.from);
  const latest = known.at(-1);
  return (
    <Plot
      title={said.title}
      each={said.each[minutes]}
      legend={
        <span className="filled">
          {said.now} <strong>{number(inside)}</strong>
        </span>
      }
      summary={said.summary(number(inside), number(most?.count ?? 0))}
      periods={periods}
      most={most?.count ?? 0}
      columns={[{ title: said.most, of: (period, index) => (index < begun ? period.inside : undefined) }]}
      speech={speech}
      draw={({ x, step, y }) => (
        <>
          <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
            <path
              className="under"
              d={
                area<(typeof steps)[number]>()
                  .x(({ index }) => x(index))
                  .y0(100)
                  .y1(({ count }) => y(count))
                  .curve(curveStepAfter)(steps) ?? ''
              }
            />
            <path
              className="curve"
              d={
                line<(typeof steps)[number]>()
                  .x(({ index }) => x(index))
                  .y(({ count }) => y(count))
                  .curve(curveStepAfter)(steps) ?? ''
              }
            />
          </svg>
          {most && latest && peak >= 0 && (
            <text
              className={peak > periods.length / 2 ? 'value ending' : 'value beginning'}
              x={`${x(peak) + (peak > periods.length / 2 ? step : 0)}%`}
              y={`${y(most.count)}%`}
              dy="-0.4em"
            >
              {said.label(number(most.count))}
            </text>
          )}
        </>
      )}
    />
  );
}
