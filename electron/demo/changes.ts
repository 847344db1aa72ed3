import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { subscriptionSchema } from '../bookings/schemas/subscription.ts';

/** What can be subscribed to. */
export type ChangeKind = 'booking' | 'playerContent' | 'accessKey';

/** What has changed since the server started, and who wants to be told. */
export interface Changes {
  /** How often something of a resource has changed. */
  revision(kind: ChangeKind, resourceId: number): number;
  /** Remembers until its expiry who wants to be told; answers the id of the subscription. The same wish again renews it. */
  subscribe(kind: ChangeKind, wish: z.output<typeof subscriptionSchema>, at: Date): string;
  /** Changes something of a resource, and tells. */
  change(kind: ChangeKind, resourceId: number, at: Date): Promise<void>;
  /** Tells the subscribers of resources; settles when each has answered, failed, or not answered in time. */
  tell(kind: ChangeKind, resourceIds: readonly number[], at: Date): Promise<void>;
  /** Ends running callbacks. */
  close(): void;
}

interface Subscription {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
  readonly callbackUrl: string;
  readonly expires: number;
}

/** Milliseconds in which a subscriber has to answer. */
const patience = 5_000;

/** Nothing changed, nobody subscribed. */
export function createChanges(): Changes {
  const revisions = new Map<string, number>();
  const subscriptions = new Map<string, Subscription>();
  const closing = new AbortController();
  const keyOf = (kind: ChangeKind, resourceId: number) => `${kind} ${resourceId}`;
  const revision = (kind: ChangeKind, resourceId: number) => revisions.get(keyOf(kind, resourceId)) ?? 0;
  async function tell(kind: ChangeKind, resourceIds: readonly number[], at: Date): Promise<void> {
    const told: Promise<void>[] = [];
    for (const [wish, subscription] of subscriptions) {
      const ids = resourceIds.map(String).filter((id) => subscription.ids.includes(id));
      if (subscription.expires <= at.getTime()) subscriptions.delete(wish);
      else if (subscription.kind === kind && ids.length > 0) told.push(callBack(subscription, ids, closing.signal));
    }
    await Promise.all(told);
  }
  return {
    revision,
    subscribe(kind, { ids, callbackUrl, expireTime }, at) {
      const wish = `${kind} ${ids} ${callbackUrl}`;
      const id = subscriptions.get(wish)?.id ?? randomUUID();
      const list = ids.split(',').map((item) => item.trim());
      subscriptions.set(wish, { id, kind, ids: list, callbackUrl, expires: at.getTime() + expireTime * 60_000 });
      return id;
    },
    change(kind, resourceId, at) {
      revisions.set(keyOf(kind, resourceId), revision(kind, resourceId) + 1);
      return tell(kind, [resourceId], at);
    },
    tell,
    close: () => closing.abort(),
  };
}

/** Nothing of a callback's shape is on the vendor's page. A subscriber that is away misses it. */
async function callBack({ id, kind, callbackUrl }: Subscription, ids: readonly string[], closing: AbortSignal): Promise<void> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(patience)]);
  const body = JSON.stringify({ subscriptionId: id, kind, ids: ids.join(',') });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(callbackUrl, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(() => undefined);
  await answer?.body?.cancel().catch(() => undefined);
}

const privateAddress = /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|127(\.\d+){3}|localhost|\[::1\])$/;

/** May the demo call an address? This machine and private networks only: a demo posts nothing to the world. */
export function mayBeCalled(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && privateAddress.test(hostname);
}
