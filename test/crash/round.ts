import { brokenInvariants } from './invariants.ts';
import { waitingIn } from './journal.ts';
import type { Life } from './life.ts';
import { isKind, type Page } from './page.ts';
import type { Site } from './site.ts';

/** How long a process may take to end when it is asked to (milliseconds). */
const endPatience = 2_000;
/** How long what waits may take to be handed on to a receiver that is well (milliseconds). */
const drainPatience = 20_000;

/** What came of one round: what happened in a few words, and what was broken afterwards. */
export interface Round {
  readonly name: string;
  readonly what: string;
  readonly milliseconds: number;
  readonly broken: readonly string[];
}

/** Runs a round and times it; what it throws is broken as well. */
export async function timed(name: string, what: string, run: (broken: string[]) => Promise<string | undefined>): Promise<Round> {
  const begun = performance.now();
  const broken: string[] = [];
  const more = await run(broken).catch((error: unknown) => {
    broken.push(String(error));
    return undefined;
  });
  return { name, what: more ?? what, milliseconds: performance.now() - begun, broken };
}

/** The page of a process that has just started, which has to be at the welcome screen. */
export async function idlePage(life: Life, broken: string[]): Promise<Page | undefined> {
  const page = await life.page;
  if (!page) broken.push(life.hasEnded() ? `ended as it started: ${lastLine(life)}` : 'does not become ready');
  // Whatever was on the screen when the process before it died, nobody finds it there.
  else if (!isKind('welcome')(page.first)) broken.push(`begins at ${page.first.kind}`);
  return page;
}

/** Waits until nothing waits to be handed on any more; what still does is found afterwards. */
export async function drained(site: Site, life: Life): Promise<void> {
  const end = performance.now() + drainPatience;
  while (!life.hasEnded() && performance.now() < end && waitingIn(site.data) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks a process to end, and looks at what it leaves. `isOver`: nothing may wait to be handed on. */
export async function endInOrder(site: Site, life: Life, broken: string[], isOver = false): Promise<void> {
  const late = setTimeout(() => {
    broken.push(`still runs ${endPatience} ms after it was asked to end`);
    life.end('SIGKILL');
  }, endPatience);
  life.end('SIGTERM');
  const { code, signal } = await life.ended;
  clearTimeout(late);
  if (code !== 0) broken.push(`ended with ${code ?? signal} when it was asked to: ${lastLine(life)}`);
  broken.push(...(await brokenInvariants(site, isOver)));
}

/** What a process said last. */
export const lastLine = (life: Life): string => life.output().trim().split('\n').at(-1) ?? '';
