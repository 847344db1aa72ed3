import type { ReactNode } from 'react';
import type { HealthShown } from '../../../electron/contract/desk-kiosk.ts';
import { send } from '../../bridge.ts';
import type { HealthWords } from '../../words/health/words.ts';
import { isolated } from '../../words/names.ts';
import type { Speech } from '../speech.ts';
import { When } from '../When.tsx';
import { durationIn, sizeIn } from './sizes.ts';

/** Between the clocks nobody notices less than this (ms). */
const noticed = 1_000;

/** What keeps the kiosk running, as it was when it was looked at last. */
export function HowItIs({ health, speech }: { readonly health: HealthShown | undefined; readonly speech: Speech }): ReactNode {
  const said = speech.words.kiosk.health;
  return (
    <section className="kiosk-part" aria-labelledby="kiosk-health">
      <div className="head">
        <h2 id="kiosk-health">{said.title}</h2>
        {health && (
          <p>
            <When iso={health.at} speech={speech} />
          </p>
        )}
        <button type="button" onClick={() => send({ kind: 'lookAtKiosk' })}>
          {said.again}
        </button>
      </div>
      {health ? <Facts health={health} speech={speech} /> : <p className="nothing">{said.looking}</p>}
    </section>
  );
}

function Facts({ health, speech }: { readonly health: HealthShown; readonly speech: Speech }): ReactNode {
  const { words, number, dates } = speech;
  const said = words.kiosk.health;
  const { server, journal, disk, camera } = health;
  const { chain } = journal;
  const size = (bytes: number) => sizeIn(dates, bytes);
  const facts: (readonly [what: string, ...lines: string[]])[] = [
    [said.version, `${health.version} · ${health.platform} · ${said.host[health.host]}`, ...(health.isDemo ? [said.demo] : [])],
    [said.runs, said.runsFor(durationIn(dates, health.uptimeSeconds))],
    [said.server, serverLine(server) || said.noWord, ...(server.signedOut ? [said.signedOut] : [])],
    ...(server.skewMilliseconds === undefined ? [] : [[said.clock, clockLine(server.skewMilliseconds, said, dates)] as const]),
    ...(server.findings.length === 0
      ? []
      : [
          [
            said.odd,
            ...server.findings.map((one) => said.finding(said.findings[one.kind] ?? said.findings.other, number(one.count))),
          ] as const,
        ]),
    ...health.handOver.map(
      ({ to, sent, waiting, dead }) =>
        [said.handedOn(words.dead.to[to]), said.counts(number(sent), number(waiting), number(dead))] as const,
    ),
    ...(camera === undefined ? [] : [[said.camera, said.cameraState[camera] ?? said.cameraState.other] as const]),
    [
      said.journal,
      size(journal.bytes),
      chain === undefined
        ? said.chainLooked
        : chain.brokenAt === undefined
          ? said.chainWhole(chain.events, number(chain.events))
          : said.chainBroken(number(chain.brokenAt)),
    ],
    ...(disk ? [[said.disk, said.free(size(disk.freeBytes), size(disk.bytes))] as const] : []),
    ...(health.settingsNotes.length > 0
      ? [[said.settings, ...health.settingsNotes.map((note) => noteLine(note, said))] as const]
      : []),
  ];
  return (
    <>
      <dl className="kiosk-facts">
        {facts.map(([what, ...lines]) => (
          <div key={what}>
            <dt>{what}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
      <details className="kiosk-log">
        <summary>{said.log}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys (https://dequeuniversity.com/rules/axe/4.10/scrollable-region-focusable) */}
        <section className="kiosk-listing" tabIndex={0} aria-label={said.log}>
          <pre lang="en" dir="ltr">
            {health.log.join('\n')}
          </pre>
        </section>
      </details>
    </>
  );
}

const serverLine = ({ name, version, environment, clientName }: HealthShown['server']): string =>
  [name, version, environment, clientName]
    .filter((part) => part !== undefined)
    .map((part) => isolated(part))
    .join(' · ');

function clockLine(skew: number, said: HealthWords, dates: string): string {
  if (Math.abs(skew) < noticed) return said.inStep;
  const time = durationIn(dates, Math.abs(skew) / 1_000);
  return skew > 0 ? said.ahead(time) : said.behind(time);
}

const noteLine = (note: HealthShown['settingsNotes'][number], { notes }: HealthWords): string =>
  note.kind === 'leftOut' ? notes.leftOut[note.why](note.name) : notes[note.kind];
