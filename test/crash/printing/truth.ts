import type { PrintState } from '../../../electron/core/visit.ts';
import type { Picture } from '../../../electron/printer/picture.ts';
import type { Machine } from '../../fakes/machine.ts';
import { readQr } from '../../printer/qr-reader.ts';
import type { Said } from './kiosk.ts';

/** A fake printer as the truth about paper. */
type Paper = Pick<Machine, 'jobs' | 'picture'>;

/** What happened on one printer while a badge was being printed: the jobs that began since. */
interface Seen {
  readonly paper: Paper;
  readonly jobs: readonly Buffer[];
}

/** Everything that is known of one print. `states`: what the journal says once all is over; `expected`: what was to come out, at each printer. */
export interface Case {
  readonly said: Said;
  readonly may: readonly Said[];
  readonly states: readonly PrintState[];
  readonly code: string;
  readonly seen: readonly (Seen & { readonly expected: Picture })[];
}

/** What is wrong with what the kiosk said of a print, or did; nothing, where it told the truth. */
export async function lies({ said, may, states, code, seen }: Case): Promise<readonly string[]> {
  const faults: string[] = [];
  const begun = seen.flatMap(({ jobs }) => jobs).length;
  const [state, ...more] = states;
  if (more.length > 0) faults.push(`there are ${states.length} prints of one badge`);
  if (!may.includes(said)) faults.push(`it says ${said}`);
  if (said !== 'killed' && state !== said) faults.push(`it says ${said}, and the journal ${state}`);
  // A kill before the check-in was committed leaves no print; after it the print has an end, and none that was not heard.
  const isTold = state === undefined ? said === 'killed' : ['confirmed', 'sent', 'failed', 'unknown'].includes(state);
  if (!isTold) faults.push(`after all the print is ${state}`);
  if (begun > 1) faults.push(`it printed ${begun} times`);
  if ((state === undefined || state === 'failed') && begun > 0)
    faults.push(`it is ${state ?? 'not recorded'}, and something came out`);

  let whole = 0;
  for (const { paper, jobs, expected } of seen) {
    for (const job of jobs) {
      const picture = wholeOf(paper, job);
      if (!picture) continue;
      whole += 1;
      const [read] = await readQr(picture);
      if (read?.text !== code) faults.push('the badge carries the code of somebody else, or none');
      if (!isSame(picture, expected)) faults.push('the badge is not the picture of this visitor');
    }
  }
  if ((state === 'confirmed' || state === 'sent') && whole !== 1) faults.push(`it is ${state}, and ${whole} whole badges came out`);
  return faults;
}

function wholeOf(paper: Paper, job: Buffer) {
  try {
    return paper.picture(job);
  } catch {
    return undefined;
  }
}

/**
 * Whether every dot of the badge is that of the picture, but for the few that a language has to change (see escpos/job.ts) and the white around
 * it that a printer of another width adds.
 */
function isSame(picture: ReturnType<Paper['picture']>, expected: Picture): boolean {
  if (picture.width < expected.width || picture.height < expected.height) return false;
  // A head that is wider than the label has the picture somewhere within.
  const places = Array.from({ length: picture.width - expected.width + 1 }, (_, left) => left);
  return places.some((left) => isSameAt(left, picture, expected));
}

function isSameAt(left: number, picture: ReturnType<Paper['picture']>, expected: Picture): boolean {
  let other = 0;
  for (let y = 0; y < expected.height; y++) {
    for (let x = 0; x < expected.width; x++) {
      const dot = y * expected.width + x;
      const wanted = ((expected.bits[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1;
      if (other > 20) return false;
      if ((picture.bits[y * picture.width + left + x] ?? 0) !== wanted) other += 1;
    }
  }
  return other <= 20;
}
