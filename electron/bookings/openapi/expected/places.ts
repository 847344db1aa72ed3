import { accessKeyTypes } from '../../schemas/access-key.ts';
import { bookingStates } from '../../schemas/booking.ts';
import { type Expected, type Fields, identifier, listOf, objectOf, pageOf, periodFields, reference } from './field.ts';

const floor: Fields = { id: { reads: 'id', also: ['floorId'] }, name: { reads: 'any', also: ['displayName', 'shortName'] } };

const building: Fields = {
  id: { ...identifier, like: ['buildingId'] },
  name: { reads: 'any', also: ['displayName'], stated: true, needed: true, like: ['buildingName'] },
  address: { reads: 'text', stated: true },
  shortName: { reads: 'text', stated: true },
  floors: { reads: 'list', stated: true, needed: true, like: ['floorList'], under: floor },
  isDeleted: { reads: 'flag', stated: true },
  order: { reads: 'number', stated: true },
};

const resource: Fields = {
  id: { ...identifier, like: ['bookableResourceId', 'resourceId'] },
  accessId: { reads: 'text', stated: true },
  name: { reads: 'any', also: ['displayName'], stated: true, needed: true, like: ['resourceName', 'bookableResourceName'] },
  type: { reads: 'any', stated: true },
  category: { reads: 'any', stated: true },
  description: { reads: 'any', stated: true },
  actualServiceItems: { reads: 'list', stated: true },
  floor: {
    reads: 'row',
    stated: true,
    needed: true,
    or: 'floorId',
    like: ['level', 'storey'],
    under: { ...floor, id: { reads: 'id', like: ['floorId'] }, building: { reads: 'row', also: ['buildingId'], under: reference } },
  },
  floorId: { reads: 'id', unless: 'floor' },
  building: { reads: 'row', also: ['buildingId'], under: reference },
  capacity: { reads: 'number', stated: true },
  isDeleted: { reads: 'flag', stated: true },
};

const booking: Fields = {
  id: { ...identifier, also: ['bookingId'] },
  subject: { reads: 'text', also: ['title', 'name'], needed: true, like: ['topic', 'summary', 'meetingSubject'] },
  ...periodFields,
  period: { ...periodFields.period, needed: true },
  organizer: {
    reads: 'row',
    also: ['organizerUser', 'organizerUserId'],
    like: ['organiser', 'organizerId', 'owner'],
    under: reference,
  },
  bookableResource: {
    reads: 'row',
    also: ['bookableResourceId', 'room'],
    needed: true,
    like: ['resource', 'resourceId'],
    under: reference,
  },
  bookingState: { reads: 'text', also: ['state'], like: ['status', 'bookingStatus'], names: bookingStates },
  isCancelled: { reads: 'flag', also: ['isCanceled', 'isDeleted'], like: ['cancelled', 'canceled'] },
};

const playerContent: Fields = {
  id: { reads: 'id' },
  bookableResource: { reads: 'row', also: ['bookableResourceId', 'resourceId'], under: reference },
  type: { reads: 'any', also: ['contentType', 'kind', 'mediaType'] },
  url: {
    reads: 'text',
    also: ['imageUrl', 'mediaUrl', 'fileUrl', 'src', 'uri', 'address'],
    like: ['link', 'contentUrl', 'imageAddress', 'filePath'],
    needed: true,
    or: 'text',
  },
  text: { reads: 'any', also: ['content', 'message', 'title', 'name'], like: ['body', 'caption'] },
  duration: { reads: 'number', also: ['durationSeconds', 'seconds'], like: ['displaySeconds', 'durationInSeconds'] },
};

const accessKey: Fields = {
  id: { reads: 'id' },
  bookableResource: {
    reads: 'row',
    also: ['bookableResourceId', 'resourceId'],
    needed: true,
    like: ['resource'],
    under: reference,
  },
  bookingId: { reads: 'any', also: ['booking'] },
  type: { reads: 'text', also: ['keyType'], like: ['accessKeyType'], names: accessKeyTypes },
  accessKey: {
    reads: 'text',
    also: ['key', 'code', 'passcode', 'pinCode', 'pin', 'password', 'value'],
    like: ['accessCode', 'doorCode', 'keyValue', 'keyCode'],
    needed: true,
  },
  ...periodFields,
};

/** What Building, Booking, BookableResource and what belongs to one answer. */
export const placeAnswers = {
  'building.get': objectOf(building),
  'building.search': pageOf(building),
  'booking.search': pageOf(booking),
  'booking.export': { kind: 'file', fields: {} },
  'bookableResource.get': objectOf(resource),
  'bookableResource.search': pageOf(resource),
  'bookableResource.subscribe': { kind: 'text', fields: {} },
  'bookableResourcePlayerContent.search': listOf(playerContent),
  'bookableResourcePlayerContent.subscribe': { kind: 'text', fields: {} },
  'bookableResourceAccessKey.search': listOf(accessKey),
  'bookableResourceAccessKey.subscribe': { kind: 'text', fields: {} },
} as const satisfies Record<string, Expected>;
