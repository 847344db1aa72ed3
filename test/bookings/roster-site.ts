import { onTestFinished } from 'vitest';
import type { RosterRead, RosterWish } from '../../electron/bookings/roster.ts';
import type { Result } from '../../electron/contract/failure.ts';
import { success } from '../../electron/contract/failure.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { clientOf, serve } from './web.ts';

export interface SiteBadge {
  id: number;
  registrationCode?: string | null;
  period?: { from: string; to: string };
  visitor?: object;
  building?: { id: number };
  state?: number | string;
  checkInDate?: string;
  checkOutDate?: string;
}

interface SiteRow {
  period?: { from: string; to: string };
  building?: { id: number };
  registrationCode?: string | null;
  visitors?: { id: number }[];
}

const day = (date: string) => ({ from: `2026-11-${date}T09:00:00+08:00`, to: `2026-11-${date}T18:00:00+08:00` });

/** An invented badge of a day of November 2026; `more` wins. */
export const badgeOf = (id: number, more: Partial<SiteBadge> = {}, date = '22'): SiteBadge => ({
  id,
  registrationCode: `B${10_000 + id}`,
  period: day(date),
  visitor: { id: 50_000 + id, name: `Visitor ${id}`, company: 'Invented Ltd.' },
  state: 0,
  ...more,
});

/** Its appointment: host 7 in room 101 of building 4, unless told. */
export const appointmentOf = (id: number, more: object = {}, date = '22') => ({
  id: 90_000 + id,
  period: day(date),
  invitingUser: { id: 7 },
  bookableResource: { id: 101 },
  building: { id: 4 },
  visitors: [{ id: 50_000 + id }],
  ...more,
});

/** A Bookings ONE of the tests' own, on real HTTP, whose pages, filters and answers are as the test wants them. */
export async function rosterSite() {
  const site = {
    badges: [] as SiteBadge[],
    appointments: [] as object[],
    users: { 7: { id: 7, displayName: 'Oskar Gastgeber', emailAddress: 'oskar@example.com' } } as Record<number, unknown>,
    rooms: { 101: { id: 101, name: { en: 'Jasmine' }, floor: { id: 12, name: '12/F', building: { id: 4 } } } } as Record<
      number,
      unknown
    >,
    buildings: { 4: { id: 4, name: [{ culture: 'en', text: 'Tower' }] }, 5: { id: 5, name: 'Annexe' } } as Record<number, unknown>,
    /** The number of the first page, the most rows of a page, and whether periods and buildings are looked at. */
    base: 1,
    cap: 10_000,
    ignoresFilters: false,
    /** Asked before each answer: a status in its place. `path` is without the version's prefix. */
    mishap: (_path: string, _query: URLSearchParams): number | undefined => undefined,
    seen: [] as string[],
  };
  const web = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const path = url.pathname.replace('/API/external/', '');
    site.seen.push(`${path}${url.search}`);
    const status = site.mishap(path, url.searchParams);
    const answer = status ? { title: 'no' } : answerTo(path, url.searchParams);
    response
      .writeHead(status ?? (answer === undefined ? 404 : 200), { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? { title: 'no' }));
  });
  onTestFinished(() => web.close());

  function answerTo(path: string, query: URLSearchParams): unknown {
    const id = Number(path.split('/').at(-1));
    if (path === 'visitorManagement/v1')
      return pageOf(
        site.badges.filter((badge) => fits(badge, query)),
        query,
      );
    if (path === 'visitingAppointment/v1')
      return pageOf(
        site.appointments.filter((row) => fits(row, query)),
        query,
      );
    if (path.startsWith('visitorManagement/')) return site.badges.find((badge) => badge.id === id);
    if (path.startsWith('user/')) return site.users[id];
    if (path.startsWith('bookableResource/')) return site.rooms[id];
    if (path.startsWith('building/')) return site.buildings[id];
    return undefined;
  }

  function fits(row: SiteRow, query: URLSearchParams): boolean {
    if (site.ignoresFilters) return true;
    const [code, building, visitor] = ['registrationCode', 'buildingId', 'visitorId'].map((name) => query.get(name));
    if (code && row.registrationCode !== code) return false;
    if (building && row.building && String(row.building.id) !== building) return false;
    if (visitor && row.visitors && !row.visitors.some(({ id }) => String(id) === visitor)) return false;
    const [from, to] = [query.get('from'), query.get('to')];
    if (!row.period || !from || !to) return true;
    return Date.parse(row.period.from) <= Date.parse(to) && Date.parse(from) <= Date.parse(row.period.to);
  }

  function pageOf(rows: readonly unknown[], query: URLSearchParams): unknown {
    const size = Math.min(Number(query.get('row') ?? 50), site.cap);
    const first = (Number(query.get('page') ?? site.base) - site.base) * size;
    return { data: rows.slice(first, first + size) };
  }

  return Object.assign(site, { url: web.url });
}

export type RosterSite = Awaited<ReturnType<typeof rosterSite>>;

/** The 21st to the 23rd of November 2026 at this site. */
const days = { from: '2026-11-21T00:00:00+08:00', to: '2026-11-23T23:59:59+08:00' };

/** A client of a site, and what its download brings: the visits by badge id, and how many there were each time badges were counted. */
export function downloading(site: RosterSite, options: Parameters<typeof clientOf>[1] = {}) {
  const client = clientOf(site.url, options);
  onTestFinished(() => client.close());
  return {
    client,
    async download(
      wish: Partial<RosterWish> = {},
    ): Promise<{ read: Result<RosterRead>; visits: Map<string, Visit>; counted: number[] }> {
      const visits = new Map<string, Visit>();
      const counted: number[] = [];
      const read = await client.downloadRoster({
        ...days,
        rows: 200,
        watched: new Set(),
        take: async (some) => {
          for (const visit of some) visits.set(visit.badgeId, visit);
          return success(undefined);
        },
        onRead: (count) => counted.push(count),
        isStopped: () => false,
        ...wish,
      });
      return { read, visits, counted };
    },
  };
}
