import { special } from './people.ts';
import { lobbyDisplay } from './places.ts';
import { offered } from './services.ts';

/** The building that the demo's kiosk stands in. */
export const demoBuilding = '1';

/** The screen whose pictures and texts the demo's kiosk shows while nobody is there. */
export const demoResource = String(lobbyDisplay.id);

/** The services that the demo's kiosk offers, as ids: coffee, tea, water, and help with parking. */
export const demoServices: readonly string[] = offered.map(String);

/** A code that nobody has. */
const nobody = 'ZZ99ZZ';

/** Codes to try, the ordinary one first, with what each shows. */
export const demoCodes: readonly { readonly code: string; readonly shows: string }[] = [
  { code: special.main.code, shows: 'Amélie Lambert checks in' },
  { code: special.traditional.code, shows: 'A name in Traditional Chinese' },
  { code: special.simplified.code, shows: 'A name in Simplified Chinese' },
  { code: special.arabic.code, shows: 'A name in Arabic' },
  { code: special.long.code, shows: 'A name of 500 characters' },
  { code: special.unruly.code, shows: 'A name with control characters' },
  { code: special.early.code, shows: 'Too early: the visit is tomorrow' },
  { code: special.expired.code, shows: 'Expired: the visit was yesterday' },
  { code: special.elsewhere.code, shows: 'Another building' },
  { code: special.inside.code, shows: 'Already checked in' },
  { code: special.left.code, shows: 'Already checked out' },
  { code: special.blocked.code, shows: 'Blocked: please see reception' },
  { code: nobody, shows: 'Nobody has this code' },
];
