import { describe, expect, it } from 'vitest';
import { snapshotSchema } from '../../electron/contract/screen.ts';
import { firstState } from '../../electron/core/lobby.ts';
import { project } from '../../electron/core/projection.ts';
import type { LobbyState, Scene } from '../../electron/core/scene.ts';
import { exampleVisit } from './example.ts';

const at = (scene: Scene, change: Partial<LobbyState> = {}) => project({ ...firstState, ...change, scene });
const refused = (refusal: Extract<Scene, { kind: 'refused' }>['refusal']): Scene => ({
  kind: 'refused',
  purpose: 'checkIn',
  entry: 'scan',
  refusal,
  code: 'FJUEIW',
  visit: exampleVisit,
});

describe('project', () => {
  const scenes: Scene[] = [
    { kind: 'welcome' },
    { kind: 'scan', purpose: 'checkIn' },
    { kind: 'type', purpose: 'checkOut' },
    { kind: 'lookingUp', purpose: 'checkIn', code: 'FJUEIW', entry: 'scan' },
    { kind: 'confirm', visit: exampleVisit },
    { kind: 'recording', purpose: 'checkIn', visit: exampleVisit, entry: 'scan' },
    { kind: 'checkedIn', visit: exampleVisit, badge: { state: 'printing' } },
    { kind: 'checkedOut', code: 'FJUEIW', slip: { state: 'take' } },
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
      expect(text).not.toContain('Amélie Lambert');
      if (scene.kind !== 'confirm') expect(text).not.toContain('Amélie');
      if (!['confirm', 'checkedIn'].includes(scene.kind)) expect(text).not.toContain('Wong');
    },
  );

  it('speaks of the visit in the language of the screen', () => {
    expect(at({ kind: 'confirm', visit: exampleVisit }, { language: 'zh-Hant' }).screen).toEqual({
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
