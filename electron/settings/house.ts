import { type Language, languages } from '../contract/language.ts';
import type { House } from '../core/house.ts';
import { numberOf } from './number.ts';
import { type Checked, fits, wrong } from './settings.ts';
import type { Given, Sources } from './sources.ts';

/** How a site wants its lobby. */
export function houseOf(given: Sources): Checked<House> {
  const offered = languagesOf(given('FOYER_LANGUAGES'));
  if (!offered.ok) return offered;
  const early = numberOf(given('FOYER_EARLY'), { least: 0, most: 24 * 60, usual: undefined });
  if (!early.ok) return early;
  return fits({
    ...(offered.value && { languages: offered.value }),
    ...(early.value !== undefined && { earlyMinutes: early.value }),
  });
}

/** The languages of the lobby, in their order. */
function languagesOf(given: Given | undefined): Checked<readonly Language[] | undefined> {
  if (!given) return fits(undefined);
  const asked = given.value.split(',').map((tag) => languages.find((one) => one.toLowerCase() === tag.trim().toLowerCase()));
  const offered = asked.filter((language) => language !== undefined);
  if (offered.length < asked.length || new Set(offered).size < offered.length) {
    return wrong(given.name, `must be one or more of ${languages.join(', ')}, each once, with commas between them`);
  }
  return fits(offered);
}
