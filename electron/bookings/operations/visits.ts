import { appointmentSchema } from '../schemas/appointment.ts';
import { badgeSchema } from '../schemas/badge.ts';
import { countsSchema } from '../schemas/counts.ts';
import { pageSchema } from '../schemas/page.ts';
import { systemSchema } from '../schemas/system.ts';
import { userSchema } from '../schemas/user.ts';
import { type Operation, paged, spanned } from './operation.ts';

const bookingStates = ['booked', 'using', 'waitingCheckIn'] as const;

/** System, VisitorManagement, VisitingAppointment, User, Dashboard: who comes, to whom, and how many. */
export const visitOperations = {
  'system.information': {
    section: 'System',
    title: 'Get system information',
    isRead: true,
    method: 'GET',
    // The one path that the vendor's page prints; all others are inferred from it.
    path: '/API/external/system/v1/information',
    segments: [],
    query: {},
    answer: systemSchema,
  },
  'visitorManagement.get': {
    section: 'VisitorManagement',
    title: 'Get visitor badge information',
    isRead: true,
    method: 'GET',
    path: '/API/external/visitorManagement/v1/{id}',
    segments: ['id'],
    query: {},
    answer: badgeSchema,
  },
  'visitorManagement.search': {
    section: 'VisitorManagement',
    title: 'Search visitor badge information',
    isRead: true,
    method: 'GET',
    path: '/API/external/visitorManagement/v1',
    segments: [],
    query: {
      id: 'ids',
      uid: 'ids',
      ...spanned,
      registrationCode: 'ids',
      buildingId: 'ids',
      state: ['initial', 'noShow', 'visited', 'visiting'],
      ...paged,
    },
    answer: pageSchema(badgeSchema),
  },
  'visitingAppointment.search': {
    section: 'VisitingAppointment',
    title: 'Search visitor appointment information',
    isRead: true,
    method: 'GET',
    path: '/API/external/visitingAppointment/v1',
    segments: [],
    query: {
      id: 'ids',
      ...spanned,
      invitingUserId: 'ids',
      searchText: 'text',
      bookingState: bookingStates,
      bookableResourceId: 'ids',
      buildingId: 'ids',
      visitorId: 'ids',
      bookingId: 'ids',
      ...paged,
    },
    answer: pageSchema(appointmentSchema),
  },
  'user.get': {
    section: 'User',
    title: 'Get user by id',
    isRead: true,
    method: 'GET',
    path: '/API/external/user/v1/{id}',
    segments: ['id'],
    query: {},
    answer: userSchema,
  },
  'user.search': {
    section: 'User',
    title: 'Search users by pagination',
    isRead: true,
    method: 'GET',
    path: '/API/external/user/v1',
    segments: [],
    query: { id: 'ids', userGroupId: 'ids', searchText: 'text', isDeleted: 'flag', ...paged },
    answer: pageSchema(userSchema),
  },
  'dashboard.dailyVisitor': {
    section: 'Dashboard',
    title: 'Get daily visitor analytics result',
    isRead: true,
    method: 'GET',
    path: '/API/external/dashboard/v1/dailyVisitor',
    segments: [],
    query: { date: 'moment' },
    required: ['date'],
    answer: countsSchema,
  },
} as const satisfies Record<string, Operation>;
