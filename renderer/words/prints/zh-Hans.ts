import type { PrintsWords } from './words.ts';

/** The last prints in Simplified Chinese. */
export const zhHans: PrintsWords = {
  title: '最近打印',
  none: '尚未打印任何内容。',
  what: '内容',
  printer: '打印机',
  look: '查看或打印',
  kind: { badge: '访客证', slip: '签退单' },
  state: {
    queued: '即将打印',
    sending: '打印中',
    confirmed: '已打印',
    sent: '已发送，打印机无法确认',
    failed: '未打印',
    unknown: '可能已打印',
  },
  reprint: '由前台人员打印',
  replaced: '已作废：另打一张',
  handedOver: (when) => `${when}已交给访客`,
  picture: '查看图样',
  pictureOf: (name) => `为${name}打印的内容`,
  noPicture: '没有保留图样。',
  all: (count) => `显示全部 ${count} 条`,
  fewer: '收起',
};
