import type { PrintListed } from '../../../electron/contract/desk-prints.ts';

/** What the list of the last prints says, in one language. Times and numbers come already written. */
export interface PrintsWords {
  readonly title: string;
  readonly none: string;
  readonly what: string;
  readonly printer: string;
  readonly look: string;
  readonly kind: Record<PrintListed['kind'], string>;
  readonly state: Record<PrintListed['state'], string>;
  readonly reprint: string;
  readonly replaced: string;
  readonly handedOver: (when: string) => string;
  readonly picture: string;
  /** What is seen on the picture, for whoever cannot see it. */
  readonly pictureOf: (name: string) => string;
  readonly noPicture: string;
  readonly all: (count: string) => string;
  readonly fewer: string;
}
