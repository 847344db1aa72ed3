import type { DifferenceWords } from './words.ts';

/** Where Bookings ONE and the kiosk do not agree, in Simplified Chinese. */
export const zhHans: DifferenceWords = {
  title: '记录不一致',
  more: 'Bookings ONE 与本机的记录不同。在您决定之前，一切保持原状。',
  visitor: '访客',
  here: '本机',
  there: 'Bookings ONE',
  right: '以哪一方为准？',
  kind: { leftThere: '对方记为已离开', goneThere: '对方已无此证', earlierThere: '对方签到较早' },
  checkedIn: (when) => `${when} 签到`,
  checkedOut: (when) => `${when} 签退`,
  stillIn: '尚未签退',
  gone: '已没有这张访客证',
  state: { initial: '待到访', visiting: '来访中', visited: '来访已结束', noShow: '未到' },
  decision: { ours: '以本机为准', theirs: '以对方为准', note: '仅加备注' },
  chosen: (decision) => `${decision}。`,
  follows: {
    ours: '本机的记录保持不变。',
    theirs: {
      leftThere: '本机会将该访客记为已签退。',
      goneThere: '本机会将该访客记为已签退。',
      earlierThere: '本机的签到时间改为 Bookings ONE 的时间。',
    },
    note: '两边都不更改，用备注说明原因。',
  },
  note: '备注',
  noteOrNothing: '备注（可不填）',
  record: '记录',
  cancel: '取消',
};
