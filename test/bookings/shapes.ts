import type { Arguments, OperationKey } from '../../electron/bookings/operations.ts';

/** One operation: what it is called with, what a server of another make answers, and what has to be read of it. */
export type Shape<K extends OperationKey> = { given: Arguments<K>; answer: unknown; read: unknown };

const both = { en: 'Jasmine', 'zh-Hant': '茉莉' };
const bothRead = [
  { language: 'en', text: 'Jasmine' },
  { language: 'zh-Hant', text: '茉莉' },
];
const plain = (text: string) => [{ language: '', text }];

// The machine's zone is Asia/Hong_Kong in these tests: dates without offset are of +08:00.
const span = { start: '2026-11-22T09:00:00', end: '2026-11-22 10:00' };
const spanRead = { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' };

const badge = (id: string) => ({
  id: null,
  uid: id,
  startDate: span.start,
  endDate: span.end,
  registrationCode: ' fjueiw',
  state: 'Visiting',
  visitor: { visitorId: '7', firstName: 'Ada', lastName: 'Quill', company: { name: 'Quill & Co' }, isBlacklisted: 'False' },
  buildingId: '4',
  checkInTime: '2026-11-22T09:05:00.1234567',
  checkOutTime: '0001-01-01T00:00:00',
  surprise: [{ deep: null }],
});
const badgeRead = (key: string) => ({
  key,
  period: spanRead,
  registrationCode: 'FJUEIW',
  state: 'visiting',
  visitor: { id: '7', name: 'Ada Quill', givenName: 'Ada', familyName: 'Quill', company: 'Quill & Co', blocked: false },
  building: { id: '4' },
  checkInDate: '2026-11-22T09:05:00+08:00',
  blocked: false,
});

const user = (id: string) => ({ id, firstName: 'Oskar', lastName: 'Lindqvist', userGroups: null, isDeleted: 'True' });
const userRead = (id: string) => ({ id, displayName: 'Oskar Lindqvist', isDeleted: true });
const building = (id: string) => ({
  id,
  name: both,
  floors: [{ floorId: '12', displayName: { en: '12/F' } }, 'roof'],
  order: null,
});
const buildingRead = (id: string) => ({
  id,
  name: bothRead,
  floors: [{ id: '12', name: [{ language: 'en', text: '12/F' }] }],
  isDeleted: false,
});
const resource = (id: string) => ({
  id,
  displayName: {
    translations: [
      { key: 'en', value: 'Jasmine' },
      { lang: 'zh-Hant', text: '茉莉' },
    ],
  },
  floor: { id: '12', name: '12/F', buildingId: '4' },
  type: 'Room',
  capacity: '8',
});
const resourceRead = (id: string) => ({
  id,
  name: bothRead,
  floor: { id: '12', name: plain('12/F'), building: { id: '4' } },
  isDeleted: false,
});
const service = (id: string) => ({
  id,
  name: { en: { value: 'Tea' }, fr: { text: 'Thé' } },
  description: null,
  type: 'AFTER_BOOKING',
  isDeleted: '0',
});
const serviceRead = (id: string) => ({
  id,
  name: [
    { language: 'en', text: 'Tea' },
    { language: 'fr', text: 'Thé' },
  ],
  type: 'afterBooking',
  isDeleted: false,
});
const device = (id: string) => ({ deviceId: id, accessId: 4711, displayName: 'Kiosk', bookableResourceId: '12', isDeleted: null });
const deviceRead = (id: string) => ({
  id,
  accessId: '4711',
  name: 'Kiosk',
  bookableResource: { id: '12' },
  isDeleted: false,
});
const deviceSent = { id: 0, accessId: '4711', name: 'Kiosk', bookableResource: { id: 12 }, isDeleted: false };
const controller = (id: string) => ({
  id,
  name: 'Signs',
  displayLanguage: null,
  ePaperTags: [{ tagId: '9', battery: '87.5', screenSize: 4, online: 'true' }, { name: 'without an id' }],
});
const controllerRead = (id: string) => ({
  id,
  name: 'Signs',
  tags: [{ id: '9', batteryLevel: 87.5, screenSize: 4, isOnline: true }],
  isDeleted: false,
});
const appointment = (id: string) => ({
  id,
  period: { startTime: span.start, endTime: span.end },
  inviter: { uid: 'u-11', fullName: 'Oskar Lindqvist' },
  bookableResourceIds: '101, 102',
  buildingId: '4',
  visitorIds: '7,8',
  isCanceled: 0,
});
const appointmentRead = (id: string) => ({
  id,
  period: spanRead,
  host: { id: 'u-11', name: plain('Oskar Lindqvist') },
  resource: { id: '101' },
  building: { id: '4' },
  visitors: [{ id: '7' }, { id: '8' }],
  withdrawn: false,
});
const booking = (id: string) => ({
  bookingId: id,
  title: 'Stand-up',
  startTime: span.start,
  endTime: span.end,
  organizerUserId: '11',
  room: { id: '101', name: both },
  state: 'waiting-check-in',
});
const bookingRead = (id: string) => ({
  id,
  subject: 'Stand-up',
  period: spanRead,
  organizer: { id: '11' },
  resource: { id: '101', name: bothRead },
  state: 'waitingCheckIn',
  isCancelled: false,
});

const subscription = { ids: '1,2', callbackUrl: 'http://127.0.0.1:9/callback', expireTime: 60 };
const bareArray = { read: (rows: unknown[]) => ({ data: rows }) };
const page = (make: (id: string) => unknown, read: (id: string) => unknown, ids = ['a1', 'a2']) => ({
  answer: ids.map(make),
  read: bareArray.read(ids.map(read)),
});

/** Every operation in another shape than the vendor's page shows: pages are bare arrays, bare arrays are pages. */
export const otherShapes: { [K in OperationKey]: Shape<K> } = {
  'system.information': {
    given: {},
    answer: { name: 'Bookings ONE', version: 2.2, environment: null, more: {} },
    read: { name: 'Bookings ONE', version: '2.2' },
  },
  'visitorManagement.get': { given: { id: 'b/1' }, answer: badge('b/1'), read: badgeRead('b/1') },
  'visitorManagement.search': { given: { registrationCode: 'FJUEIW' }, ...page(badge, badgeRead) },
  'visitingAppointment.search': { given: { visitorId: '7' }, ...page(appointment, appointmentRead) },
  'user.get': { given: { id: '11' }, answer: user('11'), read: userRead('11') },
  'user.search': { given: { searchText: 'osk' }, ...page(user, userRead) },
  'dashboard.dailyVisitor': {
    given: { date: '2026-11-22T00:00:00+08:00' },
    answer: { numberOfInitial: '10', numberOfVisiting: 15, numberOfVisited: '6', numberOfNoShow: 0, total: 31 },
    read: { initial: 10, visiting: 15, visited: 6, noShow: 0 },
  },
  'building.get': { given: { id: '4' }, answer: building('4'), read: buildingRead('4') },
  'building.search': { given: {}, ...page(building, buildingRead) },
  'booking.search': { given: { bookableResourceId: '101' }, ...page(booking, bookingRead) },
  'booking.export': {
    given: {},
    answer: undefined,
    read: { type: 'application/octet-stream', bytes: new Uint8Array([80, 75, 3, 4]) },
  },
  'bookableResource.get': { given: { id: '101' }, answer: resource('101'), read: resourceRead('101') },
  'bookableResource.search': { given: { type: 'room' }, ...page(resource, resourceRead) },
  'bookableResource.subscribe': { given: { body: subscription }, answer: { subscriptionId: 12 }, read: '12' },
  'bookableResourcePlayerContent.search': {
    given: { id: '12' },
    answer: {
      data: [
        { id: '1', mediaType: 'Image', content: { url: 'https://media.example/a b.png' }, duration: '8' },
        { id: '2', kind: 'TEXT', content: both, seconds: 0 },
        { id: '3', type: 'Weather', url: 'file:///etc/passwd' },
        { id: { no: 'id' } },
      ],
    },
    read: [
      { id: '1', kind: 'image', address: 'https://media.example/a%20b.png', seconds: 8 },
      { id: '2', kind: 'text', text: bothRead },
      { id: '3', kind: 'weather' },
    ],
  },
  'bookableResourcePlayerContent.subscribe': { given: { body: subscription }, answer: true, read: undefined },
  'bookableResourceAccessKey.search': {
    given: { bookableResourceId: '101' },
    answer: {
      data: [
        {
          bookableResourceId: '101',
          keyType: 'Daily',
          pinCode: 4711,
          startDate: span.start,
          endDate: span.end,
          booking: { id: '3' },
        },
        { bookableResource: { id: '101' }, type: '0', code: 'line\nbreak', start: null },
        { bookableResourceId: '101', startDate: 'sometime' },
      ],
    },
    read: [
      { resource: { id: '101' }, type: 'daily', key: '4711', period: spanRead, bookingId: '3' },
      { resource: { id: '101' }, type: 'oneTime' },
    ],
  },
  'bookableResourceAccessKey.subscribe': { given: { body: subscription }, answer: null, read: undefined },
  'serviceItem.get': { given: { id: '5' }, answer: service('5'), read: serviceRead('5') },
  'serviceItem.search': { given: { id: ['a1', 'a2'] }, ...page(service, serviceRead) },
  'iotSensorData.post': {
    given: { body: { accessId: '4711', timestamp: null, data: { isConnected: true, isOccupied: false } } },
    answer: { deviceId: '10', timestamp: span.start, data: null },
    read: { deviceId: '10', timestamp: spanRead.from },
  },
  'iotDevice.search': { given: { accessId: '4711' }, ...page(device, deviceRead) },
  'iotDevice.create': { given: { body: deviceSent }, answer: device('10'), read: deviceRead('10') },
  'iotDevice.update': { given: { id: '10', body: deviceSent }, answer: device('10'), read: deviceRead('10') },
  'iotDevice.get': { given: { id: '10' }, answer: device('10'), read: deviceRead('10') },
  'ePaperController.get': { given: { id: '1' }, answer: controller('1'), read: controllerRead('1') },
  'ePaperController.search': { given: {}, ...page(controller, controllerRead) },
  'ePaperController.updateTagStatus': {
    given: { body: { batteryLevel: 99, screenSize: 4, isOnline: true, ePaperTagId: '9' } },
    answer: { isSuccess: 'True' },
    read: { isSuccess: true },
  },
};
