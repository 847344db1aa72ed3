import type { NoticeWords } from './words.ts';

/** What whoever is at the desk is to know, in Simplified Chinese. */
export const zhHans: NoticeWords = {
  outOfOrder: {
    said: '大厅已由员工设为暂停服务。',
    todo: '访客会被请到前台。可在“自助机”页面恢复服务。',
  },
  noPin: {
    said: '还没有人设置 PIN 码：在此进行的操作不会记下姓名。',
    todo: '请在这台电脑上运行 npm start -- --set-pin "姓名" --admin 设置第一个，之后也可在“自助机”页面设置。',
  },
  noName: {
    said: '此前台画面在设置 PIN 码之前就已打开，在此进行的操作不会记下姓名。',
    todo: '请按下方的关闭，再用您的 PIN 码打开。',
  },
  journalReplaced: {
    said: '日志已损坏，整份移到一旁，并开始新的日志。',
    todo: '此前签到的访客不在这份名单内。请通知管理这台电脑的人员将旧文件移出数据文件夹并妥善保留，之后便不再显示此信息。',
  },
  chainBroken: {
    said: '日志中有一条记录被改动或丢失。',
    todo: '访客可照常使用。请通知管理这台电脑的人员，日志文件写明了第一条不符之处。',
  },
  notKept: {
    said: '有数据无法写入日志。',
    todo: '请确认磁盘还有空间，并人工核对刚才进出的访客。',
  },
  keyInFile: {
    said: '日志的密钥按 FOYER_KEY 的设置，存放在这台电脑的文件中。',
    todo: '操作系统若有密钥环，由它保管更为妥当。',
  },
};
