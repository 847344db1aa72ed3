import type { SettingGroup } from '../contract/desk-limits.ts';

/** How a setting is given: a line of text, a colour (`#rrggbb`), a whole number within bounds, one of several values, yes (`1`) or no (`0`), the path of a file on this machine. */
export type SettingControl =
  | { readonly kind: 'text' }
  | { readonly kind: 'colour' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'file' };

/** A setting as an administrator sees it. Of one that is secret only whether there is one. */
export interface SettingShown {
  /** The variable's name: the words for it are found under it. */
  readonly name: string;
  readonly group: SettingGroup;
  readonly control: SettingControl;
  /** What holds where nothing is set, where that is a value. */
  readonly usual?: string;
  /** Given by environment or flag: it wins, and cannot be changed at the desk. */
  readonly isGiven: boolean;
  readonly isSecret: boolean;
  /** What Foyer runs with. */
  readonly isSet: boolean;
  readonly value?: string;
  /** Of a colour that could not be read on light paper as it is: the one that is drawn there in its place. Of what the next start takes, where that is another. */
  readonly drawnAs?: string;
  /** What the next start takes instead, where that is something else. */
  readonly next?: { readonly isSet: boolean; readonly value?: string };
}

/** What is to be set, by the variable's name; null: nothing any more. */
export type SettingChanges = Readonly<Record<string, string | null>>;

/** Why nothing was changed: `name` is the setting, `message` one line in English that holds no value. */
export type Changed =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: { readonly name: string; readonly message: string } };

/**
 * What a start has to say of the settings that are kept: the file was damaged and the one before was taken; both were, and nothing is known of the
 * server; one setting was left out (`unknown` to this Foyer, `unfit`, a secret that stood there as plain text, a secret that cannot be opened).
 */
export type SettingsNote =
  | { readonly kind: 'previousUsed' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'leftOut'; readonly name: string; readonly why: 'unknown' | 'unfit' | 'plainSecret' | 'unopened' };

/** Somebody who has a PIN. `isAdmin`: may change what this kiosk is set to, and who has a PIN. */
export interface StaffMember {
  readonly name: string;
  readonly isAdmin: boolean;
}

/**
 * Why the people with a PIN were left as they are: see `PinFault` for the first five; `lastAdmin`: nobody would be left who can change settings; `nobody`:
 * nobody of that name has one; `notKept`: the disk does not take it.
 */
export type PeopleChanged =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'digits' | 'plain' | 'taken' | 'name' | 'full' | 'lastAdmin' | 'nobody' | 'notKept';
    };

/** What an administrator may do at the desk. Nothing here asks who it is: whoever is handed this came through the door as one. */
export interface Administration {
  settings(): readonly SettingShown[];
  notes(): readonly SettingsNote[];
  /** Checks the whole as a start would, and keeps it if it fits, for the next start; else nothing is changed. */
  change(changes: SettingChanges): Changed;
  /** What is kept, as JSON without secrets. */
  export(): string;
  /** Takes what was exported, and besides it what is no part of that (a secret), as one change. Settings that it does not name stay. */
  import(text: string, besides?: SettingChanges): Changed;
  /** Asks the host to start Foyer anew; false: this host cannot, and a person has to. */
  restart(): boolean;
  people(): readonly StaffMember[];
  /** Gives somebody a PIN and a role, in the place of those that they had. */
  setPin(entry: { readonly name: string; readonly pin: string; readonly isAdmin: boolean }): Promise<PeopleChanged>;
  removePin(name: string): PeopleChanged;
}
