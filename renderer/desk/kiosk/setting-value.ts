import type { SettingOnPage } from '../../../electron/contract/desk-kiosk.ts';

/** What is kept of a setting: what the next start takes, as text; of one that is secret, or not set, nothing (''). */
export const keptValue = ({ next, value }: SettingOnPage): string => (next ? next.value : value) ?? '';
