import type { Family } from './escpos/job.ts';
import type { Media } from './media.ts';

/** The languages that printers of bytes speak. */
export const languages = ['escpos', 'star', 'brother-ql', 'zpl'] as const;
export type PrinterLanguage = (typeof languages)[number];

/** Where the bytes of a printer go: to a port, or to a device of this machine such as `/dev/usb/lp0`. */
export type Way =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly path: string };

/** The size of a label in whole millimetres, as it is sold; a roll that is cut where the badge ends has no height. */
export interface LabelSize {
  readonly width: number;
  readonly height?: number;
}

/** A printer as the installer set it. `name`: what staff call it; `size`: of its labels, where the installer said it. */
export type PrinterAddress = { readonly name: string; readonly media: Media; readonly size?: LabelSize } & (
  | { readonly kind: 'show' }
  | {
      readonly kind: 'bytes';
      readonly language: PrinterLanguage;
      readonly way: Way;
      /** Whose ESC/POS. */
      readonly family?: Family;
      /** Whether it answers questions; a printer that the installer knows to be mute is never asked, and its jobs are `sent` at best. */
      readonly answers: boolean;
    }
  /** A queue by IPP, CUPS's or the printer's own. */
  | { readonly kind: 'ipp'; readonly url: URL }
  /** A printer of the operating system, by its name there. */
  | { readonly kind: 'system'; readonly queue: string }
);
