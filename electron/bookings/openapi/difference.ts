/**
 * Where the file's operation differs from ours. `field` is ours, with dots and `[]`; `as` is the file's name for it, `kind` what the file
 * says it is, `names` the file's names that mean nothing here.
 */
export type Difference =
  | { readonly what: 'renamed'; readonly field: string; readonly as: string }
  | { readonly what: 'missing'; readonly field: string }
  | { readonly what: 'kind'; readonly field: string; readonly kind: string }
  | { readonly what: 'names'; readonly field: string; readonly names: readonly string[] }
  | { readonly what: 'order'; readonly field: string }
  | { readonly what: 'parameterRenamed'; readonly field: string; readonly as: string }
  | { readonly what: 'parameterMissing'; readonly field: string }
  | { readonly what: 'parameterNeeded'; readonly as: string }
  | { readonly what: 'bodyRenamed'; readonly field: string; readonly as: string }
  | { readonly what: 'bodyMissing'; readonly field: string }
  | { readonly what: 'bodyNeeded'; readonly as: string }
  | { readonly what: 'answer'; readonly kind: string };

const sentences: { readonly [W in Difference['what']]: (difference: Extract<Difference, { what: W }>) => string } = {
  renamed: ({ field, as }) => `${field} is called ${as}`,
  missing: ({ field }) => `${field} is missing`,
  kind: ({ field, kind }) => `${field} is ${kind}`,
  names: ({ field, names }) => `${field} knows ${names.join(', ')}`,
  order: ({ field }) => `${field} counts in another order`,
  parameterRenamed: ({ field, as }) => `parameter ${field} is called ${as}`,
  parameterMissing: ({ field }) => `parameter ${field} is not known there`,
  parameterNeeded: ({ as }) => `parameter ${as} is needed there and not known here`,
  bodyRenamed: ({ field, as }) => `body ${field} is called ${as}`,
  bodyMissing: ({ field }) => `body ${field} is not known there`,
  bodyNeeded: ({ as }) => `body ${as} is needed there and not known here`,
  answer: ({ kind }) => `the answer is ${kind}`,
};

/** A difference as a few words. */
export const wordsOf = (difference: Difference): string =>
  (sentences[difference.what] as (given: Difference) => string)(difference);
