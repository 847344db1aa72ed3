import { expect, it, vi } from 'vitest';
import type { deskIntents } from '../electron/contract/desk.ts';
import type { Result } from '../electron/contract/failure.ts';
import type { Intent } from '../electron/contract/intent.ts';
import type { Actor, EventKind } from '../electron/core/event.ts';
import type { WholeJournal } from '../electron/core/ports.ts';
import type { Visit } from '../electron/core/visit.ts';
import { exampleVisit } from './core/example.ts';
import { settled } from './effects/parts.ts';
import { clara, givePin, knock, openScreens, screenOf, wish } from './screens.ts';

/**
 * Which wishes of a desk are recorded in the journal as an event. The compiler asks for each new one. The others look, or print what is of nobody; what an
 * administrator does has its test beside the page of the kiosk, and what is taken out beside the page of the figures.
 */
const isRecorded: Readonly<Record<(typeof deskIntents)[number]['shape']['kind']['value'], boolean>> = {
  ...{ decide: true, confirmLeft: true, answer: true, printAgain: true, handedOver: true },
  ...{ visitIn: true, visitOut: true, groupIn: true, walkIn: true, correct: true, note: true },
  ...{ musterBegin: true, musterTick: true, musterEnd: true, outOfOrder: true },
  ...{ sendAgain: true, rollChanged: true },
  ...{ page: false, list: false, visit: false, findHost: false, picture: false, musterReport: false, export: false },
  ...{ lookAtKiosk: false, writeReport: false },
  ...{ adminPin: false, adminLeave: false, setPin: false, removePin: false, restart: false, testBadge: false, previewBadge: false },
  ...{ changeSettings: false, exportSettings: false, importSettings: false, importText: false, checkConnection: false },
};

const at = '2026-11-23T10:00:00.000+08:00';
const guest = (badgeId: string, change: Partial<Visit> = {}): Visit => ({
  ...exampleVisit,
  badgeId,
  code: `CODE${badgeId}`,
  visitor: { name: `Guest ${badgeId}`, company: `Company ${badgeId}` },
  period: { from: '2026-11-23T09:00:00+08:00', to: '2026-11-23T18:00:00+08:00' },
  ...change,
});

interface Recorded {
  readonly kind: EventKind;
  readonly actor: Actor;
  readonly detail: { readonly by?: string } | null;
}

