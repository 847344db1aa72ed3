/**
 * The External API as the vendor's page tells it (https://ones.software/help/external-api), written down by hand as OpenAPI 3 and on
 * purpose not derived from Foyer's own table: the two are held against each other. What the page lost (paths but one, nested objects, the
 * methods of two operations) is written as the notes on the page infer it.
 */

export type Row = Record<string, unknown>;

const text = { type: 'string' };
const integer = { type: 'integer', format: 'int32' };
const flag = { type: 'boolean' };
const object = { type: 'object' };
const objects = { type: 'array', items: object };
const moment = { type: 'string', format: 'date-time' };
const nullable = (schema: Row): Row => ({ ...schema, nullable: true });

/** "accept multiple separate by ','". */
const list = { type: 'string', pattern: '^[^,]+(,[^,]+)*$' };
const names = (...known: string[]) => ({ type: 'string', pattern: `^(${known.join('|')})(,(${known.join('|')}))*$` });
/** "accept ISO 8601 (2015-01-01T08:00:00+08:00) or string 'now'". */
const instant = { type: 'string', pattern: '^(now|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[+-]\\d{2}:\\d{2})$' };

const paging = { page: integer, row: integer };
const states = names('booked', 'using', 'waitingCheckIn');

/** An object of an answer: every field that the page prints must be there; there may be more. */
const printed = (properties: Record<string, Row>, absent: readonly string[] = []): Row => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !absent.includes(name)),
  properties,
});
const page = (row: Row): Row => printed({ data: { type: 'array', items: row }, metaData: object });

const badge = printed(
  {
    id: { ...integer, example: 1 },
    uid: { ...text, example: 'string' },
    period: object,
    registrationCode: { ...text, example: 'FJUEIW' },
    state: { ...integer, example: 0 },
    visitor: object,
    checkInDate: nullable({ ...moment, example: '2021-01-03T12:00:00+08:00' }),
    checkOutDate: nullable({ ...moment, example: '2021-01-03T14:00:00+08:00' }),
  },
  ['checkInDate', 'checkOutDate'],
);
const user = printed({
  id: integer,
  displayName: text,
  emailAddress: text,
  userName: text,
  isActivated: flag,
  userGroups: { type: 'array', items: {} },
  actualPermissions: { type: 'array', items: {} },
  isDeleted: flag,
});
const serviceItem = printed({
  id: integer,
  name: objects,
  description: objects,
  type: integer,
  isDeleted: flag,
  actualAssignedUsers: { type: 'array', items: {} },
});
const device = printed({
  id: integer,
  accessId: nullable(text),
  name: nullable(text),
  bookableResource: nullable(object),
  isDeleted: flag,
});
const controller = printed({
  id: { ...integer, example: 1 },
  name: { ...text, example: 'EPaperController 1' },
  displayLanguage: { ...text, example: 'en-US' },
  tags: objects,
});
const building = printed({
  id: { ...integer, example: 1 },
  name: objects,
  address: text,
  shortName: text,
  floors: objects,
  isDeleted: flag,
  order: integer,
});
// The page prints the sample of a room; whether a desk or a projector has a category and a floor it does not tell.
const resource = printed({
  id: integer,
  accessId: text,
  name: objects,
  type: integer,
  category: nullable(integer),
  description: objects,
  actualServiceItems: { type: 'array', items: {} },
  floor: nullable(object),
  capacity: integer,
  isDeleted: flag,
});
const sensed = { accessId: text, timestamp: nullable(moment), data: nullable(printed({ isConnected: flag, isOccupied: flag })) };

/** A body: nothing but what the page prints. */
const body = (properties: Record<string, Row>, required: readonly string[] = []): Row => ({
  type: 'object',
  additionalProperties: false,
  ...(required.length > 0 && { required }),
  properties,
});
const deviceBody = body({ id: integer, accessId: nullable(text), name: nullable(text), bookableResource: object, isDeleted: flag });
const subscription = body({ ids: list, callbackUrl: text, expireTime: { ...integer, minimum: 1, maximum: 1440 } }, [
  'ids',
  'callbackUrl',
  'expireTime',
]);

/** One operation as the page prints it; `again`: it is printed twice. */
export interface Printed {
  readonly key: string;
  readonly tag: string;
  readonly title: string;
  readonly place: string;
  readonly path?: Record<string, Row>;
  readonly query?: Record<string, Row>;
  readonly required?: readonly string[];
  readonly body?: Row;
  readonly answer?: Row;
  readonly again?: true;
}

