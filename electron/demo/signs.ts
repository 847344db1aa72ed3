import type * as z from 'zod';
import type { tagStatusSchema } from '../bookings/schemas/e-paper.ts';

/** One e-paper sign: battery in percent, screen in inches. */
interface DemoTag {
  readonly ePaperTagId: string;
  readonly name: string;
  readonly batteryLevel: number | null;
  readonly screenSize: number | null;
  readonly isOnline: boolean;
}

/** A controller of e-paper signs. */
export interface DemoController {
  readonly id: number;
  readonly name: string;
  readonly type: 'qbicGateway' | 'MinewServer';
  readonly displayLanguage: string;
  readonly tags: readonly DemoTag[];
}

/** The signs that a running server remembers. */
export interface Signs {
  controllers(): readonly DemoController[];
  /** Notes the status of a tag; false: there is no such tag. */
  note(status: z.output<typeof tagStatusSchema>): boolean;
}

const tag = (ePaperTagId: string, name: string, batteryLevel: number, screenSize: number, isOnline = true): DemoTag => ({
  ePaperTagId,
  name,
  batteryLevel,
  screenSize,
  isOnline,
});

/** The signs in the lobby and beside the doors of the meeting floor; one of them needs a new battery. */
export function createSigns(): Signs {
  const tags = new Map(
    [
      tag('E1-0001', 'Lobby: welcome', 92, 7.5),
      tag('E1-0002', 'Welcome Lounge', 78, 4.2),
      tag('E2-0001', 'Jasmine Room', 85, 4.2),
      tag('E2-0002', 'Bamboo Room', 9, 4.2),
      tag('E2-0003', 'Phone Booth 3', 64, 2.9, false),
    ].map((one) => [one.ePaperTagId, one]),
  );
  const tagsOf = (prefix: string) => [...tags.values()].filter(({ ePaperTagId }) => ePaperTagId.startsWith(prefix));
  return {
    controllers: () => [
      { id: 1, name: 'Lobby signs', type: 'qbicGateway', displayLanguage: 'en-US', tags: tagsOf('E1') },
      { id: 2, name: 'Signs on 12/F', type: 'MinewServer', displayLanguage: 'zh-HK', tags: tagsOf('E2') },
    ],
    note({ ePaperTagId, ...status }) {
      const old = tags.get(ePaperTagId);
      if (old) tags.set(ePaperTagId, { ...old, ...status });
      return old !== undefined;
    },
  };
}
