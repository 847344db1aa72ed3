import type { ReactNode } from 'react';
import type { FiguresPage } from '../../../electron/contract/desk-figures.ts';
import type { Speech } from '../speech.ts';
import { Plot } from './Plot.tsx';

/** Who was expected to begin when, as outlines; who came when, as bars that fill them. */
export function Arrivals({ page, speech }: { readonly page: FiguresPage; readonly speech: Speech }): ReactNode {
  const { words, number } = speech;
  const said = words.figures.arrivals;
  const { periods, begun, minutes } = page;
  const most = Math.max(...periods.map(({ expected, arrived }) => Math.max(expected, arrived)));
  // There is room for a number over each bar.
  const hasRoom = periods.length <= 20 && most < 1_000;
  const sum = (of: 'expected' | 'arrived') => number(periods.reduce((all, period) => all + period[of], 0));
  return (
    <Plot
      title={said.title}
      each={said.each[minutes]}
      legend={
        <>
          <span className="outlined">
            {said.expected} <strong>{sum('expected')}</strong>
          </span>
          <span className="filled">
            {said.arrived} <strong>{sum('arrived')}</strong>
          </span>
        </>
      }
      summary={said.summary(sum('arrived'), sum('expected'))}
      periods={periods}
      most={most}
      columns={[
        { title: said.expected, of: ({ expected }) => expected },
        { title: said.arrived, of: ({ arrived }, index) => (index < begun ? arrived : undefined) },
      ]}
      speech={speech}
      draw={({ x, step, y }) =>
        periods.map(({ from, expected, arrived }, index) => (
          <g key={from}>
            {arrived > 0 && (
              <rect
                className="came"
                x={`${x(index) + step * 0.24}%`}
                width={`${step * 0.52}%`}
                y={`${y(arrived)}%`}
                height={`${100 - y(arrived)}%`}
              />
            )}
            {expected > 0 && (
              <rect
                className="due"
                x={`${x(index) + step * 0.1}%`}
                width={`${step * 0.8}%`}
                y={`${y(expected)}%`}
                height={`${100 - y(expected)}%`}
              />
            )}
            {hasRoom && arrived > 0 && (
              <text className="value" x={`${x(index) + step / 2}%`} y={`${y(arrived)}%`} dy="-0.35em">
                {number(arrived)}
              </text>
            )}
          </g>
        ))
      }
    />
  );
}
