import { CircleCheck, CircleDashed, Clock, ClockAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskScreen, Freshness } from '../../electron/contract/desk.ts';
import type { Tone } from '../parts/Stage.tsx';
import { Cause } from './Cause.tsx';
import { Status } from './Status.tsx';
import type { Speech } from './speech.ts';
import { When } from './When.tsx';

const looks: Readonly<Record<Freshness, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  fresh: { icon: CircleCheck, tone: 'good' },
  amber: { icon: Clock, tone: 'wait' },
  red: { icon: ClockAlert, tone: 'stop' },
  none: { icon: CircleDashed, tone: 'stop' },
};

/** How many badges the kiosk knows of, how old that is, and how the next download goes. */
export function RosterStatus(props: {
  readonly roster: DeskScreen['roster'];
  readonly server: DeskScreen['server'];
  readonly speech: Speech;
}): ReactNode {
  const { roster, server, speech } = props;
  const { freshness, badges, at, downloading, failure } = roster;
  const words = speech.words.roster;
  // Said once: the server's state has told what is wrong with it.
  const isSaid = server.state === 'offline' && server.cause === failure;
  return (
    <Status title={words.title} {...looks[freshness]} state={words.state[freshness]}>
      {at !== undefined && (
        <p>
          {words.badges(badges, speech.number(badges))} · <When iso={at} speech={speech} say={words.from} />
        </p>
      )}
      {freshness !== 'fresh' && <p>{words.more[freshness]}</p>}
      {downloading !== undefined && <p className="downloading">{words.downloading(downloading, speech.number(downloading))}</p>}
      {failure !== undefined && !isSaid && (
        <>
          <p>{words.failed}</p>
          <Cause code={failure} speech={speech} />
        </>
      )}
    </Status>
  );
}