/** Every event of a journal, in their order, by the letters of it. */
function eventsOf(journal: WholeJournal): Recorded[] {
  const events: { sequence: number; event: Recorded }[] = [];
  for (;;) {
    const letters = value(journal.waiting({ receiver: 'webhook', most: 100 }));
    if (letters.length === 0) return events.toSorted((a, b) => a.sequence - b.sequence).map(({ event }) => event);
    for (const { eventId, sequence, body } of letters) {
      events.push({ sequence, event: JSON.parse(body) as Recorded });
      value(journal.tried({ receiver: 'webhook', eventId, outcome: 'sent', at }));
    }
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

it('whatever is recorded at a desk of its own window has the name of whoever’s PIN opened it', async () => {
  const parts = openScreens({ FOYER_DESK: '1', FOYER_WALK_IN: '1' }, { receivers: ['webhook'] });
  const { screens, journal, data } = parts;
  const { first: lobby, desk } = screens;
  if (!desk) throw new Error('no desk');
  await givePin(data);
  wish(desk, { kind: 'leave' });
  for (const id of ['1', '2', '3', '4', '5', '6'])
    value(journal.checkIn({ visitId: `v${id}`, visit: guest(id), at, basis: { from: 'server' }, printId: `p${id}` }));
  value(journal.closeAutomatically({ visitIds: ['v1'], at }));
  for (const id of ['2', '3']) {
    value(journal.print({ printId: `p${id}`, state: 'sending', at, printer: 'front' }));
    value(journal.print({ printId: `p${id}`, state: 'unknown', at }));
  }
  value(journal.differ({ visitId: 'v4', kind: 'goneThere', there: { kind: 'gone' }, at }));
  value(
    journal.differ({
      ...{ visitId: 'v5', kind: 'earlierThere', at },
      there: { kind: 'badge', state: 'visiting', checkedInAt: '2026-11-23T09:30:00.000+08:00' },
    }),
  );
  // One letter was refused, so that there is something to send again.
  for (const { eventId } of value(journal.waiting({ receiver: 'webhook', most: 1 })))
    value(journal.tried({ receiver: 'webhook', eventId, outcome: 'dead', at, failure: { code: 'handOver.refused' } }));
  const before = eventsOf(journal);
  expect(before.filter(({ actor }) => actor === 'staff')).toEqual([]);
  expect(await knock(desk)).toMatchObject({ kind: 'desk', staff: clara.name });
  const group = { appointmentId: '9' };
  parts.expect([guest('7'), guest('8', group), guest('9', group)]);
  const done = new Set<Intent['kind']>();
  const act = (intent: Intent) => {
    wish(desk, intent);
    done.add(intent.kind);
  };
  const shown = () => {
    const screen = screenOf(desk);
    if (screen.kind !== 'desk') throw new Error('no desk');
    return screen;
  };
  act({ kind: 'confirmLeft', visit: 'v1' });
  act({ kind: 'handedOver', print: 'p2' });
  act({ kind: 'printAgain', print: 'p3' });
  for (const { id } of shown().differences) act({ kind: 'decide', difference: id, decision: 'theirs' });
  act({ kind: 'visitIn', badge: '7' });
  act({ kind: 'visitOut', badge: '7' });
  act({ kind: 'groupIn', badge: '8' });
  act({ kind: 'walkIn', name: 'Wanda Walker', hasAccepted: true });
  act({ kind: 'note', visit: 'v6', text: 'left an umbrella' });
  act({ kind: 'correct', visit: 'v6', what: 'cameAt', time: '2026-11-23T09:45:00+08:00', reason: 'waited at the gate' });
  wish(desk, { kind: 'page', page: 'inside' });
  act({ kind: 'musterBegin' });
  act({ kind: 'musterTick', visit: 'v6', found: true });
  act({ kind: 'musterEnd' });
  wish(desk, { kind: 'page', page: 'kiosk' });
  act({ kind: 'outOfOrder', isOut: true });
  act({ kind: 'rollChanged', printer: 'front' });
  act({ kind: 'sendAgain' });
  wish(lobby, { kind: 'begin', purpose: 'checkIn' });
  wish(lobby, { kind: 'noCode' });
  wish(lobby, { kind: 'details', name: 'Otto Ohnecode', hasAccepted: true });
  await settled();
  act({ kind: 'answer', request: shown().requests[0]?.id ?? '', letIn: true });
  await vi.waitFor(() => expect(screenOf(lobby).kind).toBe('checkedIn'));

  const recorded = Object.entries(isRecorded).flatMap(([kind, is]) => (is ? [kind] : []));
  expect([...done].toSorted()).toEqual(recorded.toSorted());
  const told = eventsOf(journal)
    .filter(({ actor }) => actor === 'staff')
    .map(({ kind, detail }) => [kind, detail?.by]);
  const of = (kind: EventKind, times = 1) => Array.from({ length: times }, () => [kind, clara.name]);
  expect(told.toSorted()).toEqual(
    [
      ...of('leftConfirmed'),
      ...of('badgeHandedOver'),
      ...of('badgeVoided'),
      ...of('decided', 2),
      // The one in Bookings ONE's favour that says so, and the one who went out.
      ...of('checkedOut', 2),
      ...of('corrected', 2),
      // One, a group of two, and two whom Bookings ONE does not know.
      ...of('checkedIn', 5),
      ...of('noted'),
      ...of('musterBegun'),
      ...of('musterTicked'),
      ...of('musterEnded'),
      // The switch, the roll, and the letters.
      ...of('operated', 3),
    ].toSorted(),
  );
  await screens.stop();
});
