import { CircleCheck, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import { Cause } from './Cause.tsx';
import { Status } from './Status.tsx';
import type { Speech } from './speech.ts';

/** Whether the server is there; else since when and why, what to do, and what visitors can do meanwhile. */
export function ServerStatus(props: {
  readonly server: DeskScreen['server'];
  readonly hasRoster: boolean;
  readonly speech: Speech;
}): ReactNode {
  const { server, hasRoster, speech } = props;
  const words = speech.words.server;
  if (server.state === 'online')
    return (
      <Status title={words.title} icon={CircleCheck} tone="good" state={words.online}>
        <p>{words.onlineMore}</p>
      </Status>
    );
  return (
    <Status title={words.title} icon={CloudOff} tone={hasRoster ? 'wait' : 'stop'} state={words.offline}>
      <p>
        {words.since(speech.exact(server.since))} · {speech.ago(server.since)}
      </p>
      <p>{hasRoster ? words.canCheckIn : words.askReception}</p>
      <Cause code={server.cause} speech={speech} />
    </Status>
  );
}
