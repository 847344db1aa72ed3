import type { Finding } from '../bookings/findings.ts';
import type { FailureCode } from '../contract/failure.ts';
import type { NotAsked, Row, Tried } from './row.ts';

const failed: Readonly<Partial<Record<FailureCode, string>>> = {
  'bookings.unreachable': 'not reachable',
  'bookings.unresolved': 'name not found by DNS',
  'bookings.timeout': 'no answer in time',
  'bookings.tls': 'TLS: certificate or version not accepted',
  'bookings.portal': 'a web page or a redirect, no data',
  'bookings.unauthorized': 'not let in',
  'bookings.forbidden': 'not allowed',
  'bookings.notFound': 'not found',
  'bookings.refused': 'refused',
  'bookings.busy': 'too busy',
  'bookings.broken': 'server error',
  'bookings.tooLarge': 'more than 2 MB',
};

/** All that a 401 can mean (stated): a token may expire, and may be limited to addresses. */
export const turnedAway = '401: the token is wrong, expired, or not allowed from this address';

const notAsked: Readonly<Record<NotAsked, string>> = {
  wouldChange: 'would change the server',
  noId: 'no id',
  noAnswer: 'no way in',
  timeIsUp: 'time is up',
};

/** What came of an operation, in a few words; a status goes before what is not well. */
export function outcomeWords({ outcome, status }: Tried): string {
  switch (outcome.kind) {
    case 'fits':
      if (outcome.rows === 0) return 'ok, no rows to judge';
      return outcome.lacks ? `ok, shape fits, without ${outcome.lacks.join(', ')}` : 'ok, shape fits';
    case 'differs':
      return `shape differs: ${outcome.field ?? 'not what was asked for'}`;
    case 'failed':
      return [status, failed[outcome.code] ?? outcome.code].filter((part) => part !== undefined).join(' ');
    case 'notAsked':
      return `not asked: ${notAsked[outcome.why]}`;
  }
}

/** What staff can do about a row, in a sentence that is the same for all rows alike; undefined: nothing is wrong. */
export function adviceOf({ operation, outcome, status, pathFrom }: Row): string | undefined {
  if (outcome.kind === 'differs') return adviceOnShape;
  if (outcome.kind !== 'failed') return undefined;
  if (operation === 'booking.export')
    return 'booking.export: the vendor’s page says that it is under construction; nothing else needs it.';
  const { code } = outcome;
  if (code === 'bookings.notFound' || (code === 'bookings.portal' && operation !== 'system.information')) {
    return `${status ?? code}: ${adviceOnPath[pathFrom]}`;
  }
  return advice[code];
}

/** Where a path that is not there comes from, and what to set. */
const adviceOnPath: Readonly<Record<Row['pathFrom'], string>> = {
  stated: 'the vendor’s page states this path, so FOYER_SERVER is perhaps not the address of Bookings ONE.',
  inferred:
    'the path is inferred, for the vendor’s page does not print it. Set FOYER_OPENAPI to the vendor’s OpenAPI file, or FOYER_PATHS to a file with the right path.',
  FOYER_PATHS: 'the server does not have the path that FOYER_PATHS sets.',
  FOYER_OPENAPI: 'the server does not have the path that the file of FOYER_OPENAPI describes: it is perhaps of another version.',
};

const adviceOnShape =
  'Shape differs: the field named is the first that could not be read. Set FOYER_OPENAPI to the vendor’s OpenAPI file, which names the fields.';

const advice: Readonly<Partial<Record<FailureCode, string>>> = {
  'bookings.unauthorized': `${turnedAway}.`,
  'bookings.forbidden': '403: the token is taken, and may not do this: its rights are set in the management console.',
  'bookings.refused':
    'Refused: the server did not take the method or the parameters; FOYER_OPENAPI or FOYER_PATHS can set them right.',
  'bookings.busy': '429: the server asks to be left alone for a while: check again later.',
  'bookings.broken': 'Server error: something is wrong on the server’s side.',
  'bookings.portal':
    'A web page or a redirect: a login page of the network, a proxy, or another site answers in the server’s place.',
  'bookings.unresolved': 'Name not found by DNS: check the name in FOYER_SERVER, and the DNS server of this network.',
  'bookings.unreachable': 'Not reachable: check FOYER_SERVER, the network, the firewall, and FOYER_PROXY.',
  'bookings.timeout': 'No answer in time: check FOYER_SERVER, the network, the firewall, and FOYER_PROXY.',
  'bookings.tls':
    'TLS: the certificate is not trusted, not of this address, or expired; FOYER_CA adds an authority of the site’s own.',
};

/** What each oddity of the answers is. */
export const findingWords: Readonly<Record<Finding, string>> = {
  datesWithoutOffset: 'dates without offset, taken in this machine’s zone',
  statesAgainstDates: 'badges whose state contradicts their check dates, which win',
  filtersIgnored: 'searches answered with rows that nobody asked for',
  rowsTwice: 'rows that came again on a later page',
  namesUnknown: 'words in the place of a name from a closed list',
  rowsSkipped: 'rows left out because they could not be read',
};
