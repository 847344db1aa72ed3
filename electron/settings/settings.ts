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
  /** `FOYER_PRINTER` as given; absent: `show:` in demo mode, none otherwise. */
  readonly printer?: URL;
  /** Operation key → `METHOD /path/{id}`, over the defaults. */
  readonly paths: Readonly<Record<string, string>>;
  readonly mode: 'lobby';
  readonly key: 'keyring' | 'file';
  readonly slip: boolean;
}

/** A setting that stops the start: `name` is the flag or variable, `message` what is wrong with it, without its value if that is secret. */
export interface SettingsFault {
  readonly name: string;
  readonly message: string;
}
