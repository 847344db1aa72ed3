import type { WalkInDetails } from '../contract/walk-in.ts';
import type { Effect, LobbyEvent } from '../core/scene.ts';
import { cleanText } from '../core/text.ts';
import { hearAnswers } from './answers.ts';
import type { EffectParts } from './effect.ts';
import type { DeskAnswer } from './requests.ts';
import { newWalkIn } from './walk-in.ts';

type Asking = Extract<Effect, { type: 'askDesk' | 'withdraw' | 'callStaff' | 'tellBlocked' }>;

/** Puts before the desk what the lobby asks of it. */
export function runRequest(effect: Asking, parts: EffectParts, send: (event: LobbyEvent) => void): void {
  const { requests, clock } = parts;
  const { session } = effect;
  if (!requests) {
    if (effect.type === 'askDesk') send({ type: 'answered', session });
    return;
  }
  const at = clock.wall();
  switch (effect.type) {
    case 'callStaff':
      if (!requests.list().some(({ kind }) => kind === 'help')) requests.ask({ kind: 'help', at });
      return;
    case 'tellBlocked': {
      const { visitor, host } = effect.visit;
      requests.ask({
        ...{ kind: 'blocked', at, name: visitor.name },
        ...(host && { host }),
        ...(visitor.company && { company: visitor.company }),
      });
      return;
    }
    case 'askDesk': {
      const hear = ({ letIn, by }: DeskAnswer) => {
        const answers = hearAnswers({ log: parts.log, tell: () => {} });
        const visit = letIn
          ? newWalkIn(effect.details, undefined, { journal: parts.journal, answers, at: clock.wall() })
          : undefined;
        send({ type: 'answered', session, ...(visit && { visit }), ...(by !== undefined && { by }) });
      };
      requests.ask({ kind: 'walkIn', at, ...shownOf(effect.details) }, { session, hear });
      return;
    }
    case 'withdraw':
      requests.withdraw(session);
  }
}

/** What a visitor has written is shown to staff as one line each. */
function shownOf({ name, company, host, purpose }: WalkInDetails) {
  const texts = Object.entries({ name, company, host, purpose }).map(([key, text]) => [key, cleanText(text ?? '')] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== '')) as {
    name?: string;
    company?: string;
    host?: string;
    purpose?: string;
  };
}
