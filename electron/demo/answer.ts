import type { IncomingMessage } from 'node:http';
import { type OperationKey, operationOf } from '../bookings/operations.ts';
import type { Answers, Asked, Site } from './answers/asked.ts';
import { placeAnswers } from './answers/places.ts';
import { thingAnswers } from './answers/things.ts';
import { visitAnswers } from './answers/visits.ts';
import { readBody } from './body.ts';
import { readQuery } from './query.ts';
import { invalid, type Reply } from './reply.ts';

/** All 28; the compiler says when one is forgotten. */
const answers: Answers<OperationKey> = { ...visitAnswers, ...placeAnswers, ...thingAnswers };

/** Answers a request to an operation, whose strictness comes from the client's own table. */
export async function answerTo(
  { key, id }: { readonly key: OperationKey; readonly id: string },
  request: IncomingMessage,
  search: URLSearchParams,
  site: Site,
): Promise<Reply> {
  const operation = operationOf(key);
  const body = operation.body ? await readBody(request, operation.body) : { value: undefined };
  if ('reply' in body) return body.reply;
  const { values, faults } = readQuery(search, operation, site.at);
  if (Object.keys(faults).length > 0) return invalid(faults);
  const answer = answers[key] as (asked: Asked<unknown>) => Reply | Promise<Reply>;
  return answer({ id, values, body: body.value, site });
}
