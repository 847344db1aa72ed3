import type { Scanning } from '../contract/snapshot.ts';
import { type Checked, fits, wrong } from './settings.ts';
import type { Sources } from './sources.ts';

/** What a device adds to a code: printable, and short, for whoever reads it reads it in every scan. */
const printable = /^[^\p{Cc}\p{Cs}]{1,32}$/u;
const cameraName = /^[^\p{Cc}\p{Cs}]{1,60}$/u;
const layouts = ['auto', 'us', 'system'] as const;

/** The camera that is meant and how the USB scanner types; absent where nothing is set. */
export function scanningOf(given: Sources): Checked<Scanning | undefined> {
  const camera = given('FOYER_CAMERA');
  if (camera && !cameraName.test(camera.value)) return wrong(camera.name, 'must be a part of a camera’s name, at most 60 letters');
  const prefix = given('FOYER_SCANNER_PREFIX');
  const suffix = given('FOYER_SCANNER_SUFFIX');
  for (const added of [prefix, suffix])
    if (added && !printable.test(added.value)) return wrong(added.name, 'must be at most 32 printable characters');
  const layoutGiven = given('FOYER_SCANNER_LAYOUT');
  const layout = layoutGiven && layouts.find((one) => one === layoutGiven.value);
  if (layoutGiven && !layout) return wrong(layoutGiven.name, `must be ${layouts.join(', ')}`);
  if (!camera && !prefix && !suffix && !layout) return fits(undefined);
  return fits({
    ...(camera && { camera: camera.value }),
    ...(prefix && { prefix: prefix.value }),
    ...(suffix && { suffix: suffix.value }),
    ...(layout && { layout }),
  });
}
