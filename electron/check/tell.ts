import type { Finding } from '../bookings/findings.ts';
import { type OpenApiReport, openApiLines } from '../bookings/openapi/report.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { siteWords } from './site.ts';
import { tableOf, wrapped } from './table.ts';
import { adviceOn, faultOf } from './verdict.ts';
import type { Way } from './way.ts';
import { findingWords, outcomeWords } from './words.ts';

/** For a terminal of the usual size, and a little over. */
const width = 100;

/** A report as lines for a person; the last one says whether Foyer can work with the server, or why not. `openapi`: of the vendor's file, where one is set. */
export function linesOf(report: Report, way: Way, openapi: OpenApiReport | undefined): readonly string[] {
  const fault = faultOf(report);
  return [
    ...tableOf(headOf(report, way), width),
    '',
    ...operationsOf(report.rows),
    ...block(
      'your settings',
      report.site.map((row) => `${row.name}: ${siteWords(row)}`),
    ),
    ...block('odd, and read all the same', oddities(report)),
    ...block('paths', pathsOf(report.rows)),
    ...block('what can be done', adviceOn(report)),
    ...(openapi ? ['', ...openApiLines(openapi).flatMap((line) => wrapped(line, width))] : []),
    '',
    fault ? `not ok: ${fault}` : 'ok: system information and what a visit needs work',
  ].map(visible);
}

function headOf({ set, schemes, facts, skewMilliseconds }: Report, way: Way): string[][] {
  const named = [facts.name, facts.version].filter(Boolean).join(' ');
  const rest = [facts.environment && `environment ${facts.environment}`, facts.client && `client ${facts.client}`];
  return [
    ['server', `${way.server}${way.demo ? ' (the demo server, started for this check)' : ''}`],
    ['way', `${way.tls}; ${way.proxy}`],
    ['says', [named, ...rest].filter(Boolean).join(', ') || 'nothing of itself'],
    ['clock', skewWords(skewMilliseconds)],
    ...schemes.map((tried, place) => [
      place === 0 ? 'token' : '',
      `sent as ${tried.auth}${tried.auth === set ? ' (as set)' : ''}: ${
        tried.outcome.kind === 'fits' ? `works, ${tried.milliseconds} ms` : outcomeWords(tried)
      }`,
    ]),
  ];
}

/** Half a second cannot be told apart: the header that tells the time has whole ones. */
function skewWords(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return 'not told by the server';
  const seconds = Math.round(milliseconds / 1_000);
  if (Math.abs(seconds) <= 1) return 'as this machine’s, as far as can be told';
  return `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s`;
}

function operationsOf(rows: readonly Row[]): string[] {
  const prefix = sharedPrefix(rows.map(({ path }) => path));
  const place = ({ method, path }: Row) => `${method} ${path.slice(prefix.length)}`;
  const head = ['operation', prefix ? `path below ${prefix}` : 'path', 'ms', 'answer'];
  const asked = rows
    .filter((row) => !wouldChange(row))
    .map((row) => [row.operation, place(row), row.milliseconds === undefined ? '' : String(row.milliseconds), outcomeWords(row)]);
  const others = rows.filter(wouldChange).map((row) => [`  ${row.operation}`, place(row)]);
  return [...tableOf([head, ...asked], width, [2]), '', 'not asked, for they would change the server:', ...tableOf(others, width)];
}

const wouldChange = ({ outcome }: Row): boolean => outcome.kind === 'notAsked' && outcome.why === 'wouldChange';

/** The folders that all paths begin with. */
function sharedPrefix(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  const parts = first.split('/').slice(0, -1);
  while (parts.length > 0 && !rest.every((path) => path.startsWith(`${parts.join('/')}/`))) parts.pop();
  return parts.join('/');
}

function pathsOf(rows: readonly Row[]): string[] {
  const from = (source: Row['pathFrom']) => rows.filter(({ pathFrom }) => pathFrom === source).map(({ operation }) => operation);
  const set = (['FOYER_PATHS', 'FOYER_OPENAPI'] as const).flatMap((source) =>
    from(source).length > 0 ? [`${from(source).length} from ${source}: ${from(source).join(', ')}`] : [],
  );
  const known = [`${from('stated').length} stated on the vendor’s page`, `${from('inferred').length} inferred from it`];
  return [...set, known.filter((text) => !text.startsWith('0 ')).join(', ')].filter(Boolean);
}

function oddities({ findings }: Report): string[] {
  return (Object.keys(findingWords) as Finding[]).flatMap((finding) =>
    findings[finding] > 0 ? [`${findings[finding]} × ${findingWords[finding]}`] : [],
  );
}

function block(title: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text) => wrapped(text, width - 4).map((line, place) => `${place === 0 ? '  - ' : '    '}${line}`));
  return ['', `${title}:`, ...lines];
}

/** No path of a file and no name of a server moves the cursor of a terminal. */
const visible = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
