/** An invented visitor. `given` and `family` are there where the script parts them so. */
export interface DemoVisitor {
  readonly code: string;
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  readonly company?: string;
}

/** An invented employee of Happy Ltd., in one group of the groups below. */
export interface DemoUser {
  readonly id: number;
  readonly displayName: string;
  readonly userName: string;
  readonly groupId: number;
}

/** The groups of employees. */
export const userGroups: readonly { readonly id: number; readonly name: string }[] = [
  { id: 1, name: 'Reception' },
  { id: 2, name: 'Facilities' },
  { id: 3, name: 'Design' },
  { id: 4, name: 'Sales' },
];

/** The hosts, who invite. */
export const users: readonly DemoUser[] = [
  { id: 1, displayName: 'Mei-Ling Cheung', userName: 'mlcheung', groupId: 4 },
  { id: 2, displayName: 'Oskar Lindqvist', userName: 'olindqvist', groupId: 3 },
  { id: 3, displayName: '何家寶', userName: 'kbho', groupId: 4 },
  { id: 4, displayName: 'Priya Raman', userName: 'praman', groupId: 3 },
  { id: 5, displayName: '佐伯 由紀', userName: 'ysaeki', groupId: 3 },
  { id: 6, displayName: 'Tomás Ferreira', userName: 'tferreira', groupId: 4 },
  { id: 7, displayName: '刘小雨', userName: 'xyliu', groupId: 4 },
  { id: 8, displayName: 'Hana Kovářová', userName: 'hkovarova', groupId: 2 },
];

/** Who brings what a visitor asks for. */
export const receptionist: DemoUser = { id: 9, displayName: 'Ruth Abara', userName: 'rabara', groupId: 1 };

/** Everybody of Happy Ltd. */
export const employees: readonly DemoUser[] = [...users, receptionist];

const western = (code: string, given: string, family: string, company: string): DemoVisitor => ({
  code,
  name: `${given} ${family}`,
  given,
  family,
  company,
});
const single = (code: string, name: string, company?: string): DemoVisitor => ({ code, name, ...(company && { company }) });

/** Visitors with a case of their own to show; `day.ts` gives each its time, place and state. */
export const special = {
  main: western('FJUEIW', 'Amélie', 'Lambert', 'Atelier Lambert'),
  early: western('EARLY2', 'Łukasz', 'Zieliński', 'Bałtyk Solar'),
  expired: western('PAST24', 'Ingrid', 'Ødegård', 'Fjord & Sønner'),
  elsewhere: western('BLDG22', 'Béla', 'Szőke', 'Duna Kft.'),
  inside: western('HERE33', 'Nomvula', 'Dlamini', 'Ubuntu Design'),
  left: western('LEFT44', 'Chidi', 'Eze', 'Delta Freight'),
  blocked: western('BLCK55', 'Viktor', 'Stahl', 'Stahl Consulting'),
  traditional: single('TRAD66', '歐陽穎詩', '晨曦設計有限公司'),
  simplified: single('SMPL77', '诸葛晓彤', '青禾科技有限公司'),
  arabic: single('ARAB88', 'ليلى الحدّاد', 'مؤسسة النخيل'),
  long: single('LNG555', `${'Maximiliane Wolkenstein-'.repeat(21)}`.slice(0, 500), 'Very Long Names Ltd.'),
  unruly: single(
    'CTRL99',
    'Rob\u0007in\u001B[31m\u202Egnals\u202C \u200Bde\u0000 la\r\nCruz\u2066\u0301\u0301',
    'Tab\tand Line\nInc.',
  ),
} as const;

/** Everybody else of the day. */
export const others: readonly DemoVisitor[] = [
  single('K7RXPA', '陳大朗', '海藍物流'),
  single('W4HNQ8', '林曉晴', '山城出版社'),
  single('9TVB3M', '黃子睿'),
  single('D2XKLP', '王思远', '北辰仪器'),
  single('R8CQYH', '赵梦琪', '云帆软件'),
  single('M5GJ2T', '周子涵'),
  single('7PLWAX', '高橋 美咲', '株式会社あおぞら'),
  single('B3NE9K', '田村 ケンジ', 'みなと商事'),
  single('HX6TQ4', '김하늘', '한빛소프트웨어'),
  single('V9DMR2', '박서준', '새벽디자인'),
  single('Q4YFC7', 'يوسف منصور', 'شركة الأفق'),
  single('2JKHWB', 'נועה ברקת', 'גל הנדסה'),
  single('T6AXN5', 'יונתן שלו'),
  single('GP8L3V', 'สุรีย์พร แก้วใส', 'บริษัท ดาวเหนือ'),
  single('C7MWEQ', 'ธนกฤต ใจเย็น'),
  single('4RXHZ9', 'आरव शर्मा', 'नीलकमल टेक'),
  single('NY2KPD', 'काव्या जोशी', 'सूर्योदय'),
  single('X5QTB8', 'Мария Соколова', 'Северный Свет'),
  single('8WJGAL', 'Олександр Гончар', 'Дніпро Лаб'),
  single('E3VPR6', 'Ελένη Παπαδάκη', 'Αιγαίο ΑΕ'),
  single('LK9DMC', 'Νίκος Βλάχος'),
  single('Z2HXT7', 'Sunny ☀️ O’Hara 👩🏽‍🔬', 'Rainbow 🌈 Labs'),
  western('PA6YQN', 'Søren', 'Kjær', 'Nordlys ApS'),
  western('3BWCVF', 'Zoë', 'van den Heuvel', 'Tulp & Zonen'),
  western('UG5RM8', 'Dấu', 'Nguyễn Thị Ánh', 'Sông Xanh'),
  western('J7TKEX', 'İpek', 'Çağlar', 'Boğaz Yazılım'),
  western('A9NLH4', 'Jiří', 'Dvořáček', 'Vltava s.r.o.'),
  western('6QFDPW', 'Guðrún', 'Þórsdóttir', 'Ísbrú ehf.'),
  western('YC3XGB', 'Aoife', 'Ní Bhriain', 'Cois Farraige'),
  western('5MRVT2', 'Kwame', 'Asante-Boateng', 'Volta Foods'),
  western('HD8AKQ', 'Lucía', 'Núñez Peña', 'Olivar Verde'),
];
