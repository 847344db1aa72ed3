import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';

const token = 'demo-token';
const now = new Date();
let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer({ token, now: () => now });
});
afterAll(() => server.close());

const base = '/API/external';
async function ask(target: string, authorization: string | undefined = token, method = 'GET') {
  const response = await fetch(new URL(target, server.url), { method, headers: authorization ? { authorization } : {} });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    body: await response.json(),
  };
}
const rows = async (target: string): Promise<Record<string, unknown>[]> => (await ask(`${base}/${target}`)).body.data;
const firstBadge = async (query: string): Promise<Record<string, unknown>> => {
  const [badge] = await badges(query);
  if (!badge) throw new Error('no badge');
  return badge;
};
const badges = (query: string) => rows(`visitorManagement/v1?row=500&${query}`);

describe('the token', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([token, `Bearer ${token}`, basic(`${token}:`)])('is taken as %s', async (header) => {
    expect((await ask(`${base}/system/v1/information`, header)).status).toBe(200);
  });

  it.each(['', 'wrong', `bearer${token}`, `Bearer wrong`, basic(`:${token}`), basic(token), `${token} `.repeat(2)])(
    'is asked for with 401 when it is %j',
    async (header) => {
      const { status, type, headers, body } = await ask(`${base}/system/v1/information`, header);
      expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
      expect(headers.get('www-authenticate')).toBe('Basic');
      expect(body).toMatchObject({ status: 401, title: 'Unauthorized' });
    },
  );

  it('is asked for everywhere, even where nothing is', async () => {
    for (const target of ['/', '/nowhere', `${base}/building/v1/1`]) expect((await ask(target, '')).status).toBe(401);
  });
});

