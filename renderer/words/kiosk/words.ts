import type { AdministrationShown, Busy, PeopleFault, Told } from '../../../electron/contract/desk-kiosk.ts';
import type { SettingWords } from '../catalogue/words.ts';
import type { HealthWords } from '../health/words.ts';
import type { SettingsWords } from '../settings/words.ts';

type BadgeState = Extract<Told, { of: 'testBadge' }>['state'];
type PinState = Extract<AdministrationShown, { state: 'closed' }>['pin'];

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
  readonly health: HealthWords;
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
  readonly settings: SettingsWords;
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
