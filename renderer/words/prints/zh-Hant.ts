import type { PrintsWords } from './words.ts';

/** The last prints in Traditional Chinese. */
export const zhHant: PrintsWords = {
  title: '最近列印',
  none: '尚未列印任何內容。',
  what: '內容',
  printer: '印表機',
  look: '查看或列印',
  kind: { badge: '訪客證', slip: '簽退單' },
  state: {
    queued: '即將列印',
    sending: '列印中',
    confirmed: '已印出',
    sent: '已送出，印表機無法確認',
    failed: '未印出',
    unknown: '可能已印出',
  },
  reprint: '由櫃檯人員列印',
  replaced: '已作廢：另印一張',
  handedOver: (when) => `${when}已交給訪客`,
  picture: '查看圖樣',
  pictureOf: (name) => `為${name}列印的內容`,
  noPicture: '沒有保留圖樣。',
  all: (count) => `顯示全部 ${count} 筆`,
  fewer: '收合',
};
