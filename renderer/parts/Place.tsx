import { Fragment, type ReactNode } from 'react';
import type { VisitShown } from '../../electron/contract/lobby.ts';
import { Name } from './Name.tsx';

type Where = Pick<VisitShown, 'building' | 'floor' | 'room'>;

/** The parts of a place that are known, the nearest first: room, floor, building. */
export const placeParts = (where: Where): string[] =>
  [where.room, where.floor, where.building].filter((part) => part !== undefined);

/** A place: what to look for on the door, and below it how to get near. */
export function Place(props: { readonly where: Where }): ReactNode {
  const [nearest, ...others] = placeParts(props.where);
  return (
    <>
      {nearest !== undefined && (
        <span className="nearest">
          <Name>{nearest}</Name>
        </span>
      )}
      {others.length > 0 && (
        <span className="around">
          {others.map((part, index) => (
            <Fragment key={part}>
              {index > 0 && ' · '}
              <Name>{part}</Name>
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}
