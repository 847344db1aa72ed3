import type { DifferenceWords } from './words.ts';

/** Where Bookings ONE and the kiosk do not agree, in Traditional Chinese. */
export const zhHant: DifferenceWords = {
  title: '紀錄不一致',
  more: 'Bookings ONE 與本機的紀錄不同。在您決定之前，一切維持原狀。',
  visitor: '訪客',
  here: '本機',
  there: 'Bookings ONE',
  right: '以何者為準？',
  kind: { leftThere: '對方記為已離開', goneThere: '對方已無此證', earlierThere: '對方報到較早' },
  checkedIn: (when) => `${when} 報到`,
  checkedOut: (when) => `${when} 簽退`,
  stillIn: '尚未簽退',
  gone: '已沒有這張訪客證',
  state: { initial: '待到訪', visiting: '來訪中', visited: '來訪已結束', noShow: '未到' },
  decision: { ours: '以本機為準', theirs: '以對方為準', note: '僅加註' },
  chosen: (decision) => `${decision}。`,
  follows: {
    ours: '本機的紀錄維持不變。',
    theirs: {
      leftThere: '本機會將此訪客記為已簽退。',
      goneThere: '本機會將此訪客記為已簽退。',
      earlierThere: '本機的報到時間改為 Bookings ONE 的時間。',
    },
    note: '兩邊都不變更，以備註說明原因。',
  },
  note: '備註',
  noteOrNothing: '備註（可不填）',
  record: '記錄',
  cancel: '取消',
};
