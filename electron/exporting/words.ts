import type { Language } from '../contract/language.ts';

/** What a table of visits says: its heads are one a column, in the order of the columns. */
export interface TableWords {
  readonly title: string;
  readonly heads: readonly [...Four, ...Four, ...Four];
  readonly yes: string;
  readonly by: { readonly visitor: string; readonly staff: string };
}
type Four = readonly [string, string, string, string];

/** In each language: a file is opened elsewhere, where the page's words are not. */
export const tableWords: Readonly<Record<Language, TableWords>> = {
  en: {
    title: 'Visits',
    heads: [
      ...(['Name', 'Company', 'Host', 'Code'] as const),
      ...(['Expected from', 'Expected until', 'Checked in', 'Checked out'] as const),
      ...(['Closed by the kiosk', 'Checked in by', 'Not in Bookings ONE', 'Corrected'] as const),
    ],
    yes: 'yes',
    by: { visitor: 'visitor', staff: 'staff' },
  },
  'zh-Hant': {
    title: '訪客紀錄',
    heads: [
      ...(['姓名', '公司', '受訪者', '代碼'] as const),
      ...(['預約開始', '預約結束', '簽到', '簽退'] as const),
      ...(['由自助機結束', '簽到者', '不在 Bookings ONE', '已更正'] as const),
    ],
    yes: '是',
    by: { visitor: '訪客', staff: '櫃檯' },
  },
  'zh-Hans': {
    title: '访客记录',
    heads: [
      ...(['姓名', '公司', '接待人', '代码'] as const),
      ...(['预约开始', '预约结束', '签到', '签退'] as const),
      ...(['由自助机结束', '签到者', '不在 Bookings ONE', '已更正'] as const),
    ],
    yes: '是',
    by: { visitor: '访客', staff: '前台' },
  },
};
