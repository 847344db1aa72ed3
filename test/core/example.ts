import type { Recorded } from '../../electron/core/review.ts';
import type { Visit } from '../../electron/core/visit.ts';

/** An invented visit of 22 November 2026 at a site eight hours ahead of UTC. */
export const exampleVisit: Visit = {
  badgeId: '17',
  code: 'FJUEIW',
  visitor: { name: 'Amélie Lambert', givenName: 'Amélie', familyName: 'Lambert', company: 'Lambert & Fils' },
  blocked: false,
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
  state: 'initial',
  host: 'Wong Siu Ming',
  place: {
    buildingId: '1',
    building: [
      { language: 'en', text: 'Harbour Tower' },
      { language: 'zh-HK', text: '海港大樓' },
    ],
    floor: [{ language: 'en', text: '12/F' }],
    room: [
      { language: 'en', text: 'Peak Room' },
      { language: 'zh-CN', text: '山顶室' },
    ],
  },
};

/** The example visit as the journal lists it; `change` wins over it. */
export const exampleRecorded = (change: Partial<Recorded> = {}): Recorded => ({
  ...{ visitId: 'v1', badgeId: '17', code: 'FJUEIW', period: exampleVisit.period, visitor: 'Amélie Lambert' },
  ...{ walkIn: false, checkedInBy: 'visitor', checkedInAt: '2026-11-22T10:00:00.000+08:00' },
  ...change,
});

/** Mid-morning of that day, on the kiosk's clock. */
export const exampleNow = '2026-11-22T10:15:00.000+08:00';
