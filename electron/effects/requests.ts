import { randomUUID } from 'node:crypto';
import type { DeskRequest } from '../contract/desk.ts';

/** What the desk says to somebody who waits in the lobby. `by`: whose PIN opened the desk. */
export interface DeskAnswer {
  readonly letIn: boolean;
  readonly by?: string;
}

/** What visitors in the lobby wait for, until a person at a desk has seen to it. In memory alone: whoever waits stands there. */
export interface Requests {
  /** Puts a request before the desk. `waiting`: the session of the lobby that waits for a person's answer, and hears it at most once. */
  ask(request: Omit<DeskRequest, 'id'>, waiting?: { readonly session: number; readonly hear: (answer: DeskAnswer) => void }): void;
  /** Whoever waited in this session does not any more. */
  withdraw(session: number): void;
  answer(id: string, answer: DeskAnswer): void;
  list(): readonly DeskRequest[];
  /** Calls back with each change; the answer ends it. */
  watch(listener: () => void): () => void;
}

const most = 20;

type Kept = DeskRequest & { readonly waiting?: Parameters<Requests['ask']>[1] };

/** So many are kept: the oldest wish goes, which is in the journal too, and only then whoever has asked for a person. */
function fitting(all: readonly Kept[]): readonly Kept[] {
  if (all.length <= most) return all;
  const gone = all.find(({ kind }) => kind === 'wish') ?? all[0];
  return all.filter((one) => one !== gone);
}

/** Nothing is asked yet. */
export function createRequests(): Requests {
  const listeners = new Set<() => void>();
  let open: readonly Kept[] = [];
  const change = (next: typeof open) => {
    open = next;
    for (const listener of listeners) listener();
  };
  return {
    ask: (request, waiting) => change(fitting([...open, { ...request, id: randomUUID(), waiting }])),
    withdraw: (session) => {
      if (open.some(({ waiting }) => waiting?.session === session))
        change(open.filter(({ waiting }) => waiting?.session !== session));
    },
    answer: (id, answer) => {
      const request = open.find((one) => one.id === id);
      if (!request) return;
      change(open.filter((one) => one !== request));
      request.waiting?.hear(answer);
    },
    list: () => open.map(({ waiting: _, ...request }) => request),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
