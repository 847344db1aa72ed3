import type { DeskScreen } from '../contract/desk.ts';
import type { Result } from '../contract/failure.ts';
import type { Log } from '../log/log.ts';

/** What staff should know of the kiosk, as it begins or ceases to be so. */
export interface Noticed {
  readonly notices: Partial<Record<DeskScreen['notices'][number], boolean>>;
}

/** What the journal answers to whoever has nobody to tell a failure to. Each answers undefined where there is a failure. */
export interface Answers {
  /** Of what is read. */
  read<T>(result: Result<T>): T | undefined;
  /** Of what is written: staff are told when it could not be, and when it can be again. */
  written<T>(result: Result<T>): T | undefined;
}

/** Hears answers; a failure is logged once until something could be written again. */
export function hearAnswers({ log, tell }: { log: Log; tell: (news: Noticed) => void }): Answers {
  const said = new Set<string>();
  let isKept = true;

  function read<T>(result: Result<T>): T | undefined {
    if (result.ok) return result.value;
    const { code, operation } = result.failure;
    if (!said.has(`${code} ${operation}`)) log.log('notKept', { failure: code, operation });
    said.add(`${code} ${operation}`);
    return undefined;
  }

  return {
    read,
    written: (result) => {
      // Nothing is wrong with the journal then: it was asked for what makes no sense.
      if (!result.ok && result.failure.code === 'bug') return read(result);
      if (result.ok !== isKept) tell({ notices: { notKept: !result.ok } });
      isKept = result.ok;
      if (result.ok) said.clear();
      return read(result);
    },
  };
}
