import { type Result, success } from '../../contract/failure.ts';
import type { Call } from '../call.ts';

/** What a server says of itself, as far as it says it. */
export interface ServerFacts {
  readonly name?: string;
  readonly version?: string;
  readonly environment?: string;
  readonly client?: string;
}

/** Name, version, environment and client of the server. */
export async function aboutServer(call: Call, within?: number): Promise<Result<ServerFacts>> {
  const answer = await call('system.information', {}, within);
  if (!answer.ok) return answer;
  const { name, version, environment, clientName } = answer.value;
  return success({
    ...(name && { name }),
    ...(version && { version }),
    ...(environment && { environment }),
    ...(clientName && { client: clientName }),
  });
}
