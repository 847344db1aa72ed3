import type { ReactNode } from 'react';
import type { MusterShown } from '../../../electron/contract/desk-muster.ts';
import type { Speech } from '../speech.ts';

/** What came of the last muster. `listed`: how many of it still have their names. */
export function Report(props: { readonly last: MusterShown; readonly listed: number; readonly speech: Speech }): ReactNode {
  const { last, listed, speech } = props;
  const { muster } = speech.words;
  const { found, missing, left } = last.counts;
  const gone = found + missing + left - listed;
  const facts = [
    [muster.report.begun, last.begunAt, last.by],
    [muster.report.ended, last.endedAt, last.endedBy],
  ] as const;
  return (
    <>
      <dl className="numbers">
        {facts.map(
          ([label, at, by]) =>
            at !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{whenBy(speech.exact(at), by, speech)}</dd>
              </div>
            ),
        )}
      </dl>
      {gone > 0 && <p className="quiet">{muster.report.gone(gone, speech.number(gone))}</p>}
    </>
  );
}

/** A moment, and who did it where that is known. */
export const whenBy = (when: string, by: string | undefined, { words }: Speech): string =>
  by === undefined ? when : words.muster.report.by(when, `\u2068${by}\u2069`);
