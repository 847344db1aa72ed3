import type { ReactNode } from 'react';
import type { Busy, Told } from '../../../electron/contract/desk-kiosk.ts';
import { send } from '../../bridge.ts';
import type { KioskWords } from '../../words/kiosk/words.ts';
import { Written } from './Written.tsx';

/** Writes what support may see, and says where it lies. */
export function SupportReport(props: {
  readonly busy: readonly Busy[];
  readonly told: Told | undefined;
  readonly words: KioskWords;
}): ReactNode {
  const { busy, told, words } = props;
  const said = words.report;
  const isBusy = busy.includes('writeReport');
  return (
    <section className="kiosk-part" aria-labelledby="kiosk-report">
      <h2 id="kiosk-report">{said.title}</h2>
      <p>{said.more}</p>
      <p className="kiosk-acts">
        <button type="button" aria-disabled={isBusy} onClick={() => isBusy || send({ kind: 'writeReport' })}>
          {isBusy ? words.busy.writeReport : said.write}
        </button>
      </p>
      <Written of="report" told={told} words={words.file} />
    </section>
  );
}
