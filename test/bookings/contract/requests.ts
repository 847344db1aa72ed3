import type { Arguments, OperationKey } from '../../../electron/bookings/operations.ts';

const subscription = { ids: '1,2,3', callbackUrl: 'http://127.0.0.1:8765/called', expireTime: 60 };
const device = { id: 0, accessId: 'KIOSK-1', name: 'Lobby kiosk', bookableResource: { id: 3 }, isDeleted: false };
const span = { from: '2026-03-02T00:00:00+08:00', to: 'now' };
const paging = { page: 1, row: 20 };

/** Every operation with everything that it can be given, and with as little as it may be. */
export const givenTo: {
  readonly [K in OperationKey]: {
    readonly all: Arguments<K>;
    readonly least: Arguments<K>;
  };
} = {
  'system.information': { all: {}, least: {} },
  'visitorManagement.get': { all: { id: '1' }, least: { id: '1' } },
  'visitorManagement.search': {
    all: {
      id: ['1', '2'],
      uid: ['a-1', 'b-2'],
      ...span,
      registrationCode: ['ABCDEF', 'BCDEFG'],
      buildingId: '1',
      state: ['initial', 'noShow', 'visited', 'visiting'],
      ...paging,
    },
    least: {},
  },
  'visitingAppointment.search': {
    all: {
      id: ['1', '2'],
      ...span,
      invitingUserId: '4',
      searchText: 'review & lunch, +1',
      bookingState: ['booked', 'using', 'waitingCheckIn'],
      bookableResourceId: ['1', '2', '3'],
      buildingId: '1',
      visitorId: '7',
      bookingId: '9',
      ...paging,
    },
    least: {},
  },
  'user.get': { all: { id: '4' }, least: { id: '4' } },
  'user.search': { all: { id: '4', userGroupId: ['1', '2'], searchText: 'ada', isDeleted: false, ...paging }, least: {} },
  'serviceItem.get': { all: { id: '1' }, least: { id: '1' } },
  'serviceItem.search': {
    all: { id: '1', type: ['betweenBooking', 'afterBooking'], servicePlanId: '2', searchText: 'tea', ...paging },
    least: {},
  },
  'iotSensorData.post': {
    all: { body: { accessId: 'KIOSK-1', timestamp: '2026-03-02T09:00:00+08:00', data: { isConnected: true, isOccupied: false } } },
    least: { body: { accessId: 'KIOSK-1', timestamp: null, data: { isConnected: true, isOccupied: true } } },
  },
  'iotDevice.search': {
    all: { id: '1', accessId: ['Room101', 'Desk101'], searchText: 'kiosk', bookableResourceId: null, isDeleted: true, ...paging },
    least: {},
  },
  'iotDevice.create': { all: { body: device }, least: { body: device } },
  'iotDevice.update': { all: { id: '5', body: { ...device, id: 5 } }, least: { id: '5', body: device } },
  'iotDevice.get': { all: { id: '5' }, least: { id: '5' } },
  'ePaperController.get': { all: { id: '1' }, least: { id: '1' } },
  'ePaperController.search': {
    all: { id: '1', isDeleted: false, type: ['qbicGateway', 'MinewServer'], searchText: 'lobby', ...paging },
    least: {},
  },
  'ePaperController.updateTagStatus': {
    all: { body: { batteryLevel: 99, screenSize: 4.2, isOnline: true, ePaperTagId: 'tag-1' } },
    least: { body: { batteryLevel: null, screenSize: null, isOnline: false, ePaperTagId: 'tag-1' } },
  },
  'dashboard.dailyVisitor': { all: { date: '2026-03-02T00:00:00+08:00' }, least: { date: '2026-03-02T00:00:00-05:30' } },
  'building.get': { all: { id: '1' }, least: { id: '1' } },
  'building.search': { all: { id: ['1', '2'], isDeleted: false, searchText: 'harbour', ...paging }, least: {} },
  'booking.search': {
    all: {
      id: '1',
      ...span,
      organizerUserId: '4',
      searchText: 'review',
      bookingState: ['booked', 'using'],
      bookableResourceId: '3',
      bookableResourceType: ['room', 'desk'],
      bookingId: '9',
      excludePreparation: true,
      ...paging,
    },
    least: {},
  },
  'booking.export': {
    all: { From: '2026-03-02T00:00:00+08:00', To: '2026-03-03T00:00:00+08:00', TimeZone: 'Asia/Hong_Kong' },
    least: {},
  },
  'bookableResource.get': { all: { id: '3' }, least: { id: '3' } },
  'bookableResource.search': {
    all: {
      id: '3',
      type: ['room', 'desk', 'equipment'],
      category: ['meetingRoom', 'phoneBooth'],
      accessId: 'Room101',
      isDeleted: false,
      searchText: 'harbour',
      floorId: null,
      minCapacity: 2,
      maxCapacity: 8,
      ...paging,
    },
    least: {},
  },
  'bookableResource.subscribe': { all: { body: subscription }, least: { body: subscription } },
  'bookableResourcePlayerContent.search': { all: { id: ['1', '2', '3'] }, least: {} },
  'bookableResourcePlayerContent.subscribe': { all: { body: subscription }, least: { body: subscription } },
  'bookableResourceAccessKey.search': { all: { bookableResourceId: '3', type: ['oneTime', 'static', 'daily'] }, least: {} },
  'bookableResourceAccessKey.subscribe': { all: { body: subscription }, least: { body: subscription } },
};
