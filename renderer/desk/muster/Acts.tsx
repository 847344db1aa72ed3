import { BellRing, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InsidePage } from '../../../electron/contract/desk-muster.ts';
import { send } from '../../bridge.ts';
import type { Speech } from '../speech.ts';
import { Ending } from './Ending.tsx';

/** What can be done on the page as it stands. */
export function Acts(props: {
  readonly page: InsidePage;
  /** Absent in the lobby's window: the system's dialog would stay there for visitors when staff have gone (rule WIN-7). */
  readonly onPrint: (() => void) | undefined;
  readonly speech: Speech;
}): ReactNode {
  const { page, onPrint, speech } = props;
  const { running, last, isReport } = page;
  const { muster } = speech.words;
  const isStill = !running && !isReport;
  return (
    <div className="muster-acts">
      {isStill && (
        <button type="button" className="main" aria-describedby="muster-for" onClick={() => send({ kind: 'musterBegin' })}>
          <BellRing aria-hidden="true" className="icon" />
          {muster.begin}
        </button>
      )}
      {running && <Ending missing={running.counts.missing} speech={speech} />}
      {isReport && (
        <button type="button" onClick={() => send({ kind: 'musterReport', isOpen: false })}>
          {muster.report.back}
        </button>
      )}
      {onPrint && (
        <button type="button" onClick={onPrint}>
          <Printer aria-hidden="true" className="icon" />
          {muster.print}
        </button>
      )}
      {isStill && last && (
        <button type="button" onClick={() => send({ kind: 'musterReport', isOpen: true })}>
          {muster.last(speech.exact(last.begunAt))}
        </button>
      )}
      {isStill && (
        <p id="muster-for" className="quiet">
          {muster.beginMore}
        </p>
      )}
    </div>
  );
}
