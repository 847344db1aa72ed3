import type { visitOperations } from '../../bookings/operations/visits.ts';
import { momentOf as readMoment } from '../../contract/moment.ts';
import { bookingIdOf } from '../bookings.ts';
import { employees } from '../people.ts';
import { admits, mentions, overlaps } from '../query.ts';
import { fine, found, invalid, pageOf } from '../reply.ts';
import { appointmentView, badgeView, bookingStateOf, userView } from '../views.ts';
import type { Answers } from './asked.ts';

const dayLong = 24 * 3_600_000;

/** System, VisitorManagement, VisitingAppointment, User, Dashboard. */
export const visitAnswers: Answers<keyof typeof visitOperations> = {
  'system.information': () => fine({ name: 'Bookings ONE', version: '2.2.0', environment: 'Demo', clientName: 'Happy Ltd.' }),

  'visitorManagement.get': ({ id, site }) =>
    found(site.day.map(badgeView).find((badge) => String(badge.id) === id || badge.uid === id)),

  'visitorManagement.search': ({ values, site }) => {
    const badges = site.day
      .filter((visit) => overlaps(visit.period, values) && admits(values['buildingId'], visit.buildingId))
      .filter((visit) => admits(values['registrationCode'], visit.visitor.code) && admits(values['state'], visit.state))
      .map(badgeView)
      .filter((badge) => admits(values['id'], badge.id) && admits(values['uid'], badge.uid));
    return pageOf(badges, values);
  },

  'visitingAppointment.search': ({ values, site }) => {
    const rows = site.day
      .filter((visit) => overlaps(visit.period, values) && admits(values['bookingState'], bookingStateOf(visit)))
      .map((visit) => appointmentView(visit, bookingIdOf(visit, site.bookings) ?? null))
      .filter((row) => admits(values['id'], row.id) && admits(values['bookingId'], row.bookingId))
      .filter((row) => admits(values['invitingUserId'], row.invitingUser.id) && admits(values['buildingId'], row.building.id))
      .filter((row) => admits(values['bookableResourceId'], row.bookableResource.id))
      .filter((row) => row.visitors.some((visitor) => admits(values['visitorId'], visitor.id)))
      .filter((row) => mentions(values['searchText'], [row.subject, row.content]));
    return pageOf(rows, values);
  },

  'user.get': ({ id }) => found(employees.filter((user) => user.id === Number(id)).map(userView)[0]),

  'user.search': ({ values }) => {
    const users = employees
      .filter((user) => admits(values['id'], user.id) && admits(values['userGroupId'], user.groupId))
      .filter((user) => mentions(values['searchText'], [user.displayName, user.userName]))
      .map(userView)
      .filter((user) => admits(values['isDeleted'], user.isDeleted));
    return pageOf(users, values);
  },

  'dashboard.dailyVisitor': ({ values, site }) => {
    // Only the date and the offset count, so the day begins at that date's midnight in that offset.
    const asked = readMoment(values['date']?.[1] ?? '');
    if (!asked) return invalid({ date: ['A date needs its offset, as in 2022-01-05T00:00:00+08:00.'] });
    const clock = asked.clock.getTime();
    const midnight = asked.epoch - (((clock % dayLong) + dayLong) % dayLong);
    const visits = site.day.filter(({ period }) => {
      return period.from.getTime() >= midnight && period.from.getTime() < midnight + dayLong;
    });
    const count = (state: string) => visits.filter((visit) => visit.state === state).length;
    return fine({
      numberOfInitial: count('initial'),
      numberOfVisiting: count('visiting'),
      numberOfVisited: count('visited'),
      numberOfNoShow: count('noShow'),
    });
  },
};
