import { Fragment, type ReactNode } from 'react';

/** The code of a door, to be typed there: wide tabular letters, never cut, six of them in two groups of three. */
export function DoorCode({ code }: { readonly code: string }): ReactNode {
  const groups = codeGroups(code);
  return (
    <span className={`door-code ${code.length > 10 ? 'long' : 'wide'}`} dir="ltr">
      {groups.map((group, index) => (
        <Fragment key={index === 0 ? 'first' : 'second'}>
          {index > 0 && ' '}
          <span>{group}</span>
        </Fragment>
      ))}
    </span>
  );
}

/** A code as it is read aloud: six letters or digits in two groups of three, any other as it is. */
export function codeGroups(code: string): readonly string[] {
  return /^[\p{L}\p{N}]{6}$/u.test(code) ? [code.slice(0, 3), code.slice(3)] : [code];
}
