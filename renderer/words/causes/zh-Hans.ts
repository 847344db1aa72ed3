import type { CauseWords } from './words.ts';

/** Why something did not work, and what to do, in Simplified Chinese. */
export const zhHans: CauseWords = {
  'bookings.unreachable': {
    said: '无法连接服务器。',
    todo: '请确认这台电脑已联网，且 Bookings ONE 正在运行。系统会自行重试。',
  },
  'bookings.unresolved': {
    said: '找不到服务器的名称（DNS）。',
    todo: '请检查 FOYER_SERVER 的地址，以及此网络的域名解析。',
  },
  'bookings.timeout': { said: '服务器响应过慢。', todo: '可能是线路缓慢或服务器繁忙。系统会自行重试。' },
  'bookings.tls': {
    said: '服务器的证书不受信任，因此不会发送任何数据。',
    todo: '证书可能已过期、名称不符、签发机构未列入 FOYER_CA，或这台电脑的日期有误。',
  },
  'bookings.portal': {
    said: '响应的是网络的登录页面，而不是服务器。',
    todo: '通常是 Wi-Fi 的登录页：请在这台电脑上登录一次，或请网管放行。',
  },
  'bookings.unauthorized': {
    said: '服务器不接受访问令牌。',
    todo: '令牌有误、已过期，或不允许从此处使用。请联系 Bookings ONE 管理员，并设置 FOYER_TOKEN。',
  },
  'bookings.forbidden': {
    said: '令牌有效，但没有这项权限。',
    todo: '请 Bookings ONE 管理员在管理控制台授予权限。',
  },
  'bookings.notFound': {
    said: '服务器没有这个路径。',
    todo: '请检查 FOYER_SERVER 与路径：“npm start -- --check”会列出缺少的项目。',
  },
  'bookings.refused': {
    said: '服务器不接受这样的查询。',
    todo: '“npm start -- --check”会列出被拒的项目；可用 FOYER_OPENAPI 或 FOYER_PATHS 更正。',
  },
  'bookings.busy': { said: '服务器要求暂停查询。', todo: '无需处理：系统会按要求的时间等候。' },
  'bookings.broken': { said: '服务器自身发生问题。', todo: '请通知 Bookings ONE 管理员。系统会自行重试。' },
  'bookings.tooLarge': { said: '服务器的响应超过上限。', todo: '请将发生时间告知 Bookings ONE 管理员。' },
  'bookings.unreadable': {
    said: '无法读取服务器的响应。',
    todo: '版本可能不同：“npm start -- --check”会列出不符之处。',
  },
  'journal.full': { said: '这台电脑的磁盘已满。', todo: '请清出空间，系统会自行继续。' },
  'journal.unwritable': { said: '无法写入数据文件夹。', todo: '请检查 FOYER_DATA 文件夹的权限与磁盘。' },
  'journal.locked': { said: '数据正被另一个程序使用。', todo: '请确认 Foyer 是否重复运行，或正在备份。' },
  'journal.damaged': { said: '这台电脑上的数据已损坏。', todo: '请保持文件夹原状，并通知管理这台电脑的人员。' },
  'journal.newer': { said: '数据由较新版的 Foyer 写入。', todo: '请重新安装该版本，数据会保持原状。' },
  'journal.key': {
    said: '数据的密钥丢失或不符。',
    todo: '请通知安装人员：密钥在该账号的密钥环或数据文件夹中。',
  },
  'printer.none': { said: '未设置打印机。', todo: '请手写访客证。打印位置由 FOYER_PRINTER 设置。' },
  'printer.unreachable': {
    said: '无法连接打印机。',
    todo: '请确认已开机，并已联网或接好线，再打印一次。',
  },
  'printer.silent': {
    said: '打印机没有响应。',
    todo: '可能忙碌、休眠，或被其他程序占用。请关机再开机，然后再打印一次。',
  },
  'printer.paperOut': { said: '打印机缺纸。', todo: '请换上新纸卷、关好上盖，再打印一次。' },
  'printer.coverOpen': { said: '打印机的上盖未关。', todo: '请关到发出咔声，再打印一次。' },
  'printer.offline': {
    said: '打印机已暂停或脱机。',
    todo: '请按走纸或暂停键，或查看其面板，再打印一次。',
  },
  'printer.fault': {
    said: '打印机本身发生故障。',
    todo: '请查看指示灯：常是切刀或标签卡住。排除后关机再开机，然后再打印一次。',
  },
  'printer.cutOff': {
    said: '打印途中，与打印机的连接中断。',
    todo: '请先确认访客证是否已完整打印，再决定是否重印。',
  },
  'printer.media': {
    said: '打印机内的标签尺寸与访客证不符。',
    todo: '请换上正确的纸卷，或请安装人员改用其他访客证样式。',
  },
  'printer.late': {
    said: '打印机太晚才空出来，访客已离开屏幕，因此没有打印。',
    todo: '访客在您面前时再打印。',
  },
  'printer.badge': {
    said: '无法绘制访客证。',
    todo: '请手写，并通知维护 Foyer 的人员：访客证样式不合。',
  },
  'handOver.unreachable': { said: '无法连接接收端。', todo: '请检查网络与接收端是否运行。系统会自行重试。' },
  'handOver.timeout': { said: '接收端响应过慢。', todo: '可能是线路缓慢或接收端繁忙。系统会自行重试。' },
  'handOver.tls': {
    said: '接收端的证书不受信任，因此不会发送任何数据。',
    todo: '证书可能已过期、名称不符，或签发机构未列入 FOYER_CA。',
  },
  'handOver.busy': { said: '接收端要求暂停发送。', todo: '无需处理：系统会按要求的时间等候。' },
  'handOver.broken': { said: '接收端自身发生问题。', todo: '请通知其管理员。系统会自行重试。' },
  'handOver.redirected': {
    said: '接收端指向另一个地址。',
    todo: '记录不会转往该处：请与接收端管理员确认 FOYER_WEBHOOK 的地址。',
  },
  'handOver.refused': { said: '接收端不接受这条记录。', todo: '请向接收端管理员了解原因，再送一次。' },
  'mail.unreachable': {
    said: '无法连接邮件服务器，或对方不是邮件服务器。',
    todo: '请检查网络与 FOYER_MAIL 的地址。来访消息仍有用时，系统会自行重试。',
  },
  'mail.tls': {
    said: '无法与邮件服务器安全连接，因此不会发送任何数据。',
    todo: '证书可能已过期、名称不符，或签发机构未列入 FOYER_CA；也可能服务器不提供加密。',
  },
  'mail.auth': {
    said: '邮件服务器不允许本机发信。',
    todo: '请检查 FOYER_MAIL 的账号与密码，以及该账号能否以 FOYER_MAIL_FROM 发信。',
  },
  'mail.busy': { said: '邮件服务器要求稍后再试。', todo: '无需处理：来访消息仍有用时，系统会自行重试。' },
  'mail.refused': {
    said: '邮件服务器不接受发给这位接待人的邮件。',
    todo: '请亲自通知接待人，并检查 Bookings ONE 中的电子邮件地址。',
  },
  'mail.expired': { said: '未通知接待人：来访已结束，或已过半小时。', todo: '无需处理：此时通知反而会造成误解。' },
  'mail.unsure': {
    said: '邮件服务器可能已收下邮件，但未答复。',
    todo: '接待人可能已收到一次通知。系统不会自行重发。',
  },
  bug: { said: '发生了不该发生的情况。', todo: '请将当天的日志文件交给维护 Foyer 的人员。' },
};
