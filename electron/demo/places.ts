import type { Localized } from '../core/visit.ts';

/** One building of Happy Ltd., with its floors. */
export interface DemoBuilding {
  readonly id: number;
  readonly name: Localized;
  readonly shortName: string;
  readonly address: string;
  readonly floors: readonly { readonly id: number; readonly name: Localized }[];
}

/** One bookable room, desk or piece of equipment; only rooms have a category, and what is carried about has no floor. */
export interface DemoResource {
  readonly id: number;
  readonly accessId: string;
  readonly name: Localized;
  readonly type: 'room' | 'desk' | 'equipment';
  readonly category: 'meetingRoom' | 'phoneBooth' | null;
  readonly capacity: number;
  readonly floorId: number | null;
}

/** A text in the three languages of the product. */
export const texts = (english: string, traditional: string, simplified: string): Localized => [
  { language: 'en', text: english },
  { language: 'zh-Hant', text: traditional },
  { language: 'zh-Hans', text: simplified },
];

/** The two buildings; the kiosk of the demo stands in the first. */
export const buildings: readonly DemoBuilding[] = [
  {
    id: 1,
    name: texts('Happy Tower', '開心大廈', '开心大厦'),
    shortName: 'HT',
    address: '18 Happy Street',
    floors: [
      { id: 10, name: texts('Ground floor', '地下', '一楼') },
      { id: 12, name: texts('12/F', '12 樓', '12 楼') },
      { id: 15, name: texts('15/F', '15 樓', '15 楼') },
    ],
  },
  {
    id: 2,
    name: texts('Harbour House', '海港樓', '海港楼'),
    shortName: 'HH',
    address: '2 Harbour Road',
    floors: [
      { id: 23, name: texts('3/F', '3 樓', '3 楼') },
      { id: 28, name: texts('8/F', '8 樓', '8 楼') },
    ],
  },
];

const room = (id: number, floorId: number, capacity: number, accessId: string, name: Localized): DemoResource => ({
  id,
  accessId,
  name,
  type: 'room',
  category: capacity > 1 ? 'meetingRoom' : 'phoneBooth',
  capacity,
  floorId,
});

/** The rooms; each is on a floor of a building above. */
export const rooms: readonly DemoResource[] = [
  room(101, 10, 4, 'HT-G01', texts('Welcome Lounge', '迎賓廊', '迎宾廊')),
  room(102, 12, 8, 'HT-1201', texts('Jasmine Room', '茉莉廳', '茉莉厅')),
  room(103, 12, 6, 'HT-1202', texts('Bamboo Room', '竹廳', '竹厅')),
  room(104, 12, 1, 'HT-1203', texts('Phone Booth 3', '電話間 3', '电话间 3')),
  room(105, 15, 20, 'HT-1501', texts('Board Room', '董事會議室', '董事会议室')),
  room(106, 15, 10, 'HT-1502', texts('Lotus Room', '蓮花廳', '莲花厅')),
  room(107, 23, 6, 'HH-0301', texts('Dolphin Room', '海豚廳', '海豚厅')),
  room(108, 28, 12, 'HH-0801', texts('Lighthouse Room', '燈塔廳', '灯塔厅')),
];

/** The screen in the lobby, whose pictures and texts the kiosk shows while nobody is there. */
export const lobbyDisplay: DemoResource = {
  id: 109,
  accessId: 'HT-GD1',
  name: texts('Lobby display', '大堂顯示屏', '大堂显示屏'),
  type: 'equipment',
  category: null,
  capacity: 0,
  floorId: 10,
};

const desk = (id: number, accessId: string, name: Localized): DemoResource => ({
  id,
  accessId,
  name,
  type: 'desk',
  category: null,
  capacity: 1,
  floorId: 12,
});

/** Everything that can be booked, the rooms first. */
export const resources: readonly DemoResource[] = [
  ...rooms,
  lobbyDisplay,
  desk(110, 'HT-12D1', texts('Window desk 1', '窗邊座位 1', '窗边座位 1')),
  desk(111, 'HT-12D2', texts('Window desk 2', '窗邊座位 2', '窗边座位 2')),
  {
    id: 112,
    accessId: 'HT-EQ1',
    name: texts('Mobile projector', '流動投影機', '移动投影仪'),
    type: 'equipment',
    category: null,
    capacity: 0,
    floorId: null,
  },
];

/** The building that a floor is in. */
export const buildingOfFloor = (floorId: number | null): DemoBuilding | undefined =>
  buildings.find(({ floors }) => floors.some(({ id }) => id === floorId));
