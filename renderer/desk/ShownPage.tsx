import type { ReactNode } from 'react';
import type { DeskScreen } from '../../electron/contract/desk.ts';
import { Inside } from './Inside.tsx';
import { Kiosk } from './kiosk/Kiosk.tsx';
import { Needs } from './Needs.tsx';
import { Notices } from './Notices.tsx';
import { Prints } from './Prints.tsx';
import { StatusRow } from './StatusRow.tsx';
import type { Speech } from './speech.ts';
import { Today } from './today/Today.tsx';

/** What is looked at. */
export function ShownPage({ screen, speech }: { readonly screen: DeskScreen; readonly speech: Speech }): ReactNode {
  const { page, counts } = screen;
  switch (page.kind) {
    case 'today':
      return (
        <>
          <div className="first">
            <StatusRow screen={screen} speech={speech} />
            <Needs screen={screen} speech={speech} />
          </div>
          <Today page={page} speech={speech} />
        </>
      );
    case 'inside':
      return <Inside inside={page.inside} counts={counts} speech={speech} />;
    case 'prints':
      return <Prints prints={page.prints} picture={page.picture} speech={speech} />;
    case 'kiosk':
      return (
        <>
          <StatusRow screen={screen} speech={speech} />
          <Notices notices={screen.notices} words={speech.words} />
          <Kiosk page={page} speech={speech} />
        </>
      );
    default:
      return page satisfies never;
  }
}
