import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** How the server behaves: as it should, or like the worst real ones. */
export type Mood = 'well' | 'garbage' | 'misshapen' | 'portal' | 'broken' | 'unauthorized' | 'busy' | 'hanging';

/** A badge of the fake server, in the vendor's own field names. */
export interface FakeBadge {
  id: number;
  uid: string;
  period: { from: string; to: string };
  registrationCode: string;
  state: number;
  visitor: { id: number; name: string; company?: string; isBlacklisted?: boolean };
  checkInDate?: string;
  checkOutDate?: string;
  buildingId: number;
  /** Visitors of the same appointment come together. */
  appointment?: number;
  /** It is found by its code and in no list, as one that was made a moment ago. */
  unlisted?: boolean;
}

export interface FakeBookings {
  readonly url: string;
  readonly token: string;
  /** Path and query of each request that carried the right token. */
  readonly requests: string[];
  mood: Mood;
  /** Adds a badge of today at building 1, changed as asked; answers it. */
  add(code: string, change?: Partial<FakeBadge>): FakeBadge;
  /** Takes a badge back, as if it had never been. */
  remove(badge: FakeBadge): void;
  /** Ends every connection and refuses new ones, as a server that is down. */
  down(): Promise<void>;
  /** Listens again on the same port. */
  up(): Promise<void>;
  close(): Promise<void>;
}

const offset = '+08:00';
const hour = 3_600_000;

/** An instant as ISO 8601 at the fake site's offset. */
export const siteIso = (epoch: number): string => `${new Date(epoch + 8 * hour).toISOString().slice(0, 19)}${offset}`;