const subscribe = 'Subscribe resource appointment change';
const searchResources = 'Search bookable resources by pagination';

/** The page's operations in its order. */
export const printedOperations: readonly Printed[] = [
  {
    key: 'system.information',
    tag: 'System',
    title: 'Get system information',
    place: 'GET /API/external/system/v1/information',
    answer: printed({
      name: { ...text, example: 'Bookings ONE' },
      version: { ...text, example: '2.2.0' },
      environment: { ...text, example: 'Production' },
      clientName: { ...text, example: 'Happy Ltd.' },
    }),
  },
  {
    key: 'visitorManagement.get',
    tag: 'VisitorManagement',
    title: 'Get visitor badge information',
    place: 'GET /API/external/visitorManagement/v1/{id}',
    path: { id: text },
    answer: badge,
  },
  {
    key: 'visitorManagement.search',
    tag: 'VisitorManagement',
    title: 'Search visitor badge information',
    place: 'GET /API/external/visitorManagement/v1',
    query: {
      id: list,
      uid: list,
      from: instant,
      to: instant,
      registrationCode: list,
      buildingId: list,
      state: names('initial', 'noShow', 'visited', 'visiting'),
      ...paging,
    },
    answer: page(badge),
  },
  {
    key: 'visitingAppointment.search',
    tag: 'VisitingAppointment',
    title: 'Search visitor appointment information',
    place: 'GET /API/external/visitingAppointment/v1',
    query: {
      id: list,
      from: instant,
      to: instant,
      invitingUserId: list,
      searchText: text,
      bookingState: states,
      bookableResourceId: list,
      buildingId: list,
      visitorId: list,
      bookingId: list,
      ...paging,
    },
    answer: page(object),
  },
  {
    key: 'user.get',
    tag: 'User',
    title: 'Get user by id',
    place: 'GET /API/external/user/v1/{id}',
    path: { id: integer },
    answer: user,
  },
  {
    key: 'user.search',
    tag: 'User',
    title: 'Search users by pagination',
    place: 'GET /API/external/user/v1',
    query: { id: list, userGroupId: list, searchText: text, isDeleted: flag, ...paging },
    answer: page(user),
  },
  {
    key: 'serviceItem.get',
    tag: 'ServiceItem',
    title: 'Get service item by id',
    place: 'GET /API/external/serviceItem/v1/{id}',
    path: { id: integer },
    answer: serviceItem,
  },
  {
    key: 'serviceItem.search',
    tag: 'ServiceItem',
    title: 'Search service items by pagination',
    place: 'GET /API/external/serviceItem/v1',
    query: { id: list, type: names('betweenBooking', 'afterBooking'), servicePlanId: list, searchText: text, ...paging },
    answer: page(serviceItem),
  },
  {
    key: 'iotSensorData.post',
    tag: 'IotSensorData',
    title: 'Post occupancy sensor data',
    place: 'POST /API/external/iotSensorData/v1',
    body: body(sensed, ['accessId']),
    answer: printed({
      deviceId: { ...integer, example: 10 },
      timestamp: { ...moment, example: '2022-01-12T12:23:02+08:00' },
      data: object,
    }),
    again: true,
  },
  {
    key: 'iotDevice.search',
    tag: 'IotDevice',
    title: 'Search iot devices by pagination',
    place: 'GET /API/external/iotDevice/v1',
    query: { id: list, accessId: list, searchText: text, bookableResourceId: list, isDeleted: flag, ...paging },
    answer: page(device),
  },
  {
    key: 'iotDevice.create',
    tag: 'IotDevice',
    title: 'Create iot device',
    place: 'POST /API/external/iotDevice/v1',
    body: deviceBody,
    answer: device,
  },
  {
    key: 'iotDevice.update',
    tag: 'IotDevice',
    title: 'Update iot device',
    place: 'PUT /API/external/iotDevice/v1/{id}',
    path: { id: text },
    body: deviceBody,
    answer: device,
  },
  {
    key: 'iotDevice.get',
    tag: 'IotDevice',
    title: 'Get iot device by id',
    place: 'GET /API/external/iotDevice/v1/{id}',
    path: { id: text },
    answer: device,
  },
  {
    key: 'ePaperController.get',
    tag: 'EPaperController',
    title: 'Get building by id',
    place: 'GET /API/external/ePaperController/v1/{id}',
    path: { id: integer },
    answer: controller,
  },
  {
    key: 'ePaperController.search',
    tag: 'EPaperController',
    title: 'Search building by pagination',
    place: 'GET /API/external/ePaperController/v1',
    query: { id: list, isDeleted: flag, type: names('qbicGateway', 'MinewServer'), searchText: text, ...paging },
    answer: page(controller),
  },
  {
    key: 'ePaperController.updateTagStatus',
    tag: 'EPaperController',
    title: 'Search building by pagination',
    place: 'POST /API/external/ePaperController/v1/updateTagStatus',
    body: body({
      batteryLevel: nullable({ type: 'number', format: 'double' }),
      screenSize: nullable({ type: 'number', format: 'double' }),
      isOnline: flag,
      ePaperTagId: nullable(text),
    }),
    answer: printed({ isSuccess: flag }),
  },
  {
    key: 'dashboard.dailyVisitor',
    tag: 'Dashboard',
    title: 'Get daily visitor analytics result',
    place: 'GET /API/external/dashboard/v1/dailyVisitor',
    query: { date: moment },
    required: ['date'],
    answer: printed({
      numberOfInitial: { ...integer, example: 10 },
      numberOfVisiting: { ...integer, example: 15 },
      numberOfVisited: { ...integer, example: 6 },
      numberOfNoShow: { ...integer, example: 3 },
    }),
    again: true,
  },
  {
    key: 'building.get',
    tag: 'Building',
    title: 'Get building by id',
    place: 'GET /API/external/building/v1/{id}',
    path: { id: integer },
    answer: building,
  },
  {
    key: 'building.search',
    tag: 'Building',
    title: 'Search building by pagination',
    place: 'GET /API/external/building/v1',
    query: { id: list, isDeleted: flag, searchText: text, ...paging },
    answer: page(building),
  },
  {
    key: 'booking.search',
    tag: 'Booking',
    title: 'Get resource appointments',
    place: 'GET /API/external/booking/v1',
    query: {
      id: list,
      from: instant,
      to: instant,
      organizerUserId: list,
      searchText: text,
      bookingState: states,
      bookableResourceId: list,
      bookableResourceType: names('room', 'desk'),
      bookingId: list,
      excludePreparation: flag,
      ...paging,
    },
    answer: page(object),
  },
  {
    key: 'booking.export',
    tag: 'Booking',
    title: 'Export bookings by bookable resource to Excel',
    place: 'GET /API/external/booking/v1/export',
    query: { From: moment, To: moment, TimeZone: text },
  },
  {
    key: 'bookableResource.get',
    tag: 'BookableResource',
    title: 'Get bookable resource by id',
    place: 'GET /API/external/bookableResource/v1/{id}',
    path: { id: text },
    answer: resource,
  },
  {
    key: 'bookableResource.search',
    tag: 'BookableResource',
    title: searchResources,
    place: 'GET /API/external/bookableResource/v1',
    query: {
      id: list,
      type: names('room', 'desk', 'equipment'),
      category: names('meetingRoom', 'phoneBooth'),
      accessId: list,
      isDeleted: flag,
      searchText: text,
      floorId: list,
      minCapacity: integer,
      maxCapacity: integer,
      ...paging,
    },
    answer: page(resource),
  },
  {
    key: 'bookableResource.subscribe',
    tag: 'BookableResource',
    title: subscribe,
    place: 'POST /API/external/bookableResource/v1/subscribe',
    body: subscription,
    answer: text,
  },
  {
    key: 'bookableResourcePlayerContent.search',
    tag: 'BookableResourcePlayerContent',
    title: searchResources,
    place: 'GET /API/external/bookableResourcePlayerContent/v1',
    query: { id: list },
    answer: objects,
  },
  {
    key: 'bookableResourcePlayerContent.subscribe',
    tag: 'BookableResourcePlayerContent',
    title: subscribe,
    place: 'POST /API/external/bookableResourcePlayerContent/v1/subscribe',
    body: subscription,
    answer: text,
  },
  {
    key: 'bookableResourceAccessKey.search',
    tag: 'BookableResourceAccessKey',
    title: searchResources,
    place: 'GET /API/external/bookableResourceAccessKey/v1',
    query: { bookableResourceId: list, type: names('oneTime', 'static', 'daily') },
    answer: objects,
  },
  {
    key: 'bookableResourceAccessKey.subscribe',
    tag: 'BookableResourceAccessKey',
    title: subscribe,
    place: 'POST /API/external/bookableResourceAccessKey/v1/subscribe',
    body: subscription,
    answer: text,
    again: true,
  },
];
