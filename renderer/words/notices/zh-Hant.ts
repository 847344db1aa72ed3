import type { NoticeWords } from './words.ts';

/** What whoever is at the desk is to know, in Traditional Chinese. */
export const zhHant: NoticeWords = {
  outOfOrder: {
    said: '大廳已由職員設為暫停服務。',
    todo: '訪客會被請到櫃檯。可在「自助機」頁面恢復服務。',
  },
  noPin: {
    said: '尚無人設定 PIN 碼：在此進行的操作不會記下姓名。',
    todo: '請在這台電腦執行 npm start -- --set-pin "姓名" --admin 設定第一組，之後也可在「自助機」頁面設定。',
  },
  noName: {
    said: '此櫃檯在設定 PIN 碼之前就已開啟，在此進行的操作不會記下姓名。',
    todo: '請按下方的關閉，再以您的 PIN 碼開啟。',
  },
  journalReplaced: {
    said: '日誌已損壞，整份移至一旁，並開始新的日誌。',
    todo: '先前報到的訪客不在此名單內。請通知管理這台電腦的人員將舊檔案移出資料夾並妥善保留，之後便不再顯示此訊息。',
  },
  chainBroken: {
    said: '日誌中有一筆紀錄被更動或遺失。',
    todo: '訪客可照常使用。請通知管理這台電腦的人員，記錄檔載明第一筆不符之處。',
  },
  notKept: {
    said: '有資料無法寫入日誌。',
    todo: '請確認磁碟還有空間，並人工核對剛才進出的訪客。',
  },
  keyInFile: {
    said: '日誌的金鑰依 FOYER_KEY 的設定，存放在這台電腦的檔案中。',
    todo: '作業系統若有金鑰圈，由它保管更為妥當。',
  },
};
