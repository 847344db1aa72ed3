import type { ReactNode } from 'react';
import type { Busy, Told } from '../../../electron/contract/desk-kiosk.ts';
import { send } from '../../bridge.ts';
import { Cause } from '../Cause.tsx';
import type { Speech } from '../speech.ts';

/** A badge for nobody, and the connection report. */
export function Tests(props: {
  readonly busy: readonly Busy[];
  readonly told: Told | undefined;
  readonly speech: Speech;
}): ReactNode {
  const { busy, told, speech } = props;
  const { tests: said, busy: waits } = speech.words.kiosk;
  const act = (kind: 'testBadge' | 'checkConnection', label: string) => (
    <p className="kiosk-acts">
      <button type="button" aria-disabled={busy.includes(kind)} onClick={() => busy.includes(kind) || send({ kind })}>
        {busy.includes(kind) ? waits[kind] : label}
      </button>
    </p>
  );
  return (
    <section className="kiosk-tests" aria-labelledby="kiosk-tests">
      <h2 id="kiosk-tests">{said.title}</h2>
      <p>{said.badgeMore}</p>
      <p className="kiosk-acts">
        <button type="button" onClick={() => send({ kind: 'previewBadge' })}>
          {said.look}
        </button>
      </p>
      <div role="status" className="kiosk-told">
        {told?.of === 'previewBadge' && (
          <>
            {told.failure !== undefined && <p>{said.notDrawn}</p>}
            {told.failure !== undefined && <Cause code={told.failure} speech={speech} />}
            {told.picture !== undefined && <img src={told.picture} alt={said.looked} draggable={false} />}
          </>
        )}
      </div>
      {act('testBadge', said.badge)}
      <div role="status" className="kiosk-told">
        {told?.of === 'testBadge' && (
          <>
            <p>
              {said.state[told.state]} {told.printer !== undefined && <bdi>{told.printer}</bdi>}
            </p>
            {told.failure !== undefined && <Cause code={told.failure} speech={speech} />}
            {told.picture !== undefined && <img src={told.picture} alt={said.picture} draggable={false} />}
          </>
        )}
      </div>
      <p>
        {said.checkMore} <code dir="ltr">npm start -- --check</code>
      </p>
      {act('checkConnection', said.check)}
      <div role="status" className="kiosk-told">
        {told?.of === 'check' && (
          <p>
            <strong>{told.works ? said.works : told.text === undefined ? said.noToken : said.worksNot}</strong>
          </p>
        )}
      </div>
      {told?.of === 'check' && told.text !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys (https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable)
        <section className="kiosk-listing" tabIndex={0} aria-label={said.check}>
          <pre lang="en" dir="ltr">
            {told.text}
          </pre>
        </section>
      )}
    </section>
  );
}
