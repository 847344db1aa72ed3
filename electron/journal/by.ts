/** What an event's detail says of who of staff did it, where that is known. */
export const byWhom = (by: string | undefined): { by?: string } => (by === undefined ? {} : { by });

/** The detail of a kind that needs no other. */
export const onlyBy = (by: string | undefined): { detail?: object } => (by === undefined ? {} : { detail: { by } });
