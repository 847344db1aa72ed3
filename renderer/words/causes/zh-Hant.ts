import type { CauseWords } from './words.ts';

/** Why something did not work, and what to do, in Traditional Chinese. */
export const zhHant: CauseWords = {
  'bookings.unreachable': {
    said: '無法連上伺服器。',
    todo: '請確認這台電腦已連上網路，且 Bookings ONE 正在運作。系統會自行重試。',
  },
  'bookings.unresolved': {
    said: '找不到伺服器的名稱（DNS）。',
    todo: '請檢查 FOYER_SERVER 的位址，以及此網路的名稱解析。',
  },
  'bookings.timeout': { said: '伺服器回應過慢。', todo: '可能是線路緩慢或伺服器忙碌。系統會自行重試。' },
  'bookings.tls': {
    said: '伺服器的憑證不受信任，因此不會傳送任何資料。',
    todo: '憑證可能已過期、名稱不符、簽發單位未列於 FOYER_CA，或這台電腦的日期有誤。',
  },
  'bookings.portal': {
    said: '回應的是網路的登入頁面，而不是伺服器。',
    todo: '通常是 Wi-Fi 的登入頁：請在這台電腦登入一次，或請網管放行。',
  },
  'bookings.unauthorized': {
    said: '伺服器不接受存取權杖。',
    todo: '權杖有誤、已過期，或不允許從此處使用。請洽 Bookings ONE 管理員，並設定 FOYER_TOKEN。',
  },
  'bookings.forbidden': {
    said: '權杖有效，但沒有這項權限。',
    todo: '請 Bookings ONE 管理員在管理主控台授予權限。',
  },
  'bookings.notFound': {
    said: '伺服器沒有這個路徑。',
    todo: '請檢查 FOYER_SERVER 與路徑：「npm start -- --check」會列出缺少的項目。',
  },
  'bookings.refused': {
    said: '伺服器不接受這樣的查詢。',
    todo: '「npm start -- --check」會列出被拒的項目；可用 FOYER_OPENAPI 或 FOYER_PATHS 修正。',
  },
  'bookings.busy': { said: '伺服器要求暫停查詢。', todo: '不需處理：系統會依要求的時間等候。' },
  'bookings.broken': { said: '伺服器本身發生問題。', todo: '請通知 Bookings ONE 管理員。系統會自行重試。' },
  'bookings.tooLarge': { said: '伺服器的回應超過上限。', todo: '請將發生時間告知 Bookings ONE 管理員。' },
  'bookings.unreadable': {
    said: '無法讀取伺服器的回應。',
    todo: '版本可能不同：「npm start -- --check」會列出不符之處。',
  },
  'journal.full': { said: '這台電腦的磁碟已滿。', todo: '請清出空間，系統會自行繼續。' },
  'journal.unwritable': { said: '無法寫入資料夾。', todo: '請檢查 FOYER_DATA 資料夾的權限與磁碟。' },
  'journal.locked': { said: '資料正被另一個程式使用。', todo: '請確認 Foyer 是否重複執行，或正在備份。' },
  'journal.damaged': { said: '這台電腦上的資料已損壞。', todo: '請保留資料夾原狀，並通知管理這台電腦的人員。' },
  'journal.newer': { said: '資料由較新版的 Foyer 寫入。', todo: '請重新安裝該版本，資料會保持原狀。' },
  'journal.key': {
    said: '資料的金鑰遺失或不符。',
    todo: '請通知安裝人員：金鑰在該帳號的金鑰圈或資料夾中。',
  },
  'printer.none': { said: '未設定印表機。', todo: '請手寫訪客證。列印的位置由 FOYER_PRINTER 設定。' },
  'printer.unreachable': {
    said: '無法連上印表機。',
    todo: '請確認已開機，且已連上網路或接好線，再列印一次。',
  },
  'printer.silent': {
    said: '印表機沒有回應。',
    todo: '可能忙碌、休眠，或被其他程式占用。請關機再開機，然後再列印一次。',
  },
  'printer.paperOut': { said: '印表機缺紙。', todo: '請換上新紙捲、關好上蓋，再列印一次。' },
  'printer.coverOpen': { said: '印表機的上蓋未關。', todo: '請關到發出卡聲，再列印一次。' },
  'printer.offline': {
    said: '印表機已暫停或離線。',
    todo: '請按送紙或暫停鍵，或查看其面板，再列印一次。',
  },
  'printer.fault': {
    said: '印表機本身發生問題。',
    todo: '請查看燈號：常是裁刀或標籤卡住。排除後關機再開機，然後再列印一次。',
  },
  'printer.cutOff': {
    said: '列印途中，與印表機的連線中斷。',
    todo: '請先確認訪客證是否已完整印出，再決定是否重印。',
  },
  'printer.media': {
    said: '印表機內的標籤尺寸與訪客證不符。',
    todo: '請換上正確的紙捲，或請安裝人員改用其他訪客證樣式。',
  },
  'printer.late': {
    said: '印表機太晚才空出來，訪客已離開畫面，因此沒有列印。',
    todo: '訪客在您面前時再列印。',
  },
  'printer.badge': {
    said: '無法繪製訪客證。',
    todo: '請手寫，並通知維護 Foyer 的人員：訪客證樣式不合。',
  },
  'handOver.unreachable': { said: '無法連上接收端。', todo: '請檢查網路與接收端是否運作。系統會自行重試。' },
  'handOver.timeout': { said: '接收端回應過慢。', todo: '可能是線路緩慢或接收端忙碌。系統會自行重試。' },
  'handOver.tls': {
    said: '接收端的憑證不受信任，因此不會傳送任何資料。',
    todo: '憑證可能已過期、名稱不符，或簽發單位未列於 FOYER_CA。',
  },
  'handOver.busy': { said: '接收端要求暫停傳送。', todo: '不需處理：系統會依要求的時間等候。' },
  'handOver.broken': { said: '接收端本身發生問題。', todo: '請通知其管理員。系統會自行重試。' },
  'handOver.redirected': {
    said: '接收端指向另一個位址。',
    todo: '紀錄不會轉往該處：請與接收端管理員確認 FOYER_WEBHOOK 的位址。',
  },
  'handOver.refused': { said: '接收端不接受這筆紀錄。', todo: '請向接收端管理員了解原因，再送一次。' },
  'mail.unreachable': {
    said: '無法連上郵件伺服器，或對方不是郵件伺服器。',
    todo: '請檢查網路與 FOYER_MAIL 的位址。來訪消息仍有用時，系統會自行重試。',
  },
  'mail.tls': {
    said: '無法與郵件伺服器安全連線，因此不會傳送任何資料。',
    todo: '憑證可能已過期、名稱不符，或簽發單位未列於 FOYER_CA；也可能伺服器不提供加密。',
  },
  'mail.auth': {
    said: '郵件伺服器不允許本機寄信。',
    todo: '請檢查 FOYER_MAIL 的帳號與密碼，以及該帳號能否以 FOYER_MAIL_FROM 寄信。',
  },
  'mail.busy': { said: '郵件伺服器要求稍後再試。', todo: '不需處理：來訪消息仍有用時，系統會自行重試。' },
  'mail.refused': {
    said: '郵件伺服器不接受寄給這位接待人的信。',
    todo: '請親自通知接待人，並檢查 Bookings ONE 中的電子郵件地址。',
  },
  'mail.expired': { said: '未通知接待人：來訪已結束，或已過半小時。', todo: '不需處理：此時通知反而會造成誤解。' },
  'mail.unsure': {
    said: '郵件伺服器可能已收下信件，但未回覆。',
    todo: '接待人可能已收到一次通知。系統不會自行重寄。',
  },
  bug: { said: '發生了不該發生的狀況。', todo: '請將當天的記錄檔交給維護 Foyer 的人員。' },
};
