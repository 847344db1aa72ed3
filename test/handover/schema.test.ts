import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventKinds } from '../../electron/core/event.ts';
import type { Operation } from '../../electron/core/operation.ts';
import type { WholeJournal } from '../../electron/core/ports.ts';
import { validatorOf } from '../bookings/contract/validator.ts';
import { basis, journalHandingOn, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { eventBody, eventSchema } from './event-body.ts';
import { arrive, leave } from './site.ts';

const written = JSON.parse(readFileSync(new URL('../../docs/event.schema.json', import.meta.url), 'utf8')) as object;

/** Other people's reading of a schema (ajv, in openapi-backend): what is wrong with a body. */
const validator = validatorOf({
  openapi: '3.1.0',
  info: { title: 'A receiver', version: '1' },
  paths: {
    '/in': {
      post: {
        operationId: 'receive',
        requestBody: { content: { 'application/json': { schema: written } } },
        responses: { 204: { description: 'taken' } },
      },
    },
  },
});
const faultsOf = (body: string): string[] =>
  validator.request({ method: 'post', target: '/in', headers: { 'content-type': 'application/json' }, body }).faults;

const at = '2026-11-22T12:00:00.000+08:00';

/** A day on which everything happens that can. */
function everything(journal: WholeJournal): void {
  theValue(journal.noteReplaced(at));
  arrive(journal, 'visit-1');
  leave(journal, 'visit-1');
  const name = [{ language: 'en', text: 'Tea' }];
  const bare = { ...visitOf('BARE01'), place: {} };
  const { company: _, ...visitor } = bare.visitor;
  const { host: __, ...lonely } = { ...bare, visitor };
  const roster = { from: 'roster', ageMs: 61_000 } as const;
  theValue(journal.checkIn({ visitId: 'visit-2', visit: lonely, at, basis: roster, printId: 'p-2', wanted: [{ id: '9', name }] }));
  for (const state of ['sending', 'confirmed'] as const) theValue(journal.print({ printId: 'p-2', state, at }));
  theValue(journal.printAgain({ printId: 'p-2', reprintId: 'p-3', at }));
  for (const state of ['sending', 'sent'] as const) theValue(journal.print({ printId: 'p-3', state, at, printer: 'front' }));
  theValue(journal.handedOver({ printId: 'p-3', at }));
  theValue(journal.closeAutomatically({ visitIds: ['visit-2'], at }));
  theValue(journal.confirmLeft({ visitId: 'visit-2', at }));
  theValue(journal.checkIn({ visitId: 'visit-3', visit: visitOf('EARLY3'), at, basis }));
  theValue(journal.checkIn({ visitId: 'visit-4', visit: visitOf('GONE04'), at, basis: { from: 'journal' } }));
  const earlier = { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-22T08:59:00+08:00' } as const;
  theValue(journal.differ({ visitId: 'visit-3', kind: 'earlierThere', there: earlier, at }));
  theValue(journal.differ({ visitId: 'visit-4', kind: 'goneThere', there: { kind: 'gone' }, at }));
  const [first, second] = theValue(journal.differences());
  theValue(journal.decide({ differenceId: first?.id ?? '', decision: 'theirs', at }));
  theValue(journal.decide({ differenceId: second?.id ?? '', decision: 'note', note: 'Seen at the café', by: 'Ruth', at }));
  atTheDesk(journal);
}

/** What staff do: each with a name, and once without one. */
const operations: readonly Operation[] = [
  ...([{ what: 'outOfOrder' }, { what: 'backInService' }, { what: 'restarted' }] as const),
  ...([{ what: 'settingsImported' }, { what: 'settingsExported' }] as const),
  { what: 'settingsChanged', settings: ['FOYER_BUILDING'] },
  ...([
    { what: 'pinSet', person: 'Noa' },
    { what: 'pinRemoved', person: 'Noa' },
  ] as const),
  { what: 'exported', as: 'xlsx', from: '2026-11-21', to: '2026-11-22' },
  { what: 'rollChanged', printer: 'front' },
  ...([
    { what: 'sentAgain', receivers: ['webhook'] },
    { what: 'sentAgain', receivers: ['hosts'], event: 'e1' },
  ] as const),
];

function atTheDesk(journal: WholeJournal): void {
  const walkIn = { ...visitOf('WALKIN'), badgeId: 'W-1', walkIn: { purpose: 'Delivery', termsAt: at } };
  const entry = { visitId: 'visit-5', visit: walkIn, at, basis: { from: 'journal' } as const, actor: 'staff' as const };
  for (const by of ['Ruth', undefined]) {
    const whom = by === undefined ? {} : { by };
    const visitId = by === undefined ? 'visit-6' : 'visit-5';
    const visit = { ...walkIn, badgeId: `W-${visitId}`, walkIn: by === undefined ? {} : walkIn.walkIn };
    theValue(journal.checkIn({ ...entry, visitId, visit, ...whom }));
    theValue(
      journal.correct({ visitId, correction: { what: 'cameAt', time: '2026-11-22T11:30:00+08:00' }, reason: 'Slow', ...whom, at }),
    );
    theValue(journal.checkOut({ ...entry, visitId, visit, ...whom }));
    theValue(
      journal.correct({ visitId, correction: { what: 'leftAt', time: '2026-11-22T11:40:00+08:00' }, reason: 'Late', ...whom, at }),
    );
    theValue(journal.correct({ visitId, correction: { what: 'notOut' }, reason: 'The wrong one', ...whom, at }));
    theValue(journal.note({ visitId, text: 'Waits in the café', ...whom, at }));
    for (const operation of operations) theValue(journal.noteOperation({ operation, ...whom, at }));
    theValue(journal.beginMuster({ musterId: `muster ${visitId}`, ...whom, at }));
    theValue(journal.tick({ musterId: `muster ${visitId}`, visitId, isFound: true, ...whom, at }));
    theValue(journal.endMuster({ musterId: `muster ${visitId}`, ...whom, at }));
    theValue(journal.correct({ visitId, correction: { what: 'notIn' }, reason: 'A test', ...whom, at }));
  }
}

/** The bodies of all letters in a journal, in order. */
function bodiesOf(journal: WholeJournal): string[] {
  const bodies: string[] = [];
  for (;;) {
    const [letter] = theValue(journal.waiting({ receiver: 'webhook', most: 1 }));
    if (!letter) return bodies;
    bodies.push(letter.body);
    theValue(journal.tried({ receiver: 'webhook', eventId: letter.eventId, outcome: 'sent', at }));
  }
}

describe('docs/event.schema.json', () => {
  it('is the schema of the tests', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(eventSchema())));
  });

  it('describes every field of every kind of event that is really handed on', () => {
    const journal = journalHandingOn(temporaryFolder());
    everything(journal);
    const bodies = bodiesOf(journal);
    const kinds = bodies.map((body) => (JSON.parse(body) as { kind: string }).kind);
    expect([...new Set(kinds)].toSorted()).toEqual([...eventKinds].toSorted());
    for (const body of bodies) {
      expect(faultsOf(body), body).toEqual([]);
      // What the schema does not know would be left out.
      expect(eventBody.parse(JSON.parse(body))).toEqual(JSON.parse(body));
    }
  });

  it('refuses what is no event', () => {
    const journal = journalHandingOn(temporaryFolder());
    arrive(journal, 'visit-1');
    const [body = ''] = bodiesOf(journal);
    const event = JSON.parse(body) as Record<string, unknown>;
    const wrong = [
      { ...event, version: 2 },
      { ...event, kind: 'walkedIn' },
      { ...event, sequence: 0 },
      { ...event, at: 'yesterday' },
      { ...event, hash: 'f00' },
      { ...event, detail: { wished: true } },
      { ...event, visit: { id: 'visit-1' } },
      ...Object.keys(event).map((key) => ({ ...event, [key]: undefined })),
    ];
    for (const each of wrong) {
      expect(faultsOf(JSON.stringify(each)), JSON.stringify(each)).not.toEqual([]);
      expect(eventBody.safeParse(JSON.parse(JSON.stringify(each))).success).toBe(false);
    }
    // Fields may be added within a version.
    expect(faultsOf(JSON.stringify({ ...event, newer: 1 }))).toEqual([]);
  });

  it('IPC-5 the registration code is in no letter: it opens the kiosk', () => {
    const journal = journalHandingOn(temporaryFolder());
    everything(journal);
    for (const body of bodiesOf(journal)) expect(body).not.toMatch(/(?<!badge-)(?:BARE01|EARLY3|GONE04)|C00001/);
  });
});
