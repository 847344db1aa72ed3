import { type ReactNode, useEffect, useId, useState } from 'react';
import type { ExportKind, ExportShown, FiguresPage } from '../../../electron/contract/desk-figures.ts';
import { send } from '../../bridge.ts';
import { Cause } from '../Cause.tsx';
import type { Speech } from '../speech.ts';

const kinds = ['xlsx', 'csv', 'vendor'] as const satisfies readonly ExportKind[];

/** Takes the visits of a period out into a file, one at a time, and says where it lies. */
export function TakingOut({ page, speech }: { readonly page: FiguresPage; readonly speech: Speech }): ReactNode {
  const { words, lasting, day } = speech;
  const said = words.figures.export;
  const { kept, export: exported } = page;
  const [from, setFrom] = useState(page.day);
  const [to, setTo] = useState(page.day);
  const id = useId();
  const isRunning = exported?.state === 'running';
  const isWhole = from !== '' && to !== '';
  const begin = (what: ExportKind) => {
    if (!isRunning && isWhole) send({ kind: 'export', what, from, to });
  };
  return (
    <section className="taking-out" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{said.title}</h2>
      <p className="quiet more">{said.kept(lasting(kept.hours * 3_600), day(kept.since))}</p>
      <div className="period">
        <label htmlFor={`${id}-from`}>{said.from}</label>
        <input id={`${id}-from`} type="date" required value={from} onChange={({ target }) => setFrom(target.value)} />
        <label htmlFor={`${id}-to`}>{said.to}</label>
        <input id={`${id}-to`} type="date" required value={to} onChange={({ target }) => setTo(target.value)} />
      </div>
      <div className="ways">
        {kinds.map((what) => (
          <button key={what} type="button" aria-disabled={isRunning || !isWhole} onClick={() => begin(what)}>
            {said.button[what]}
          </button>
        ))}
      </div>
      <div role="status" className="outcome">
        {exported && <Outcome exported={exported} speech={speech} />}
      </div>
      <p className="quiet">{said.careful}</p>
    </section>
  );
}

function Outcome({ exported, speech }: { readonly exported: ExportShown; readonly speech: Speech }): ReactNode {
  const { words, number, exact } = speech;
  const said = words.figures.export;
  switch (exported.state) {
    case 'running':
      return <Running key={exported.since} exported={exported} speech={speech} />;
    case 'done':
      return (
        <p className="saved">
          <strong>{said.done(exported.place)}</strong>{' '}
          <span className="quiet">
            {exported.rows !== undefined && `${said.rows(exported.rows, number(exported.rows))} · `}
            {exact(exported.at)}
          </span>
        </p>
      );
    default:
      return (
        <div className="not-saved">
          <p>
            {said.why[exported.why]} <span className="quiet">{exact(exported.at)}</span>
          </p>
          {exported.why === 'failed' && exported.cause && <Cause code={exported.cause} speech={speech} />}
        </div>
      );
  }
}

/** What takes longer than a second says for how long it has been running. A screen reader hears only that it runs. */
function Running(props: { readonly exported: Extract<ExportShown, { state: 'running' }>; readonly speech: Speech }): ReactNode {
  const { exported, speech } = props;
  const { words, number } = speech;
  const said = words.figures.export;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p>
      {said.running[exported.what]} <span aria-hidden="true">{seconds > 0 && said.seconds(number(seconds))}</span>
    </p>
  );
}
