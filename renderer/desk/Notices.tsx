import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskWords } from '../words/desk/words.ts';
import type { Notice } from '../words/notices/words.ts';
import { isForKnowing, noticesInOrder } from './needs.ts';

/** What a person should know of the kiosk itself. */
export function Notices(props: { readonly notices: readonly Notice[]; readonly words: DeskWords }): ReactNode {
  if (props.notices.length === 0) return null;
  return (
    <ul className="notices">
      {noticesInOrder(props.notices).map((notice) => {
        const { said, todo } = props.words.notices[notice];
        const Icon = isForKnowing(notice) ? Info : TriangleAlert;
        return (
          <li key={notice} className={isForKnowing(notice) ? 'quiet' : 'loud'}>
            <Icon aria-hidden="true" className="icon" />
            <p>
              <strong>{said}</strong>
              {props.words.between}
              {todo}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
