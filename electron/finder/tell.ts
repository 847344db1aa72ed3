import { plain } from './advert.ts';
import type { Found } from './found.ts';
import { type FinderReport, faultOf, type SetPrinter } from './report.ts';
import type { Suggestion } from './suggest.ts';
import { failureWords, outcomeWords, warningWords } from './words.ts';

/** The report as lines for a person; the last one says whether badges can be printed, or why not. */
export function linesOf(report: FinderReport): readonly string[] {
  const fault = faultOf(report);
  return [
    'set in FOYER_PRINTER:',
    ...(report.set.length > 0 ? report.set.flatMap(setLines) : ['  none']),
    '',
    'found:',
    ...(report.found.length > 0 ? report.found.flatMap(foundLines) : ['  none']),
    ...(report.multicast ? [] : ['  (this machine or its network does not let programs ask for printers by mDNS)']),
    ...(report.found.length > 0 ? ['', 'Media and width in a suggestion are a guess: set what is loaded.'] : []),
    '',
    fault ? `not ok: ${fault}` : endOf(report),
  ].map((line) => plain(line, 400));
}

const endOf = ({ set }: FinderReport): string =>
  set.length > 0 ? 'ok: every printer that is set can print' : 'ok: set FOYER_PRINTER to one of these, and ask again';

function setLines({ report: { name, failure, warnings, media }, size, badge }: SetPrinter): string[] {
  const wanted = size && `${size.width}${size.height === undefined ? ' mm wide' : ` × ${size.height} mm`}`;
  const state = failure ? failureWords(failure) : 'can print';
  const loaded = media === undefined ? 'does not tell which labels are loaded' : `loaded: ${media}`;
  // It would have failed as `printer.media` otherwise.
  const fits = media !== undefined && wanted && !failure ? `; the badge (${wanted}) fits` : '';
  return [
    `  ${name}: ${state}`,
    ...warnings.map((warning) => `    ${warningWords[warning]}`),
    ...(failure && media === undefined ? [] : [`    ${loaded}${fits}`]),
    ...(failure === 'printer.media' && wanted ? [`    the setting says ${wanted}`] : []),
    ...(badge ? [`    test badge: ${outcomeWords(badge)}`] : []),
  ];
}

function foundLines({ from, name, model, suggestion }: Found): string[] {
  const what = [model && model !== name ? model : '', from].filter(Boolean).join(', ');
  return [`  ${name} (${what})`, `    ${suggestionWords(suggestion)}`];
}

function suggestionWords(suggestion: Suggestion): string {
  if ('value' in suggestion) return `FOYER_PRINTER=${suggestion.value}`;
  return suggestion.why === 'language'
    ? 'which language it speaks cannot be told: see the table in the README'
    : 'its address is none that Foyer prints to';
}
