import type { AdministrationShown, Busy, HealthShown, PeopleFault, Told } from '../../../electron/contract/desk-kiosk.ts';
import type { SettingGroup } from '../../../electron/contract/desk-limits.ts';

type Counted = (count: number, written: string) => string;
type Note = HealthShown['settingsNotes'][number];
type BadgeState = Extract<Told, { of: 'testBadge' }>['state'];
type PinState = Extract<AdministrationShown, { state: 'closed' }>['pin'];

/** What a setting is called, and what it does, in one line. `values`: its choices in words. */
export interface SettingWords {
  readonly name: string;
  readonly more: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** What the page of the kiosk says, in one language. Times, numbers and sizes come already written. */
export interface KioskWords {
  readonly lobby: {
    readonly title: string;
    readonly open: string;
    readonly openMore: string;
    readonly out: string;
    readonly outMore: string;
    readonly putOut: string;
    readonly putBack: string;
    readonly notKept: string;
  };
  readonly health: {
    readonly title: string;
    readonly looking: string;
    readonly again: string;
    readonly version: string;
    readonly runs: string;
    readonly runsFor: (time: string) => string;
    readonly host: Record<HealthShown['host'], string>;
    readonly demo: string;
    readonly server: string;
    readonly noWord: string;
    readonly signedOut: string;
    readonly clock: string;
    readonly ahead: (time: string) => string;
    readonly behind: (time: string) => string;
    readonly inStep: string;
    readonly odd: string;
    /** What was odd in the server's answers, by its kind; `other` for one that this page does not know. */
    readonly findings: { readonly other: string } & Readonly<Record<string, string>>;
    readonly handedOn: (to: string) => string;
    readonly counts: (sent: string, waiting: string, dead: string) => string;
    readonly finding: (what: string, count: string) => string;
    readonly camera: string;
    readonly cameraState: { readonly other: string } & Readonly<Record<string, string>>;
    readonly journal: string;
    readonly chainWhole: Counted;
    readonly chainBroken: (event: string) => string;
    readonly chainLooked: string;
    readonly disk: string;
    readonly free: (free: string, all: string) => string;
    readonly settings: string;
    readonly notes: Record<Exclude<Note['kind'], 'leftOut'>, string> & {
      readonly leftOut: Record<Extract<Note, { kind: 'leftOut' }>['why'], (name: string) => string>;
    };
    readonly log: string;
  };
  readonly report: {
    readonly title: string;
    readonly more: string;
    readonly write: string;
  };
  /** Of every file that is written for a person. */
  readonly file: { readonly lies: string; readonly full: string; readonly unwritable: string };
  readonly admin: {
    readonly title: string;
    readonly more: string;
    readonly field: string;
    readonly enter: string;
    readonly state: Record<Extract<PinState, 'looking' | 'wrong'>, string>;
    readonly wait: (seconds: number) => string;
    readonly nobody: string;
    readonly forgotten: string;
    readonly isOpen: (name: string) => string;
    readonly leave: string;
  };
  readonly settings: {
    readonly title: string;
    readonly more: string;
    readonly group: Record<SettingGroup, string>;
    readonly usual: (value: string) => string;
    /** A colour that could not be read was corrected. */
    readonly drawnAs: (colour: string) => string;
    readonly notSet: string;
    readonly yes: string;
    readonly no: string;
    readonly given: string;
    readonly secretSet: string;
    readonly secretNotSet: string;
    readonly replace: string;
    readonly set: string;
    readonly remove: string;
    readonly willGo: string;
    readonly keep: string;
    readonly next: (value: string) => string;
    readonly nextNothing: string;
    readonly nextSecret: string;
    readonly changed: Counted;
    readonly save: string;
    readonly discard: string;
    readonly saved: string;
    readonly fault: string;
    readonly notSaved: (name: string) => string;
    readonly waiting: Counted;
    readonly restart: string;
    readonly restarting: string;
    readonly restartByHand: string;
  };
  readonly transfer: {
    readonly title: string;
    readonly more: string;
    readonly export: string;
    readonly path: string;
    readonly text: string;
    readonly import: string;
    readonly imported: string;
    readonly refused: string;
  };
  readonly people: {
    readonly title: string;
    readonly more: string;
    readonly name: string;
    readonly pin: string;
    readonly role: string;
    readonly staff: string;
    readonly isAdmin: string;
    readonly action: string;
    readonly newPin: string;
    readonly remove: string;
    readonly add: string;
    readonly give: string;
    readonly rules: string;
    readonly done: (name: string) => string;
    readonly removed: (name: string) => string;
    readonly faults: Record<PeopleFault, string>;
  };
  readonly tests: {
    readonly title: string;
    /** Draws the same, and prints nothing. */
    readonly look: string;
    readonly looked: string;
    readonly notDrawn: string;
    readonly badge: string;
    readonly badgeMore: string;
    readonly state: Record<BadgeState, string>;
    readonly picture: string;
    readonly check: string;
    readonly checkMore: string;
    readonly works: string;
    readonly worksNot: string;
    readonly noToken: string;
  };
  readonly busy: Record<Busy, string>;
  readonly setting: Readonly<Record<string, SettingWords>>;
}
