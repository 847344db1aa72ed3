import type { Language } from '../contract/language.ts';
import type { Scanning } from '../contract/snapshot.ts';
import type { House } from '../core/house.ts';
import type { PrinterAddress } from '../printer/address.ts';
import type { Drawing } from '../printer/badge.ts';

/** How the token is sent: as `Authorization: <token>`, as Basic user name with no password, or as `Bearer <token>`. */
export type AuthScheme = 'raw' | 'basic' | 'bearer';

/** Everything the installer sets, checked. */
export interface Settings {
  readonly host: 'electron' | 'browser';
  /** Port of the browser host; 0 takes a free one. */
  readonly port: number;
  /** The folder of everything Foyer keeps, absolute. */
  readonly data: string;
  readonly demo: boolean;
  /** Absent in demo mode: the embedded server takes its place. */
  readonly server?: { readonly url: URL; readonly token: string; readonly auth: AuthScheme };
  readonly building?: string;
  /** The printers of `FOYER_PRINTER`: the first prints, the others stand in for it. In demo mode `show:` where there is none. */
  readonly printers: readonly PrinterAddress[];
  /** What of a badge is the site's own; files as absolute paths. */
  readonly drawing: Drawing;
  /** Operation key → `METHOD /path/{id}`, over the defaults. */
  readonly paths: Readonly<Record<string, string>>;
  /** What the first screen is: the visitors' lobby, or the desk's. */
  readonly mode: 'lobby' | 'desk';
  /** Whether the desk is shown beside the lobby, in a window of its own. */
  readonly desk: boolean;
  readonly key: 'keyring' | 'file';
  readonly slip: boolean;
  /** How the site wants its lobby. */
  readonly house: House;
  /** Visitors without a code may say in the lobby who they are, and wait for the desk's yes. */
  readonly walkIns: boolean;
  /** The camera that is meant, and how the USB scanner types; absent: as it comes. */
  readonly scanning?: Scanning;
  /** The vendor's OpenAPI file, absolute; it is read at the start, and what is wrong with it leaves the defaults. */
  readonly openapi?: string;
  /** Certificates (PEM) that are trusted besides the well-known authorities. */
  readonly ca?: string;
  /** The proxy on the way to the server; may hold a password. */
  readonly proxy?: URL;
  /** The bookable resource that stands for this kiosk: its player content is shown while nobody is there. */
  readonly resource?: string;
  /** This kiosk's name; with one, it shows up as a device in Bookings ONE. */
  readonly kiosk?: string;
  /** Ids of the service items that a visitor may ask for. */
  readonly services: readonly string[];
  /** Where the code of the room's door is told; absent: nowhere. */
  readonly doorCode?: 'screen' | 'badge' | 'both';
  /** Where events are handed on, and what they are signed with; absent: they stay here. */
  readonly webhook?: { readonly url: URL; readonly secret: string };
  /**
   * The mail server that tells hosts of their visitors, how its line is secured (`none`: it is on this machine), and as whom Foyer signs in; absent: hosts
   * are not told.
   */
  readonly mail?: {
    readonly host: string;
    readonly port: number;
    readonly security: 'tls' | 'starttls' | 'none';
    readonly sender?: { readonly user: string; readonly password: string };
    readonly from: string;
    readonly language: Language;
  };
  /** How many days ahead of today the roster holds; yesterday is always in it. */
  readonly rosterDays: number;
  /** For how many hours after a visit's end its names are kept. */
  readonly retentionHours: number;
  /** After so many seconds a print that has not begun is not printed any more: its visitor has gone on. */
  readonly printWithinSeconds: number;
  /** The address at which the server reaches this kiosk, and where to listen for it. */
  readonly callback?: { readonly url: URL; readonly host: string; readonly port: number };
}

/** A setting that stops the start: `name` is the flag or variable, `message` what is wrong with it, without its value if that is secret. */
export interface SettingsFault {
  readonly name: string;
  readonly message: string;
}

/** A checked value, or the fault that stops the start. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: SettingsFault };

/** Wraps a checked value. */
export const fits = <T>(value: T): Checked<T> => ({ ok: true, value });

/** Wraps what is wrong with a setting. */
export const wrong = (name: string, message: string): Checked<never> => ({ ok: false, fault: { name, message } });

/** The one line that a start with a wrong setting ends with: `foyer: FOYER_PORT: must be …`. Never more than one line. */
export const faultLine = ({ name, message }: SettingsFault): string =>
  `foyer: ${name}: ${message}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500);
