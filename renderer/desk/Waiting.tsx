import { Ban, ConciergeBell, HandPlatter, UserPlus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { DeskRequest } from '../../electron/contract/desk.ts';
import { Act } from './Act.tsx';
import { List } from './List.tsx';
import { requestRow } from './needs.ts';
import type { Speech } from './speech.ts';
import { When } from './When.tsx';

const icons = { help: ConciergeBell, walkIn: UserPlus, blocked: Ban, wish: HandPlatter } as const;

/** Who waits in the lobby for a person: a yes or no, or only to be seen to. */
export function Waiting(props: { readonly requests: readonly DeskRequest[]; readonly speech: Speech }): ReactNode {
  const { requests, speech } = props;
  const { length } = requests;
  return (
    <List title={speech.words.requests.title} more="" count={length} listed={length} order="oldest" speech={speech}>
      <ul className="lobby-requests">
        {requests.map((request) => (
          <Row key={request.id} request={request} speech={speech} />
        ))}
      </ul>
    </List>
  );
}

function Row({ request, speech }: { readonly request: DeskRequest; readonly speech: Speech }): ReactNode {
  const { id: asked, kind, at, company, host, purpose } = request;
  const { words } = speech;
  const said = words.requests;
  const id = useId();
  const Icon = icons[kind];
  // What somebody wishes for ends the sentence that begins with it.
  const visiting = host !== undefined && said.visits(host);
  const besides = (kind === 'wish' ? [purpose, company, visiting] : [company, visiting, purpose]).filter(Boolean).join(' · ');
  return (
    <li data-row={requestRow(asked)} tabIndex={-1}>
      <Icon aria-hidden="true" className={kind === 'blocked' ? 'icon stop' : 'icon wait'} />
      <p id={id}>
        <strong dir="auto">{sentenceOf(request, speech)}</strong>
        {besides !== '' && <span dir="auto"> {besides}</span>}
        {besides === '' ? ' ' : ' · '}
        <When iso={at} speech={speech} />
      </p>
      <div className="acts">
        {kind === 'walkIn' && (
          <Act intent={{ kind: 'answer', request: asked, letIn: true }} words={words.needs} about={id}>
            {said.letIn}
          </Act>
        )}
        <Act intent={{ kind: 'answer', request: asked, letIn: false }} words={words.needs} about={id}>
          {kind === 'walkIn' ? said.notNow : said.seen}
        </Act>
      </div>
    </li>
  );
}

function sentenceOf({ kind, name = '' }: DeskRequest, { words }: Speech): string {
  const said = words.requests;
  return kind === 'help' ? said.help : said[kind](name);
}
