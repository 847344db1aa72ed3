import { type FakePrinter, startFakePrinter } from './printer.ts';

/** Starts a printer of one language that is well, with the text of `FOYER_PRINTER` that leads to it. */
export type Start = () => Promise<FakePrinter & { readonly address: string }>;

/** The printers of each language. */
export const starts = {
  escpos: async () => {
    const fake = await startFakePrinter();
    return { ...fake, address: `escpos+tcp://127.0.0.1:${fake.port}?width=576` };
  },
} satisfies Record<string, Start>;
