import type { ReactNode } from 'react';
import type { DeskProps } from './Desk.tsx';
import { Figures } from './figures/Figures.tsx';
import { Kiosk } from './kiosk/Kiosk.tsx';
import { Muster } from './muster/Muster.tsx';
import { Needs } from './Needs.tsx';
import { Notices } from './Notices.tsx';
import { Prints } from './Prints.tsx';
import { StatusRow } from './StatusRow.tsx';
import type { Speech } from './speech.ts';
import { Today } from './today/Today.tsx';

/** What is looked at. */
export function ShownPage({ screen, language, site, speech }: DeskProps & { readonly speech: Speech }): ReactNode {
  const { page } = screen;
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
      return <Muster screen={screen} page={page} language={language} site={site} speech={speech} />;
    case 'prints':
      return <Prints prints={page.prints} picture={page.picture} speech={speech} />;
    case 'figures':
      return <Figures page={page} speech={speech} />;
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
