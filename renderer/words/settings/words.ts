import type { SettingGroup } from '../../../electron/contract/desk-limits.ts';
import type { Counted } from '../counted.ts';

/** What is said where settings are changed, in one language; what each is called stands in the catalogue. */
export interface SettingsWords {
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
}
