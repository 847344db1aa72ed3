import type { WordedSetting } from './settings-en.ts';
import type { SettingWords } from './words.ts';

/** Every setting in Traditional Chinese. */
export const settingsZhHant: Readonly<Record<WordedSetting, SettingWords>> = {
  FOYER_SERVER: { name: 'Bookings ONE 位址', more: 'https 位址，例如 https://bookings.example.org。更換位址時須一併設定權杖。' },
  FOYER_TOKEN: { name: '權杖', more: 'Bookings ONE 發給這台自助機的權杖。加密保存，不再顯示。' },
  FOYER_AUTH: {
    name: '權杖傳送方式',
    more: '連線報告會指出哪一種可用。',
    values: { raw: '原樣傳送', basic: '作為使用者名稱（Basic）', bearer: '作為 Bearer 權杖' },
  },
  FOYER_OPENAPI: { name: 'OpenAPI 檔案', more: '廠商提供的伺服器說明檔，路徑與名稱由此取得。' },
  FOYER_PATHS: { name: '路徑檔案', more: '個別操作的自訂路徑（JSON），優先於其他設定。' },
  FOYER_CA: { name: '自有憑證', more: '除公認的憑證機構外，另行信任的 PEM 檔案。' },
  FOYER_PROXY: { name: '代理伺服器', more: '連往伺服器的代理，例如 http://proxy.example.org:3128。' },
  FOYER_CALLBACK: { name: '呼叫位址', more: '內容變更時伺服器呼叫本機的位址；未設定則每 5 分鐘詢問一次。' },
  FOYER_CALLBACK_LISTEN: { name: '接收呼叫處', more: '由代理轉送時，本機的位址與連接埠。' },
  FOYER_BUILDING: { name: '大樓', more: '自助機所在大樓的代號。拜訪其他大樓的訪客會被指引前往。' },
  FOYER_RESOURCE: { name: '待機畫面', more: '無人使用時播放其圖片與文字的資源代號。' },
  FOYER_SERVICES: { name: '服務項目', more: '訪客可向櫃檯提出的服務代號，最多 6 個，以逗號分隔。' },
  FOYER_DOOR_CODE: {
    name: '會議室門碼',
    more: '報到後於何處告知訪客。不會保存。',
    values: { screen: '畫面上', badge: '訪客證上', both: '兩處皆有' },
  },
  FOYER_PRINTER: { name: '印表機', more: '位址以空格分隔：由第一台列印，其餘備援。' },
  FOYER_BADGE: { name: '訪客證', more: '自訂圖樣（SVG 檔），或內建樣式的名稱。' },
  FOYER_LOGO: { name: '標誌', more: '訪客證上的 PNG、JPEG 或 SVG 檔。' },
  FOYER_SLIP: { name: '簽退單', more: '訪客離開時列印含進出時間的單據。' },
  FOYER_WALK_IN: { name: '沒有代碼的訪客', more: '訪客在大廳說明身分，等候櫃檯回覆。' },
  FOYER_PRINT_WITHIN: { name: '列印期限', more: '超過此秒數仍未開始列印的訪客證不再列印。' },
  FOYER_MODE: {
    name: '此畫面',
    more: '第一個視窗顯示的內容。',
    values: { lobby: '大廳（供訪客使用）', desk: '僅櫃檯（供接待使用）' },
  },
  FOYER_DESK: { name: '同時顯示櫃檯', more: '以另一視窗顯示櫃檯。' },
  FOYER_CAMERA: { name: '鏡頭', more: '指定鏡頭名稱的一部分，例如 Logitech。' },
  FOYER_SCANNER_LAYOUT: {
    name: '掃描器按鍵',
    more: 'USB 掃描器按鍵的解讀方式。',
    values: { auto: '自動判斷', us: '依美式鍵盤', system: '依系統鍵盤配置' },
  },
  FOYER_SCANNER_PREFIX: { name: '代碼之前', more: '掃描器加在每個代碼前的字元。' },
  FOYER_SCANNER_SUFFIX: { name: '代碼之後', more: '除 Enter 或 Tab 外，掃描器加在每個代碼後的字元。' },
  FOYER_ROSTER_DAYS: { name: '預存天數', more: '保存未來幾天的來訪，供伺服器離線時報到。' },
  FOYER_RETENTION: { name: '姓名保存', more: '來訪結束後保存的時數，至少至午夜。' },
  FOYER_WEBHOOK: { name: 'Webhook', more: '轉送事件的 https 位址。' },
  FOYER_WEBHOOK_SECRET: { name: 'Webhook 密鑰', more: '用於簽署事件，至少 32 個字元。' },
  FOYER_MAIL: { name: '郵件伺服器', more: '通知接待人的方式：smtps://user:password@mail.example.org。加密保存。' },
  FOYER_MAIL_FROM: { name: '寄件人', more: '接待人看到的電子郵件地址。' },
  FOYER_MAIL_LANGUAGE: {
    name: '郵件語言',
    more: '寫給接待人所用的語言。',
    values: { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' },
  },
  FOYER_KIOSK: { name: '自助機名稱', more: '設定後會成為 Bookings ONE 中的裝置，可看出是否運作。' },
};
