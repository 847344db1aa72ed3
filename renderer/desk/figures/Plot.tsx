import { type ReactNode, useId } from 'react';
import type { DayPeriod } from '../../../electron/contract/desk-figures.ts';
import type { Speech } from '../speech.ts';
import { linesTo } from './lines.ts';

/** What a picture draws with: everything in percent of its width and height, so that letters keep their size whatever its own. */
export interface Scale {
  /** The left edge of a period. */
  readonly x: (index: number) => number;
  /** The width of one period. */
  readonly step: number;
  /** From above. */
  readonly y: (count: number) => number;
}

/** The frame of a picture over the day: its title, what the marks mean, lines, hours; its numbers as a table for whoever wants them. */
export function Plot(props: {
  readonly title: string;
  readonly each: string;
  readonly legend: ReactNode;
  readonly summary: string;
  readonly periods: readonly DayPeriod[];
  readonly most: number;
  readonly columns: readonly { readonly title: string; readonly of: (period: DayPeriod, index: number) => number | undefined }[];
  readonly draw: (scale: Scale) => ReactNode;
  readonly speech: Speech;
}): ReactNode {
  const { title, each, legend, summary, periods, most, columns, draw, speech } = props;
  const { words, number, exact } = speech;
  const id = useId();
  const lines = linesTo(most);
  const top = lines.at(-1) ?? 1;
  const step = 100 / periods.length;
  const scale: Scale = { x: (index) => index * step, step, y: (count) => 100 - (100 * count) / top };
  const hours = periods.flatMap(({ from }, index) => (from.slice(14, 16) === '00' ? [{ from, index }] : []));
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        <p className="quiet">{each}</p>
        <div className="legend">{legend}</div>
      </figcaption>
      <div className="plot">
        <svg className="scale" aria-hidden="true">
          {lines.map((count) => (
            <text key={count} x="100%" y={`${scale.y(count)}%`} dy="0.35em">
              {number(count)}
            </text>
          ))}
        </svg>
        <svg className="drawing" role="img" aria-label={`${title}: ${summary}`}>
          {lines.map((count) => (
            <line
              key={count}
              className={count === 0 ? 'ground' : 'rule'}
              x1="0"
              x2="100%"
              y1={`${scale.y(count)}%`}
              y2={`${scale.y(count)}%`}
            />
          ))}
          {draw(scale)}
        </svg>
        <svg className={`hours ${hours.length > 14 ? 'crowded' : hours.length > 9 ? 'many' : ''}`} aria-hidden="true">
          {hours.map(({ from, index }, place) => (
            <text
              key={from}
              className={place % 4 === 0 ? 'fourth' : place % 2 === 0 ? 'second' : 'odd'}
              x={`${scale.x(index)}%`}
              y="1em"
            >
              {exact(from).slice(-5)}
            </text>
          ))}
        </svg>
      </div>
      <details className="values">
        <summary>{words.figures.numbers}</summary>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{words.figures.from}</th>
              {columns.map((column) => (
                <th key={column.title} scope="col" className="amount">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period, index) => (
              <tr key={period.from}>
                <th scope="row">{exact(period.from)}</th>
                {columns.map((column) => {
                  const count = column.of(period, index);
                  return (
                    <td key={column.title} className="amount">
                      {count === undefined ? '–' : number(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
