import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../electron/contract/failure.ts';
import type { Basis } from '../../electron/core/event.ts';
import type { Receiver } from '../../electron/core/outbox.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { type Connection, connect, passphraseOf } from '../../electron/journal/database.ts';
import { openJournal } from '../../electron/journal/open.ts';

export const key = 'c0ffee'.repeat(10).padEnd(64, '0');
/** The id of an installation. */
export const kiosk = 'foyer-test00';
/** Decided on the server's own word. */
export const basis: Basis = { from: 'server' };
export const at = '2026-11-22T09:30:00+08:00';

/** An invented visit; `more` wins over what it is made of. */
export const visitOf = (code: string, more: Partial<Visit> = {}): Visit => ({
  badgeId: `badge-${code}`,
  code,
  visitor: { name: 'Žofie Ångström-Castañeda', givenName: 'Žofie', familyName: 'Ångström-Castañeda', company: 'Canary & Söhne' },
  blocked: false,
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T12:00:00+08:00' },
  state: 'initial',
  host: 'Ottilie Beispiel',
  place: { buildingId: '7', building: [{ language: 'en', text: 'Harbour House' }] },
  ...more,
});

/** A folder of its own, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a success; a failure fails the test and shows its code. */
export function theValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The code of a failure, or 'ok'. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.code);

/** A journal in `folder`, closed after the test. */
export function journalIn(folder: string, pageLimit?: number, receivers: readonly Receiver[] = []): WholeJournal {
  const limit = pageLimit ? { pageLimit } : {};
  const journal = theValue(openJournal({ file: join(folder, 'journal.db'), key, kiosk, receivers, ...limit }));
  onTestFinished(() => journal.close());
  return journal;
}

/** A journal in `folder` whose events are handed on to a webhook. */
export const journalHandingOn = (folder: string): WholeJournal => journalIn(folder, undefined, ['webhook']);

/** A connection of the test's own to the journal in `folder`. */
export const connectTo = (folder: string): Connection => connect(join(folder, 'journal.db'), passphraseOf(Buffer.from(key, 'hex')));
