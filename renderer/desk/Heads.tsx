import { createElement, type ReactNode } from 'react';

/** The heads of a table's columns in their order: what each says, and its class where it has one. */
export function Heads({ of }: { readonly of: readonly (readonly [label: string, className?: string])[] }): ReactNode {
  const heads = of.map(([label, className]) => createElement('th', { scope: 'col', className }, label));
  // Spread, each has its place for its key: a column stays where it is when its label changes with the language.
  return <thead>{createElement('tr', null, ...heads)}</thead>;
}
