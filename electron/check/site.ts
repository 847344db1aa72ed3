import type { Call } from '../bookings/call.ts';
import type { OperationKey } from '../bookings/operations.ts';
import { servicesOffered } from '../bookings/staff/services-offered.ts';
import type { Settings } from '../settings/settings.ts';
import type { Tried } from './row.ts';

/** The settings that name something of the server's. */
export type SiteSet = Pick<Settings, 'building' | 'resource' | 'services'>;

type SiteName = 'FOYER_BUILDING' | 'FOYER_RESOURCE' | 'FOYER_SERVICES';

/**
 * Does the server know what a setting names? `notFound`: not, or not all of it, or it is deleted there; `notAsked`: no answer tells.
 * `found` and `of`: of several things, how many. Nothing of an answer is in it.
 */
export interface SiteRow {
  readonly name: SiteName;
  readonly outcome: 'found' | 'notFound' | 'notAsked';
  readonly found?: number;
  readonly of?: number;
}

type Known = Omit<SiteRow, 'name'>;

/** Which of these settings are set, in the order in which they are asked. */
export const siteNames = ({ building, resource, services }: SiteSet): readonly SiteName[] => [
  ...(building === undefined ? [] : (['FOYER_BUILDING'] as const)),
  ...(resource === undefined ? [] : (['FOYER_RESOURCE'] as const)),
  ...(services.length === 0 ? [] : (['FOYER_SERVICES'] as const)),
];

/** Asks for what is set. `asked`: what came of each operation before; `step`: told which is asked next, and how many were. */
export async function askSite(
  site: SiteSet,
  call: Call,
  asked: ReadonlyMap<OperationKey, Tried>,
  step: (name: SiteName, done: number) => void,
): Promise<readonly SiteRow[]> {
  const { building = '', resource = '', services } = site;
  const questions: Readonly<Record<SiteName, () => Promise<Known>>> = {
    FOYER_BUILDING: () => thing(call, 'building', building, asked),
    FOYER_RESOURCE: () => thing(call, 'bookableResource', resource, asked),
    FOYER_SERVICES: () => servicesKnown(call, services),
  };
  const rows: SiteRow[] = [];
  for (const [done, name] of siteNames(site).entries()) {
    step(name, done);
    rows.push({ name, ...(await questions[name]()) });
  }
  return rows;
}

/** An answer with another id is not it, be it only in other letters: a visit's building is compared letter by letter. */
async function thing(
  call: Call,
  section: 'building' | 'bookableResource',
  id: string,
  asked: ReadonlyMap<OperationKey, Tried>,
): Promise<Known> {
  const answer = await call(`${section}.get`, { id });
  if (answer.ok) return { outcome: answer.value.id === id && !answer.value.isDeleted ? 'found' : 'notFound' };
  const isMissing = answer.failure.code === 'bookings.notFound' && speaksOfIds(section, asked);
  return { outcome: isMissing ? 'notFound' : 'notAsked' };
}

/** Is a 404 about the id? Not where the path itself seems to be wrong: then an id that the server gave was not found either, or none came. */
function speaksOfIds(section: 'building' | 'bookableResource', asked: ReadonlyMap<OperationKey, Tried>): boolean {
  const got = asked.get(`${section}.get`)?.outcome;
  if (got?.kind === 'failed') return got.code !== 'bookings.notFound';
  return got?.kind !== 'notAsked' || asked.get(`${section}.search`)?.outcome.kind === 'fits';
}

async function servicesKnown(call: Call, ids: readonly string[]): Promise<Known> {
  let isCertain = true;
  // A single item that cannot be asked for is only left out of the offer; here it must not pass for one that is not there.
  const watched: Call = async (key, given) => {
    const answer = await call(key, given);
    if (!answer.ok && answer.failure.code !== 'bookings.notFound') isCertain = false;
    return answer;
  };
  const offered = await servicesOffered(watched, ids);
  const found = offered.ok ? offered.value.length : 0;
  const of = new Set(ids).size;
  if (offered.ok && found === of) return { outcome: 'found', found, of };
  return offered.ok && isCertain ? { outcome: 'notFound', found, of } : { outcome: 'notAsked' };
}

/** Whether the server knows what a setting names, in a few words. */
export function siteWords({ outcome, found, of }: SiteRow): string {
  if (outcome === 'notAsked') return 'could not be asked';
  if (of !== undefined) return `${found} of ${of} found`;
  return outcome === 'found' ? 'found' : 'not found on this server';
}
