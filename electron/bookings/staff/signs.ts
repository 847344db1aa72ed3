import { failure, type Result, success } from '../../contract/failure.ts';
import type { Call } from '../call.ts';
import type { Arguments } from '../operations.ts';
import type { Controller } from '../schemas/e-paper.ts';
import { everyRow } from './rows.ts';

const update = 'ePaperController.updateTagStatus';

/** The state of a tag, to be told to the server. */
export type TagStatus = Arguments<typeof update>['body'];

/**
 * The e-paper signs of the site: its controllers with their tags and what is known of each. A search may leave the tags out: then the
 * controller is asked for by its id. One that cannot be asked for stands there without tags.
 */
export async function signs(call: Call): Promise<Result<readonly Controller[]>> {
  const found = await everyRow(call, 'ePaperController.search', { isDeleted: false }, ({ isDeleted }) => !isDeleted);
  if (!found.ok) return found;
  const controllers: Controller[] = [];
  for (const controller of found.value) {
    const whole = controller.tags.length > 0 ? undefined : await call('ePaperController.get', { id: controller.id });
    if (whole?.ok === false && whole.failure.code === 'bookings.unauthorized') return whole;
    controllers.push(whole?.ok ? { ...controller, tags: whole.value.tags } : controller);
  }
  return success(controllers);
}

/** Tells the server a tag's state. Its answer "no success" is `bookings.refused`. */
export async function updateSign(call: Call, status: TagStatus): Promise<Result<void>> {
  const answer = await call(update, { body: status });
  if (!answer.ok) return answer;
  return answer.value.isSuccess ? success(undefined) : failure('bookings.refused', { operation: update, field: 'isSuccess' });
}
