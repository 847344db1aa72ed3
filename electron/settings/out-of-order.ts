import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { removeDurably, writeDurably } from './durable.ts';

/** Whether staff have put this kiosk out of order. Survives a restart and a power cut. */
export interface OutOfOrder {
  isOutOfOrder(): boolean;
  /** Holds at once, whatever the disk does; false: after a restart it will be as it was before. */
  setOutOfOrder(isOut: boolean): boolean;
}

/** The switch of a data folder. It is a file of any content, so that one that was cut short says the same. */
export function openOutOfOrder(data: string): OutOfOrder {
  const file = join(data, 'out-of-order');
  let isOut = existsSync(file);
  return {
    isOutOfOrder: () => isOut,
    setOutOfOrder: (wanted) => {
      isOut = wanted;
      try {
        if (wanted) writeDurably(file, 'out of order\n');
        else removeDurably(file);
        return true;
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        return false;
      }
    },
  };
}
