import type * as z from 'zod';
import { appointmentSchema } from './schemas/appointment.ts';
import { badgeSchema } from './schemas/badge.ts';
import { buildingSchema, resourceSchema } from './schemas/place.ts';
import { pageSchema } from './schemas/row.ts';
import { systemSchema } from './schemas/system.ts';
import { userSchema } from './schemas/user.ts';

/** What one operation of the External API is: `segments` go into the path, `query` behind it, `answer` reads what comes back. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: readonly string[];
  readonly answer: z.ZodType;
}

/**
 * Every operation that Foyer calls. Keys are ours and fixed; parameters are stated on the vendor's page
 * (https://ones.software/help/external-api). Only the first path is printed there: the others are INFERRED from it and from the
 * page's sections, and can be replaced with `FOYER_PATHS`.
 */
export const operations = {
  'system.information': {
    method: 'GET',
    path: '/API/external/system/v1/information',
    segments: [],
    query: [],
    answer: systemSchema,
  },
  'visitorManagement.get': {
    method: 'GET',
    path: '/API/external/visitorManagement/v1/{id}',
    segments: ['id'],
    query: [],
    answer: badgeSchema,
  },
  'visitorManagement.search': {
    method: 'GET',
    path: '/API/external/visitorManagement/v1',
    segments: [],
    query: ['id', 'uid', 'from', 'to', 'registrationCode', 'buildingId', 'state', 'page', 'row'],
    answer: pageSchema(badgeSchema),
  },
  'visitingAppointment.search': {
    method: 'GET',
    path: '/API/external/visitingAppointment/v1',
    segments: [],
    query: [
      'id',
      'from',
      'to',
      'invitingUserId',
      'searchText',
      'bookingState',
      'bookableResourceId',
      'buildingId',
      'visitorId',
      'bookingId',
      'page',
      'row',
    ],
    answer: pageSchema(appointmentSchema),
  },
  'user.get': { method: 'GET', path: '/API/external/user/v1/{id}', segments: ['id'], query: [], answer: userSchema },
  'building.get': { method: 'GET', path: '/API/external/building/v1/{id}', segments: ['id'], query: [], answer: buildingSchema },
  'bookableResource.get': {
    method: 'GET',
    path: '/API/external/bookableResource/v1/{id}',
    segments: ['id'],
    query: [],
    answer: resourceSchema,
  },
} as const satisfies Record<string, Operation>;

/** The key of an operation. */
export type OperationKey = keyof typeof operations;

type Table = typeof operations;

/** What an operation is called with: every path segment, and of the query what is wanted. */
export type Arguments<K extends OperationKey> = { readonly [N in Table[K]['segments'][number]]: string } & {
  readonly [N in Table[K]['query'][number]]?: string;
};

/** What an operation answers, read and cleaned. */
export type Answer<K extends OperationKey> = z.output<Table[K]['answer']>;
