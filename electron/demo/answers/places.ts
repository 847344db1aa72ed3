import type { placeOperations } from '../../bookings/operations/places.ts';
import type { Localized } from '../../core/visit.ts';
import { keysOf } from '../keys.ts';
import { buildings, resources } from '../places.ts';
import { contentsOf } from '../player.ts';
import { admits, mentions, overlaps } from '../query.ts';
import { file, fine, found, invalid, pageOf, problem } from '../reply.ts';
import { isTimeZone, sheetOf, sheetType } from '../sheet.ts';
import { bookingView, contentView, keyView, stateOf } from '../thing-views.ts';
import { buildingView, resourceView } from '../views.ts';
import type { Answers } from './asked.ts';
import { subscribed } from './subscribed.ts';

const words = (list: Localized): string[] => list.map(({ text }) => text);

/** Building, Booking, BookableResource and what belongs to one. */
export const placeAnswers: Answers<keyof typeof placeOperations> = {
  'building.get': ({ id }) => found(buildings.filter((building) => building.id === Number(id)).map(buildingView)[0]),

  'building.search': ({ values }) => {
    const rows = buildings
      .filter((building) => admits(values['id'], building.id) && mentions(values['searchText'], words(building.name)))
      .map(buildingView)
      .filter((building) => admits(values['isDeleted'], building.isDeleted));
    return pageOf(rows, values);
  },

  'booking.search': ({ values, site }) => {
    const rows = site.bookings
      .filter((booking) => overlaps(booking.period, values) && admits(values['bookingState'], stateOf(booking, site.at)))
      .filter(({ id }) => admits(values['id'], id) && admits(values['bookingId'], id))
      .filter(({ resource }) => admits(values['bookableResourceId'], resource.id))
      .filter(({ resource }) => admits(values['bookableResourceType'], resource.type))
      .filter(({ userId, isPreparation }) => {
        return admits(values['organizerUserId'], userId) && !(isPreparation && values['excludePreparation']?.[0] === 'true');
      })
      .map((booking) => bookingView(booking, site.at))
      .filter((row) => mentions(values['searchText'], [row.subject, row.content]));
    return pageOf(rows, values);
  },

  'booking.export': async ({ values, site }) => {
    if (!site.hasExport) return problem(501, 'This API is still under construction.');
    const zone = values['TimeZone']?.[0] ?? 'UTC';
    if (!isTimeZone(zone)) return invalid({ TimeZone: ['The time zone is not known.'] });
    const span = { from: values['From'], to: values['To'] };
    const bookings = site.bookings.filter(({ period }) => overlaps(period, span));
    const name = { 'content-disposition': 'attachment; filename="bookings.xlsx"' };
    return file(await sheetOf(bookings, zone), sheetType, name);
  },

  'bookableResource.get': ({ id }) => found(resources.filter((resource) => String(resource.id) === id).map(resourceView)[0]),

  'bookableResource.search': ({ values }) => {
    const rows = resources
      .filter((resource) => admits(values['id'], resource.id) && admits(values['floorId'], resource.floorId))
      .filter((resource) => admits(values['type'], resource.type) && admits(values['category'], resource.category))
      .filter((resource) => admits(values['accessId'], resource.accessId))
      .filter(({ capacity }) => capacity >= Number(values['minCapacity']?.[0] ?? 0))
      .filter(({ capacity }) => capacity <= Number(values['maxCapacity']?.[0] ?? Number.POSITIVE_INFINITY))
      .filter((resource) => mentions(values['searchText'], words(resource.name)))
      .map(resourceView)
      .filter((resource) => admits(values['isDeleted'], resource.isDeleted));
    return pageOf(rows, values);
  },

  'bookableResource.subscribe': subscribed('booking'),

  'bookableResourcePlayerContent.search': ({ values, site }) => {
    const revision = (resourceId: number) => site.changes.revision('playerContent', resourceId);
    const contents = resources.filter(({ id }) => admits(values['id'], id)).flatMap(({ id }) => contentsOf(id, revision));
    return fine(contents.map((content) => contentView(content, site.url)));
  },

  'bookableResourcePlayerContent.subscribe': subscribed('playerContent'),

  'bookableResourceAccessKey.search': ({ values, site }) => {
    const revision = (resourceId: number) => site.changes.revision('accessKey', resourceId);
    const keys = keysOf(site.bookings, site.at, revision)
      .filter(({ resource }) => admits(values['bookableResourceId'], resource.id))
      .filter(({ type }) => admits(values['type'], type));
    return fine(keys.map(keyView));
  },

  'bookableResourceAccessKey.subscribe': subscribed('accessKey'),
};
