import { describe, expect, it } from 'vitest';
import { snapshotSchema } from '../../electron/contract/snapshot.ts';
import { firstState } from '../../electron/core/lobby.ts';
import { project } from '../../electron/core/projection.ts';
import { type Extras, type LobbyState, noExtras, type Scene } from '../../electron/core/scene.ts';
import { exampleNow, exampleVisit } from './example.ts';

const at = (scene: Scene, change: Partial<LobbyState> = {}) => project({ ...firstState, ...change, scene });
/** A door code that must not be shown before the check-in is recorded, nor where it is for the badge alone. */
const basis = { from: 'server' } as const;
const extras: Extras = {
  offered: [{ id: '1', name: [{ language: 'en', text: 'Coffee' }] }],
  wanted: ['1'],
  doorCode: '481516',
};
const refused = (refusal: Extract<Scene, { kind: 'refused' }>['refusal']): Scene => ({
  kind: 'refused',
  purpose: 'checkIn',
  entry: 'scan',
  refusal,
  code: 'FJUEIW',
  known: { visit: exampleVisit, basis },
});

/** With what no screen shows. */
const visit = {
  ...exampleVisit,
  hostId: 'h-canary',
  hostMail: 'canary@example.com',
  appointmentId: 'a-canary',
  walkIn: { purpose: 'canary' },
};

describe('project', () => {
  const scenes: Scene[] = [
    { kind: 'welcome' },
    { kind: 'scan', purpose: 'checkIn' },
    { kind: 'type', purpose: 'checkOut' },
    { kind: 'lookingUp', purpose: 'checkIn', code: 'FJUEIW', entry: 'scan' },
    { kind: 'confirm', visit, basis, extras: noExtras },
    { kind: 'recording', purpose: 'checkIn', visit, basis, entry: 'scan', extras },
    { kind: 'checkedIn', visit, at: exampleNow, badge: { state: 'printing' }, extras },
    { kind: 'checkedOut', slip: { state: 'take' } },
    refused({ reason: 'otherBuilding' }),
    refused({ reason: 'blocked' }),
    refused({ reason: 'tooEarly', from: exampleVisit.period.from }),
  ];

  it.each(scenes.map((scene) => [scene.kind, scene] as const))(
    'IPC-5 %s crosses with what its screen shows and nothing else',
    (_kind, scene) => {
      const shown = at(scene);
      expect(snapshotSchema.safeParse({ number: 1, ...shown }).success).toBe(true);
      const text = JSON.stringify(shown);
      expect(text).not.toContain('FJUEIW');
      expect(text).not.toContain('badgeId');
      expect(text).not.toContain('canary');
      expect(text).not.toContain('Amélie Lambert');
      if (scene.kind !== 'confirm') expect(text).not.toContain('Amélie');
      if (!['confirm', 'checkedIn'].includes(scene.kind)) expect(text).not.toContain('Wong');
    },
  );

  it.each(scenes.map((scene) => [scene.kind, scene] as const))(
    'says on %s that the server is away only before a code is given',
    (kind, scene) => {
      const shown = project({ ...firstState, scene }, { offline: 'canCheckIn' });
      expect(shown.offline).toBe(['welcome', 'scan', 'type'].includes(kind) ? 'canCheckIn' : undefined);
      expect('offline' in at(scene)).toBe(false);
    },
  );

  it('speaks of the visit in the language of the screen', () => {
    expect(at({ kind: 'confirm', visit: exampleVisit, basis, extras: noExtras }, { language: 'zh-Hant' }).screen).toEqual({
      kind: 'confirm',
      visit: {
        name: 'Amélie L.',
        company: 'Lambert & Fils',
        from: exampleVisit.period.from,
        to: exampleVisit.period.to,
        host: 'Wong Siu Ming',
        building: '海港大樓',
        floor: '12/F',
        room: '山顶室',
      },
    });
  });

  it('names the other building, and says of a blocked visitor nothing', () => {
    expect(at(refused({ reason: 'otherBuilding' })).screen).toMatchObject({
      refusal: { reason: 'otherBuilding', building: 'Harbour Tower' },
    });
    expect(at(refused({ reason: 'blocked' })).screen).toEqual({
      kind: 'refused',
      purpose: 'checkIn',
      refusal: { reason: 'blocked' },
    });
  });

  it('warns only while the visitor is being warned', () => {
    expect(at({ kind: 'scan', purpose: 'checkIn' }, { ends: { at: 5, warning: false } })).not.toHaveProperty('warning');
    expect(at({ kind: 'scan', purpose: 'checkIn' }, { ends: { at: 5, warning: true } }).warning).toEqual({ seconds: 20 });
  });
});

describe('what the site adds', () => {
  const scene: Scene = { kind: 'checkedIn', visit: exampleVisit, at: exampleNow, badge: { state: 'take' }, extras };
  const seen = (world: Parameters<typeof project>[1], change: Partial<LobbyState> = {}) =>
    project({ ...firstState, ...change }, world).screen;

  it('the code of the door stands on the last screen alone, and not where it is for the badge alone', () => {
    expect(seen({ doorCode: 'screen' }, { scene })).toMatchObject({ doorCode: '481516', wanted: ['Coffee'] });
    expect(seen({ doorCode: 'badge' }, { scene })).not.toHaveProperty('doorCode');
    for (const kind of ['confirm', 'recording'] as const) {
      const earlier: Scene =
        kind === 'confirm'
          ? { kind, visit: exampleVisit, basis, extras }
          : { kind, purpose: 'checkIn', entry: 'scan', visit: exampleVisit, basis, extras };
      expect(JSON.stringify(seen({ doorCode: 'both' }, { scene: earlier }))).not.toContain('481516');
    }
  });

  it.each(['printing', 'take', 'sent'] as const)('a badge that is %s has no pass in its place', (state) => {
    expect(seen({}, { scene: { ...scene, badge: { state } } })).not.toHaveProperty('pass');
  });

  it('a badge that is to be collected leaves a pass on the screen: whose visit, since when, and no code', () => {
    const shown = seen({}, { scene: { ...scene, badge: { state: 'collect' } } });
    expect(shown).toMatchObject({ badge: { state: 'collect' }, pass: { name: 'Amélie L.', at: exampleNow } });
    for (const secret of ['FJUEIW', 'Lambert', '"17"']) expect(JSON.stringify(shown)).not.toContain(secret);
  });

  it('services are offered in the language of the screen, with what was asked for', () => {
    const confirm: Scene = { kind: 'confirm', visit: exampleVisit, basis, extras };
    expect(seen({}, { scene: confirm })).toMatchObject({ services: [{ id: '1', name: 'Coffee', wanted: true }] });
  });

  it('the idle screen plays pictures of the page itself, and texts in its language', () => {
    const text = [
      { language: 'en', text: 'Fire drill' },
      { language: 'zh-HK', text: '火警演習' },
    ];
    const content = [
      { kind: 'picture', name: 'a1.png', seconds: 8 },
      { kind: 'text', text, seconds: 5 },
    ] as const;
    expect(seen({ content }, { language: 'zh-Hant' })).toEqual({
      kind: 'welcome',
      content: [
        { kind: 'picture', source: '/content/a1.png', seconds: 8 },
        { kind: 'text', text: '火警演習', seconds: 5 },
      ],
    });
    expect(seen({ content: [] })).toEqual({ kind: 'welcome' });
  });
});
