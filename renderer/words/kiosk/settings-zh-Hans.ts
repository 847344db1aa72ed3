import type { WordedSetting } from './settings-en.ts';
import type { SettingWords } from './words.ts';

/** Every setting in Simplified Chinese. */
export const settingsZhHans: Readonly<Record<WordedSetting, SettingWords>> = {
  FOYER_SERVER: { name: 'Bookings ONE 地址', more: 'https 地址，例如 https://bookings.example.org。更换地址时须同时设置令牌。' },
  FOYER_TOKEN: { name: '令牌', more: 'Bookings ONE 发给这台自助机的令牌。加密保存，不再显示。' },
  FOYER_AUTH: {
    name: '令牌发送方式',
    more: '连接报告会指出哪一种可用。',
    values: { raw: '原样发送', basic: '作为用户名（Basic）', bearer: '作为 Bearer 令牌' },
  },
  FOYER_OPENAPI: { name: 'OpenAPI 文件', more: '厂商提供的服务器说明文件，路径与名称由此取得。' },
  FOYER_PATHS: { name: '路径文件', more: '个别操作的自定义路径（JSON），优先于其他设置。' },
  FOYER_CA: { name: '自有证书', more: '除公认的证书机构外，另行信任的 PEM 文件。' },
  FOYER_PROXY: { name: '代理服务器', more: '连往服务器的代理，例如 http://proxy.example.org:3128。' },
  FOYER_CALLBACK: { name: '回调地址', more: '内容变更时服务器呼叫本机的地址；未设置则每 5 分钟询问一次。' },
  FOYER_CALLBACK_LISTEN: { name: '接收回调处', more: '由代理转发时，本机的地址与端口。' },
  FOYER_BUILDING: { name: '大楼', more: '自助机所在大楼的编号。到访其他大楼的访客会被指引前往。' },
  FOYER_RESOURCE: { name: '待机画面', more: '无人使用时播放其图片与文字的资源编号。' },
  FOYER_SERVICES: { name: '服务项目', more: '访客可向前台提出的服务编号，最多 6 个，以逗号分隔。' },
  FOYER_DOOR_CODE: {
    name: '会议室门码',
    more: '签到后在何处告知访客。不会保存。',
    values: { screen: '屏幕上', badge: '访客证上', both: '两处都有' },
  },
  FOYER_PRINTER: { name: '打印机', more: '地址以空格分隔：由第一台打印，其余备用。' },
  FOYER_BADGE: { name: '访客证', more: '自定义图样（SVG 文件），或内置样式的名称。' },
  FOYER_LOGO: { name: '标志', more: '访客证上的 PNG、JPEG 或 SVG 文件。' },
  FOYER_SLIP: { name: '签退单', more: '访客离开时打印含进出时间的单据。' },
  FOYER_WALK_IN: { name: '没有代码的访客', more: '访客在大厅说明身份，等候前台答复。' },
  FOYER_PRINT_WITHIN: { name: '打印期限', more: '超过此秒数仍未开始打印的访客证不再打印。' },
  FOYER_MODE: {
    name: '此屏幕',
    more: '第一个窗口显示的内容。',
    values: { lobby: '大厅（供访客使用）', desk: '仅前台（供接待使用）' },
  },
  FOYER_DESK: { name: '同时显示前台', more: '以另一窗口显示前台。' },
  FOYER_CAMERA: { name: '摄像头', more: '指定摄像头名称的一部分，例如 Logitech。' },
  FOYER_SCANNER_LAYOUT: {
    name: '扫描器按键',
    more: 'USB 扫描器按键的解读方式。',
    values: { auto: '自动判断', us: '按美式键盘', system: '按系统键盘布局' },
  },
  FOYER_SCANNER_PREFIX: { name: '代码之前', more: '扫描器加在每个代码前的字符。' },
  FOYER_SCANNER_SUFFIX: { name: '代码之后', more: '除 Enter 或 Tab 外，扫描器加在每个代码后的字符。' },
  FOYER_ROSTER_DAYS: { name: '预存天数', more: '保存未来几天的来访，供服务器离线时签到。' },
  FOYER_RETENTION: { name: '姓名保存', more: '来访结束后保存的小时数，至少到午夜。' },
  FOYER_WEBHOOK: { name: 'Webhook', more: '转发事件的 https 地址。' },
  FOYER_WEBHOOK_SECRET: { name: 'Webhook 密钥', more: '用于签署事件，至少 32 个字符。' },
  FOYER_MAIL: { name: '邮件服务器', more: '通知接待人的方式：smtps://user:password@mail.example.org。加密保存。' },
  FOYER_MAIL_FROM: { name: '发件人', more: '接待人看到的电子邮件地址。' },
  FOYER_MAIL_LANGUAGE: {
    name: '邮件语言',
    more: '写给接待人所用的语言。',
    values: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
  },
  FOYER_KIOSK: { name: '自助机名称', more: '设置后会成为 Bookings ONE 中的设备，可看出是否运行。' },
};
