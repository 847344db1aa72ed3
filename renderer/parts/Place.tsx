import { Fragment, type ReactNode } from 'react';
import type { VisitShown } from '../../electron/contract/screen.ts';
import { Name } from './Name.tsx';

type Where = Pick<VisitShown, 'building' | 'floor' | 'room'>;

/** The parts of a place that are known, the nearest first: room, floor, building. */
export const placeParts = (where: Where): string[] =>
  [where.room, where.floor, where.building].filter((part) => part !== undefined);

/** A place in one line. */
export function Place(props: { readonly where: Where }): ReactNode {
  return placeParts(props.where).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <span className="dot"> · </span>}
      <Name>{part}</Name>
    </Fragment>
  ));
}
