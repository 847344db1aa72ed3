import described from '../package.json' with { type: 'json' };

/** Foyer's own version. */
export const { version } = described;