/** A Bookings ONE server of the tests' own: real HTTP on loopback, written without anything of Foyer's. */
export async function startFakeBookings(): Promise<FakeBookings> {
  const token = 'canary-token-9f2e7c';
  const badges: FakeBadge[] = [];
  let added = 0;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => answer(fake, badges, request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const fake: FakeBookings = {
    url: `http://127.0.0.1:${port}`,
    token,
    requests: [],
    mood: 'well',
    add(code, change = {}) {
      added += 1;
      const id = added;
      // The whole of the site's day, so that the tests hold at any hour.
      const dayStart = Math.floor((Date.now() + 8 * hour) / (24 * hour)) * 24 * hour - 8 * hour;
      const period = { from: siteIso(dayStart + hour), to: siteIso(dayStart + 23 * hour) };
      const visitor = { id: 100 + id, name: 'Test Visitor', company: 'Invented Ltd.' };
      const badge = { id, uid: `uid-${id}`, period, registrationCode: code, state: 0, visitor, buildingId: 1, ...change };
      badges.push(badge);
      return badge;
    },
    remove: (badge) => {
      badges.splice(badges.indexOf(badge), 1);
    },
    down,
    up: () => listen(port),
    close: down,
  };
  return fake;
}

function answer(fake: FakeBookings, badges: FakeBadge[], request: IncomingMessage, response: ServerResponse): ServerResponse {
  const url = new URL(request.url ?? '/', fake.url);
  if (request.headers.authorization !== fake.token || fake.mood === 'unauthorized') return send(response, 401, { status: 401 });
  fake.requests.push(`${url.pathname}${url.search}`);
  switch (fake.mood) {
    case 'hanging':
      return response;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end('{"data":[{"id":');
    case 'misshapen':
      return send(response, 200, {
        data: [{ id: 1, registrationCode: url.searchParams.get('registrationCode'), period: 'whenever', visitor: 42 }],
      });
    case 'portal':
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end('<html><title>Sign in to the network</title></html>');
    case 'broken':
      return send(response, 500, { title: 'oops' });
    case 'busy':
      response.setHeader('retry-after', '5');
      return send(response, 429, { status: 429 });
    default:
      return route(badges, url, response);
  }
}

function route(badges: FakeBadge[], url: URL, response: ServerResponse): ServerResponse {
  const path = url.pathname.toLowerCase();
  const asked = (name: string) => url.searchParams.get(name)?.split(',');
  const id = Number(path.split('/').at(-1));
  if (path.endsWith('/information'))
    return send(response, 200, { name: 'Bookings ONE', version: '2.2.0', clientName: 'Invented Site' });
  if (path.endsWith('/user/v1')) return send(response, 200, { data: hostsNamed(url), metaData: {} });
  if (path.includes('dashboard')) {
    const count = (state: number) => badges.filter((badge) => badge.state === state).length;
    return send(response, 200, {
      numberOfInitial: count(0),
      numberOfVisiting: count(1),
      numberOfVisited: count(2),
      numberOfNoShow: count(3),
    });
  }
  if (path.includes('/user/')) return send(response, 200, { id, displayName: `Host ${id}`, emailAddress: 'host@site.example' });
  if (path.includes('/building/')) return send(response, 200, { id, name: [{ language: 'en', value: `Building ${id}` }] });
  if (path.includes('resource/')) {
    const floor = { id: 3, name: [{ language: 'en', value: '3/F' }], building: { id: 1 } };
    return send(response, 200, { id, name: [{ language: 'en', value: 'Quiet Room' }], floor });
  }
  if (path.includes('appointment')) {
    const visitors = asked('visitorId');
    const rows = badges.filter((badge) => (visitors ? visitors.includes(String(badge.visitor.id)) : overlaps(badge, url)));
    return send(response, 200, { data: pageOf(appointmentsOf(rows, badges), url), metaData: {} });
  }
  if (path.includes('visitor')) {
    const codes = asked('registrationCode');
    if (!codes && id) return send(response, 200, badges.find((badge) => badge.id === id) ?? {});
    const ids = asked('id');
    const rows = badges
      .filter((badge) => !codes || codes.includes(badge.registrationCode))
      .filter((badge) => !ids || ids.includes(String(badge.id)))
      .filter((badge) => codes || ids || !badge.unlisted)
      .filter((badge) => overlaps(badge, url));
    const data = pageOf(rows, url).map(({ buildingId: _, unlisted: __, appointment: ___, ...badge }) => badge);
    return send(response, 200, { data, metaData: { total: rows.length } });
  }
  return send(response, 404, { status: 404 });
}

/** Whether a badge's period overlaps the one that is asked for, where one is. */
function overlaps({ period }: FakeBadge, { searchParams }: URL): boolean {
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  return (!to || Date.parse(period.from) <= Date.parse(to)) && (!from || Date.parse(period.to) >= Date.parse(from));
}

/** The page that is asked for, 50 rows long unless another number is; pages count from 0. */
function pageOf<T>(rows: readonly T[], { searchParams }: URL): readonly T[] {
  const size = Number(searchParams.get('row') ?? 50);
  const page = Number(searchParams.get('page') ?? 0);
  return rows.slice(page * size, (page + 1) * size);
}

/** Each appointment once, with everybody who comes to it. */
function appointmentsOf(rows: readonly FakeBadge[], badges: readonly FakeBadge[]) {
  const firsts = new Map(rows.map((badge) => [appointmentIdOf(badge), badge] as const));
  const coming = new Map<number, { id: number }[]>();
  for (const badge of badges) {
    const id = appointmentIdOf(badge);
    const visitor = { id: badge.visitor.id };
    const others = coming.get(id);
    if (others) others.push(visitor);
    else coming.set(id, [visitor]);
  }
  return Array.from(firsts, ([id, badge]) => ({ ...appointmentOf(badge), id, visitors: coming.get(id) ?? [] }));
}

const appointmentIdOf = ({ id, appointment }: FakeBadge): number => appointment ?? 1000 + id;

/** Three hosts, of whom those are told whose name holds the text. */
function hostsNamed({ searchParams }: URL) {
  const text = searchParams.get('searchText')?.toLowerCase() ?? '';
  const hosts = ['Hana Muster', 'Hugo Muster', 'Ines Beispiel'].map((displayName, index) => ({
    ...{ id: 70 + index, displayName, emailAddress: `host${index}@site.example`, isActivated: true, isDeleted: false },
  }));
  return hosts.filter(({ displayName }) => displayName.toLowerCase().includes(text));
}

const appointmentOf = (badge: FakeBadge) => ({
  subject: 'A meeting',
  from: badge.period.from,
  to: badge.period.to,
  period: badge.period,
  invitingUser: { id: 7 },
  invitingUserId: 7,
  visitors: [{ id: badge.visitor.id }],
  visitorId: badge.visitor.id,
  bookableResource: { id: 5 },
  bookableResourceId: 5,
  building: { id: badge.buildingId },
  buildingId: badge.buildingId,
});

function send(response: ServerResponse, status: number, body: unknown): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  return response.end(JSON.stringify(body));
}
