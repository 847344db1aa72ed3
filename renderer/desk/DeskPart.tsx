import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Moment } from '../lobby/Moment.tsx';
import type { AnyDeskProps } from './Desk.tsx';

const nextTry = 2_000;

/** The desk, with its style and its words a part of their own: no lobby waits for them. A part that does not come is asked for again. */
export function DeskPart(props: AnyDeskProps): ReactNode {
  const [Desk, setDesk] = useState<ComponentType<AnyDeskProps>>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const load = () =>
      import('./Desk.tsx').then(
        (part) => isWanted && setDesk(() => part.Desk),
        () => {
          if (isWanted) timer = setTimeout(load, nextTry);
        },
      );
    void load();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, []);
  return Desk ? <Desk {...props} /> : <Moment />;
}
