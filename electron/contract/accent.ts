import * as z from 'zod';

/** The colours of one theme that follow the site's own, each `#rrggbb`. */
const hex = z.string().regex(/^#[\da-f]{6}$/);
const accentTokensSchema = z.strictObject({ accent: hex, accentPressed: hex, onAccent: hex, tint: hex, archMiddle: hex });
export type AccentTokens = z.infer<typeof accentTokensSchema>;

/** The site's own colour as the two themes draw it. */
export const accentSchema = z.strictObject({ light: accentTokensSchema, dark: accentTokensSchema });
export type AccentShown = z.infer<typeof accentSchema>;
