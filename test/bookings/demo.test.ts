import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBookings } from '../../electron/bookings/client.ts';
import { Credentials } from '../../electron/bookings/credentials.ts';
import { localIso } from '../../electron/bookings/schemas/moment.ts';
import type { Bookings } from '../../electron/core/ports.ts';
import { refuseCheckIn } from '../../electron/core/verdict.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { demoBuilding, demoCodes } from '../../electron/demo/codes.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';

const token = 'demo-token';
const clientTo = (server: DemoServer, now: () => Date, auth: 'raw' | 'basic' | 'bearer' = 'raw') =>
  createBookings({
    url: server.url,
    credentials: new Credentials({ url: server.url, token, auth }),
    building: demoBuilding,
    now,
  });

const moments: [string, () => Date][] = [
  ['now', () => new Date()],
  ['a minute before midnight', () => new Date(2026, 10, 22, 23, 59, 1)],
  ['a second after midnight', () => new Date(2026, 10, 22, 0, 0, 1)],
];

describe.each(moments)('the demo’s codes through the client, %s', (_name, now) => {
  let server: DemoServer;
  let bookings: Bookings;
  beforeAll(async () => {
    server = await startDemoServer({ token, now });
    bookings = clientTo(server, now);
  });
  afterAll(async () => {
    await bookings.close();
    await server.close();
  });

  const find = async (code: string): Promise<Visit | undefined> => {
    const found = await bookings.findVisit(code);
    if (!found.ok) throw new Error(found.failure.code);
    return found.value;
  };
  const verdict = (visit: Visit) =>
    refuseCheckIn(visit, { kind: 'none' }, { building: demoBuilding, now: localIso(now()) })?.reason;

  const shown: Record<string, string | undefined> = {
    EARLY2: 'tooEarly',
    PAST24: 'expired',
    BLDG22: 'otherBuilding',
    HERE33: 'alreadyCheckedIn',
    LEFT44: 'alreadyCheckedOut',
    BLCK55: 'blocked',
  };

  it.each(demoCodes.filter(({ code }) => code !== 'ZZ99ZZ'))('$code: $shows', async ({ code }) => {
    const visit = await find(code);
    if (!visit) throw new Error('not found');
    expect(verdict(visit)).toBe(shown[code]);
    expect(visit.code).toBe(code);
    expect(visit.host).toBeTruthy();
    expect(visit.place).toMatchObject({
      buildingId: code === 'BLDG22' ? '2' : '1',
      building: [{ language: 'en' }, { language: 'zh-Hant' }, { language: 'zh-Hans' }],
      floor: [{ language: 'en' }, { language: 'zh-Hant' }, { language: 'zh-Hans' }],
      room: [{ language: 'en' }, { language: 'zh-Hant' }, { language: 'zh-Hans' }],
    });
    expect(visit.visitor.name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    expect([...visit.visitor.name].length).toBeLessThanOrEqual(120);
  });

  it('ZZ99ZZ is nobody’s', async () => {
    expect(await find('ZZ99ZZ')).toBeUndefined();
  });
});

describe('FJUEIW', () => {
  it('is Amélie Lambert, whole', async () => {
    const server = await startDemoServer({ token });
    const bookings = clientTo(server, () => new Date());
    try {
      expect(await bookings.findVisit('FJUEIW')).toMatchObject({
        ok: true,
        value: {
          badgeId: expect.stringMatching(/^\d+00$/),
          visitor: { name: 'Amélie Lambert', givenName: 'Amélie', familyName: 'Lambert', company: 'Atelier Lambert' },
          blocked: false,
          state: 'initial',
          host: 'Mei-Ling Cheung',
          hostId: expect.any(String),
          hostMail: expect.stringMatching(/@example\.com$/),
          appointmentId: expect.any(String),
        },
      });
    } finally {
      await bookings.close();
      await server.close();
    }
  });

  it.each(['raw', 'basic', 'bearer'] as const)('is found with the token sent as %s', async (auth) => {
    const server = await startDemoServer({ token });
    const bookings = clientTo(server, () => new Date(), auth);
    try {
      expect(await bookings.findVisit('FJUEIW')).toMatchObject({ ok: true, value: { badgeId: expect.stringMatching(/^\d+00$/) } });
      expect(await bookings.systemInformation()).toMatchObject({ ok: true, value: { clientName: 'Happy Ltd.' } });
    } finally {
      await bookings.close();
      await server.close();
    }
  });
});
