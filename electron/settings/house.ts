import { type Language, languages } from '../contract/language.ts';
import { confirmDetails, doneDetails, type House } from '../core/house.ts';
import { numberOf } from './number.ts';
import { ownWordsOf } from './own-words.ts';
import { type Checked, fits, wrong } from './settings.ts';
import type { Given, Sources } from './sources.ts';

/** How a site wants its lobby. */
export function houseOf(given: Sources): Checked<House> {
  const offered = languagesOf(given('FOYER_LANGUAGES'));
  if (!offered.ok) return offered;
  const accent = given('FOYER_ACCENT');
  if (accent && !/^#[\da-f]{6}$/i.test(accent.value)) return wrong(accent.name, 'must be a colour such as #1f5b4e');
  const early = numberOf(given('FOYER_EARLY'), { least: 0, most: 24 * 60, usual: undefined });
  if (!early.ok) return early;
  const confirmShows = someOf(given('FOYER_CONFIRM_SHOWS'), confirmDetails);
  if (!confirmShows.ok) return confirmShows;
  const doneShows = someOf(given('FOYER_DONE_SHOWS'), doneDetails);
  if (!doneShows.ok) return doneShows;
  const welcome = ownWordsOf(given, 'FOYER_WELCOME');
  if (!welcome.ok) return welcome;
  const arrived = ownWordsOf(given, 'FOYER_ARRIVED');
  if (!arrived.ok) return arrived;
  return fits({
    ...(offered.value && { languages: offered.value }),
    ...(accent && { accent: accent.value.toLowerCase() }),
    ...(early.value !== undefined && { earlyMinutes: early.value }),
    ...(confirmShows.value && { confirmShows: confirmShows.value }),
    ...(doneShows.value && { doneShows: doneShows.value }),
    ...(welcome.value && { welcome: welcome.value }),
    ...(arrived.value && { arrived: arrived.value }),
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

/** Some of these, or `none`. */
function someOf<T extends string>(given: Given | undefined, all: readonly T[]): Checked<readonly T[] | undefined> {
  if (!given) return fits(undefined);
  const asked = given.value.split(',').map((word) => word.trim().toLowerCase());
  if (asked.length === 1 && asked[0] === 'none') return fits([]);
  if (!asked.every((word) => all.some((one) => one === word))) {
    return wrong(given.name, `must be none, or some of ${all.join(', ')} with commas between them`);
  }
  return fits(all.filter((one) => asked.includes(one)));
}