describe('routes', () => {
  it('tells of the system', async () => {
    const { body, type } = await ask(`${base}/system/v1/information`);
    expect(type).toBe('application/json; charset=utf-8');
    expect(body).toEqual({ name: 'Bookings ONE', version: '2.2.0', environment: 'Demo', clientName: 'Happy Ltd.' });
  });

  it('are found in any case, and without the rest', async () => {
    expect((await ask('/api/External/BUILDING/V1/1')).status).toBe(200);
    expect((await ask(`${base}/building/v1/1/`)).status).toBe(200);
    for (const target of [
      '/',
      base,
      `${base}/building`,
      `${base}/building/v2/1`,
      `${base}/building/v1/1/floors`,
      `${base}/system/v1`,
    ])
      expect((await ask(target)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('take no %s', async (method) => {
    const { status, headers, type } = await ask(`${base}/building/v1/1`, token, method);
    expect([status, headers.get('allow'), type]).toEqual([405, 'GET', 'application/problem+json; charset=utf-8']);
  });

  it('survive addresses that are none', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: token };
      httpRequest({ host: '127.0.0.1', port: server.url.port, path: '//%zz:99999999/\\', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect([400, 404]).toContain(status);
    expect((await ask(`${base}/visitorManagement/v1/%E0%A4%A`)).status).toBe(404);
  });

  it('find one thing by its id', async () => {
    const badge = await firstBadge('registrationCode=FJUEIW');
    expect((await ask(`${base}/visitorManagement/v1/${badge['id']}`)).body).toEqual(badge);
    expect((await ask(`${base}/visitorManagement/v1/${badge['uid']}`)).body).toEqual(badge);
    expect((await ask(`${base}/user/v1/1`)).body).toMatchObject({ id: 1, isDeleted: false });
    expect((await ask(`${base}/bookableResource/v1/101`)).body).toMatchObject({ id: 101, floor: { buildingId: 1 } });
  });

  it('tell missing things from ids that are none', async () => {
    for (const name of ['visitorManagement', 'user', 'building', 'bookableResource'])
      expect((await ask(`${base}/${name}/v1/99`)).status).toBe(404);
    for (const name of ['user', 'building']) expect((await ask(`${base}/${name}/v1/abc`)).status).toBe(400);
  });
});

describe('what it says', () => {
  it('has dates of this day with this machine’s offset', async () => {
    const badge = await firstBadge('registrationCode=FJUEIW');
    const { from, to } = badge['period'] as { from: string; to: string };
    const minutes = -now.getTimezoneOffset();
    for (const date of [from, to]) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(Math.abs(minutes)).toBe(Number(date.slice(20, 22)) * 60 + Number(date.slice(23)));
    }
    expect(new Date(from) <= now && now <= new Date(to)).toBe(true);
  });

  it('has names in three languages', async () => {
    const { name, floors } = (await ask(`${base}/building/v1/1`)).body;
    expect(name).toEqual([
      { language: 'en', value: 'Happy Tower' },
      { language: 'zh-Hant', value: '開心大廈' },
      { language: 'zh-Hans', value: '开心大厦' },
    ]);
    expect(floors[0].name).toHaveLength(3);
  });
});

describe('filters really filter', () => {
  const codesOf = (list: Record<string, unknown>[]) => list.map((row) => row['registrationCode']);

  it('by code, id and uid, several with commas', async () => {
    expect(codesOf(await badges('registrationCode=FJUEIW'))).toEqual(['FJUEIW']);
    expect(codesOf(await badges('registrationCode=FJUEIW,%20EARLY2,ZZ99ZZ'))).toEqual(['FJUEIW', 'EARLY2']);
    expect(await badges('registrationCode=fjueiw')).toEqual([]);
    const [first, second] = await badges('registrationCode=FJUEIW,EARLY2');
    expect(codesOf(await badges(`id=${first?.['id']},${second?.['id']}`))).toEqual(['FJUEIW', 'EARLY2']);
    expect(codesOf(await badges(`uid=badge-${first?.['id']}`))).toEqual(['FJUEIW']);
    expect(await badges(`id=${first?.['id']}&uid=badge-${second?.['id']}`)).toEqual([]);
  });

  it('by state, by name in any case', async () => {
    const visiting = await badges('state=Visiting');
    expect(codesOf(visiting)).toContain('HERE33');
    expect(new Set(visiting.map((row) => row['state']))).toEqual(new Set([1]));
    expect(new Set((await badges('state=initial,noShow')).map((row) => row['state']))).toEqual(new Set([0, 3]));
  });

  it('by building', async () => {
    expect(codesOf(await badges('buildingId=2'))).toContain('BLDG22');
    expect(codesOf(await badges('buildingId=2'))).not.toContain('FJUEIW');
    expect((await badges('buildingId=1,2')).length).toBe((await badges('')).length);
  });

  it('by time, ISO 8601 or now', async () => {
    const running = codesOf(await badges('from=now&to=NOW'));
    expect(running).toContain('FJUEIW');
    expect(running).not.toContain('EARLY2');
    expect(running).not.toContain('PAST24');
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
    expect(codesOf(await badges(`from=${midnight}`))).toContain('EARLY2');
    expect(codesOf(await badges(`from=${midnight}`))).not.toContain('FJUEIW');
    expect(codesOf(await badges(`to=${midnight}`))).not.toContain('EARLY2');
  });

  it('for appointments by visitor, host, room, building, text and state', async () => {
    const badge = await firstBadge('registrationCode=FJUEIW');
    const search = (query: string) => rows(`visitingAppointment/v1?row=500&${query}`);
    const [mine, ...more] = await search(`visitorId=${(badge['visitor'] as { id: number }).id}`);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({ period: badge['period'], invitingUser: { id: 1 }, building: { id: 1 } });
    expect(await search(`id=${mine?.['id']}&bookingId=${mine?.['bookingId']}`)).toHaveLength(1);
    for (const [query, field, id] of [
      ['invitingUserId=2', 'invitingUser', 2],
      ['bookableResourceId=105', 'bookableResource', 105],
      ['buildingId=2', 'building', 2],
    ] as const) {
      const found = await search(query);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map((row) => (row[field] as { id: number }).id))).toEqual(new Set([id]));
    }
    expect((await search('searchText=atelier%20LAMBERT')).map((row) => row['id'])).toEqual([mine?.['id']]);
    expect(new Set((await search('bookingState=using,booked')).map((row) => row['bookingState']))).toEqual(
      new Set(['using', 'booked']),
    );
  });

  it('for users, buildings and rooms', async () => {
    expect(await rows('user/v1?searchText=PRIYA')).toHaveLength(1);
    expect(await rows('user/v1?isDeleted=true')).toEqual([]);
    expect(await rows('building/v1?searchText=%E6%B5%B7%E6%B8%AF')).toHaveLength(1);
    expect(await rows('building/v1?id=1,2')).toHaveLength(2);
    expect(await rows('bookableResource/v1?type=room&minCapacity=10&maxCapacity=12')).toHaveLength(2);
    expect(await rows('bookableResource/v1?category=phoneBooth')).toHaveLength(1);
    expect(await rows('bookableResource/v1?accessId=HT-1201,HT-1202&floorId=12')).toHaveLength(2);
  });

  it.each([
    'visitorManagement/v1?id=abc',
    'visitorManagement/v1?state=asleep',
    'visitorManagement/v1?from=tomorrow',
    'visitorManagement/v1?from=2026-11-22T00:00:00+08:00',
    'visitorManagement/v1?page=first',
    'visitorManagement/v1?page=0',
    'visitorManagement/v1?row=-1',
    'building/v1?isDeleted=perhaps',
    'bookableResource/v1?minCapacity=1.5',
  ])('%s is 400 with problem details', async (target) => {
    const { status, type, body } = await ask(`${base}/${target}`);
    expect([status, type]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(Object.keys(body.errors)).toHaveLength(1);
  });
});

describe('pages', () => {
  it('hold 50 rows where nothing else is said', async () => {
    const { body } = await ask(`${base}/visitorManagement/v1`);
    expect(body.data).toHaveLength(43);
    expect(body.metaData).toEqual({ page: 1, row: 50, total: 43 });
  });

  it('hold what is asked for, and together everything once', async () => {
    const all: Record<string, unknown>[] = [];
    for (let page = 1; ; page += 1) {
      const data = await rows(`visitorManagement/v1?page=${page}&row=10`);
      all.push(...data);
      if (data.length < 10) break;
    }
    expect(all).toEqual(await badges(''));
    expect(await rows('visitorManagement/v1?page=99')).toEqual([]);
  });
});

describe('a running server', () => {
  it('keeps the day around now, over hours and midnight', async () => {
    let at = new Date(2026, 10, 22, 23, 40);
    const moving = await startDemoServer({ token, now: () => at });
    const from = async () => {
      const url = new URL(`${base}/visitorManagement/v1?registrationCode=FJUEIW`, moving.url);
      const answer = await fetch(url, { headers: { authorization: token } });
      const [badge] = (await answer.json()).data;
      return { day: new Date(badge.period.from).toDateString(), id: badge.id };
    };
    try {
      const before = await from();
      expect(before.day).toBe(new Date(2026, 10, 22).toDateString());
      at = new Date(2026, 10, 23, 0, 5);
      const after = await from();
      expect(after.day).toBe(new Date(2026, 10, 23).toDateString());
      expect(after.id).not.toBe(before.id);
    } finally {
      await moving.close();
    }
  });

  it('listens on loopback, and not after close', async () => {
    const short = await startDemoServer({ token });
    expect(short.url.hostname).toBe('127.0.0.1');
    await short.close();
    await expect(fetch(short.url)).rejects.toThrow();
  });

  it('says so when its port is taken', async () => {
    await expect(startDemoServer({ token, port: Number(server.url.port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
