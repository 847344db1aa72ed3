import { type Expected, type Fields, identifier, objectOf, pageOf, periodFields, reference } from './field.ts';

const visitor: Fields = {
  id: { reads: 'id', also: ['visitorId', 'uid'] },
  name: { reads: 'text', also: ['displayName', 'fullName'], like: ['visitorName'], needed: true, or: 'lastName' },
  firstName: { reads: 'text', also: ['givenName'], like: ['forename'] },
  lastName: { reads: 'text', also: ['familyName'], like: ['surname'] },
  company: { reads: 'any', also: ['companyName', 'organization'], like: ['organisation', 'organizationName', 'employer'] },
  isBlacklisted: { reads: 'flag', also: ['isBlocked', 'isBlackListed'], like: ['blacklisted', 'blocked'] },
};

const badge: Fields = {
  id: { ...identifier, or: 'uid', like: ['badgeId', 'visitorBadgeId'] },
  uid: { reads: 'id', stated: true, like: ['badgeUid', 'uniqueId'] },
  ...periodFields,
  period: { ...periodFields.period, stated: true, needed: true },
  registrationCode: {
    reads: 'text',
    stated: true,
    needed: true,
    like: ['code', 'regCode', 'registerCode', 'registrationNumber', 'registrationNo', 'badgeCode'],
  },
  state: {
    reads: 'text',
    stated: true,
    like: ['status', 'badgeState', 'visitState', 'badgeStatus'],
    // The order that the schema gives to integers.
    names: ['initial', 'visiting', 'visited', 'noShow'],
  },
  visitor: { reads: 'row', stated: true, needed: true, like: ['guest', 'visitorInfo', 'visitorInformation'], under: visitor },
  building: { reads: 'row', also: ['buildingId'], under: reference },
  checkInDate: {
    reads: 'moment',
    also: ['checkInTime'],
    stated: true,
    like: ['checkedInAt', 'checkIn', 'checkInAt', 'checkInDateTime'],
  },
  checkOutDate: {
    reads: 'moment',
    also: ['checkOutTime'],
    stated: true,
    like: ['checkedOutAt', 'checkOut', 'checkOutAt', 'checkOutDateTime'],
  },
  isBlacklisted: { reads: 'flag', also: ['isBlocked'] },
};

const appointment: Fields = {
  id: identifier,
  ...periodFields,
  period: { ...periodFields.period, needed: true },
  invitingUser: {
    reads: 'row',
    also: ['inviter', 'invitingUserId', 'host', 'organizer', 'organizerUserId'],
    like: ['inviterId', 'hostUser', 'hostId', 'invitedBy', 'organiser'],
    needed: true,
    under: reference,
  },
  bookableResource: {
    reads: 'any',
    also: ['bookableResources', 'bookableResourceId', 'bookableResourceIds', 'room'],
    like: ['resource', 'resources', 'resourceId', 'rooms', 'location'],
    needed: true,
    under: reference,
  },
  building: { reads: 'row', also: ['buildingId'], under: reference },
  visitors: {
    reads: 'any',
    also: ['visitorIds', 'visitorId', 'visitor'],
    like: ['guests', 'attendees', 'visitorList'],
    needed: true,
    under: reference,
  },
  isCancelled: { reads: 'flag', also: ['isCanceled'], like: ['cancelled', 'canceled'] },
  isDeleted: { reads: 'flag', like: ['deleted'] },
};

const user: Fields = {
  id: identifier,
  displayName: { reads: 'text', also: ['name', 'fullName'], stated: true, needed: true, or: 'firstName' },
  firstName: { reads: 'text', unless: 'displayName' },
  lastName: { reads: 'text', unless: 'displayName' },
  emailAddress: { reads: 'text', stated: true },
  userName: { reads: 'text', stated: true },
  isActivated: { reads: 'flag', stated: true },
  userGroups: { reads: 'list', stated: true },
  actualPermissions: { reads: 'list', stated: true },
  isDeleted: { reads: 'flag', stated: true },
};

const system: Fields = {
  name: { reads: 'text', stated: true, like: ['systemName', 'productName'] },
  version: { reads: 'text', stated: true, like: ['systemVersion', 'productVersion'] },
  environment: { reads: 'text', stated: true, like: ['environmentName'] },
  clientName: { reads: 'text', stated: true, like: ['customerName'] },
};

const counts: Fields = {
  numberOfInitial: { reads: 'number', also: ['initial'], stated: true, needed: true, like: ['initialCount'] },
  numberOfVisiting: { reads: 'number', also: ['visiting'], stated: true, needed: true, like: ['visitingCount'] },
  numberOfVisited: { reads: 'number', also: ['visited'], stated: true, needed: true, like: ['visitedCount'] },
  numberOfNoShow: { reads: 'number', also: ['noShow'], stated: true, needed: true, like: ['noShowCount'] },
};

/** What System, VisitorManagement, VisitingAppointment, User and Dashboard answer. */
export const visitAnswers = {
  'system.information': objectOf(system),
  'visitorManagement.get': objectOf(badge),
  'visitorManagement.search': pageOf(badge),
  'visitingAppointment.search': pageOf(appointment),
  'user.get': objectOf(user),
  'user.search': pageOf(user),
  'dashboard.dailyVisitor': objectOf(counts),
} as const satisfies Record<string, Expected>;
