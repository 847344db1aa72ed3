import * as z from 'zod';
import { type OperationKey, operationOf } from '../operations.ts';
import type { Expected, Field, Fields } from './expected/field.ts';
import { placeAnswers } from './expected/places.ts';
import { thingAnswers } from './expected/things.ts';
import { visitAnswers } from './expected/visits.ts';

/** What our schemas read in each answer; a name that is missing here is one that no file can rename. */
export const expectedAnswers: Readonly<Record<OperationKey, Expected>> = { ...visitAnswers, ...placeAnswers, ...thingAnswers };

/** The fields of the body that we send, by its schema; empty where there is none. */
export function expectedBody(key: OperationKey): Fields {
  const { body } = operationOf(key);
  return body ? fieldsOf(body) : {};
}

function fieldsOf(schema: z.core.$ZodType): Fields {
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return {};
  const fields = Object.entries(inner.shape as Record<string, z.core.$ZodType>).map(([name, field]): [string, Field] => [
    name,
    { reads: 'any', under: fieldsOf(field) },
  ]);
  return Object.fromEntries(fields);
}

/** Other names for our query parameters; those of paging are as good as never the page's own. */
export const parameterNames: Readonly<Record<string, readonly string[]>> = {
  id: ['ids'],
  page: ['pageIndex', 'pageNumber', 'pageNo'],
  row: ['rows', 'pageSize', 'rowsPerPage', 'perPage', 'limit'],
  searchText: ['search', 'keyword', 'query', 'q'],
  from: ['start', 'startTime', 'startDate', 'fromDate', 'dateFrom'],
  to: ['end', 'endTime', 'endDate', 'toDate', 'dateTo'],
  registrationCode: ['code'],
  state: ['status'],
};
