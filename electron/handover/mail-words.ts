import type { Language } from '../contract/language.ts';

/** What a host reads. `who`: the visitor, with the company where there is one; `time`: of the clock on the wall. */
interface MailWords {
  readonly sender: string;
  /** Of whom nothing can be shown. */
  readonly somebody: string;
  readonly withCompany: (visitor: string, company: string) => string;
  readonly subject: (who: string) => string;
  readonly came: (who: string, time: string) => string;
  readonly room: (place: string) => string;
  readonly reception: (place: string) => string;
  readonly automatic: string;
}

/** The words of the e-mail to a host; the page's own words stay with the page. */
export const mailWords: Readonly<Record<Language, MailWords>> = {
  en: {
    sender: 'Reception',
    somebody: 'A visitor',
    withCompany: (visitor, company) => `${visitor} (${company})`,
    subject: (who) => `${who} is here`,
    came: (who, time) => `${who} checked in at ${time}.`,
    room: (place) => `Room: ${place}`,
    reception: (place) => `Reception: ${place}`,
    automatic: 'The visitor kiosk sent this by itself. Nobody reads replies.',
  },
  'zh-Hant': {
    sender: '接待處',
    somebody: '一位訪客',
    withCompany: (visitor, company) => `${visitor}（${company}）`,
    subject: (who) => `${who}已到訪`,
    came: (who, time) => `${who}已於 ${time} 報到。`,
    room: (place) => `會面地點：${place}`,
    reception: (place) => `接待處：${place}`,
    automatic: '本信由訪客報到機自動寄出，回信無人閱讀。',
  },
  'zh-Hans': {
    sender: '接待处',
    somebody: '一位访客',
    withCompany: (visitor, company) => `${visitor}（${company}）`,
    subject: (who) => `${who}已到访`,
    came: (who, time) => `${who}已于 ${time} 签到。`,
    room: (place) => `会面地点：${place}`,
    reception: (place) => `接待处：${place}`,
    automatic: '本邮件由访客签到机自动发出，回信无人阅读。',
  },
};
