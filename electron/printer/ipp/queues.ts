import { type Result, success } from '../../contract/failure.ts';
import type { Patience } from '../protocol.ts';
import { openChannel } from './channel.ts';
import { isDone, textsOf } from './message.ts';

/** A queue of CUPS, in its own words. */
export interface CupsQueue {
  readonly name: string;
  readonly model: string;
}

/** The queues of the CUPS at this address, such as `http://localhost:631/`. Fails like a question to a printer. */
export async function queuesAt(url: URL, times: Patience): Promise<Result<readonly CupsQueue[]>> {
  const channel = openChannel(url, times.connect);
  const own = { 'requested-attributes': ['printer-name', 'printer-make-and-model'] };
  const answered = await channel.ask({ operation: 'CUPS-Get-Printers', own }, times.confirm);
  channel.close();
  if (!answered.ok) return answered;
  // It says "not found" where it has none.
  if (!isDone(answered.value)) return success([]);
  return success(
    answered.value.printers.flatMap((printer) => {
      const [[name], [model = '']] = [textsOf(printer['printer-name']), textsOf(printer['printer-make-and-model'])];
      return name === undefined ? [] : [{ name, model }];
    }),
  );
}
