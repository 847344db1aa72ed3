import type { Receiver } from './outbox.ts';

/**
 * What somebody of staff did that is of no visit: to the lobby, a printer, the outbox, the settings (by their names, never a value) or the people with a PIN; or that
 * they took visits out, of which days (calendar days, both included). Each is in the journal once it has happened.
 */
export type Operation =
  | { readonly what: 'outOfOrder' | 'backInService' | 'restarted' | 'settingsImported' | 'settingsExported' }
  | { readonly what: 'settingsChanged'; readonly settings: readonly string[] }
  | { readonly what: 'pinSet' | 'pinRemoved'; readonly person: string }
  | { readonly what: 'exported'; readonly as: 'csv' | 'xlsx' | 'vendor'; readonly from: string; readonly to: string }
  | { readonly what: 'rollChanged'; readonly printer: string }
  | { readonly what: 'sentAgain'; readonly receivers: readonly Receiver[]; readonly event?: string };

/** Puts an operation into the journal, with the moment and the name of whoever is at the desk, or of another person (`by`). */
export type NoteOperation = (operation: Operation, by?: string) => void;
