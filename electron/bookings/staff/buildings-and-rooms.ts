import { type Result, success } from '../../contract/failure.ts';
import type { Localized } from '../../core/visit.ts';
import type { Call } from '../call.ts';
import type { Building, Resource } from '../schemas/place.ts';
import { everyRow } from './rows.ts';

/** A place to choose when a kiosk is set up. `buildingId` of a room: undefined where the server does not tell it. */
export interface BuildingAndRooms {
  readonly buildings: readonly { readonly id: string; readonly name: Localized }[];
  readonly rooms: readonly { readonly id: string; readonly name: Localized; readonly buildingId?: string }[];
}

/** All buildings and bookable resources of the site that have an id and a name and are not deleted. */
export async function buildingsAndRooms(call: Call): Promise<Result<BuildingAndRooms>> {
  const buildings = await everyRow(call, 'building.search', { isDeleted: false }, ({ isDeleted }) => !isDeleted);
  if (!buildings.ok) return buildings;
  const resources = await everyRow(call, 'bookableResource.search', { isDeleted: false }, ({ isDeleted }) => !isDeleted);
  if (!resources.ok) return resources;
  const rooms = resources.value.flatMap((resource) => {
    const buildingId = buildingOf(resource, buildings.value);
    return named(resource).map((room) => ({ ...room, ...(buildingId && { buildingId }) }));
  });
  return success({ buildings: buildings.value.flatMap(named), rooms });
}

const named = ({ id, name }: Building | Resource) => (id && name ? [{ id, name }] : []);

/** A room's building: told by the room, by its floor, or by the building that has the floor. */
function buildingOf({ building, floor, floorId }: Resource, buildings: readonly Building[]): string | undefined {
  const on = floor?.id ?? floorId;
  return building?.id ?? floor?.building?.id ?? buildings.find(({ floors }) => on && floors.some(({ id }) => id === on))?.id;
}
