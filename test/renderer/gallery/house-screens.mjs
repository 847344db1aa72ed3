import { badgePicture } from './badge-picture.mjs';

/** @typedef {import('./screens.mjs').Shown} Shown */

const place = { host: 'Chen Yi-Ting', building: 'Harbour Tower', floor: 'Floor 12', room: 'Room Camellia' };
const at = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T09:34:00+08:00`;
const pass = { name: 'Marguerite D.', at };
const take = /** @type {const} */ ({ state: 'take' });
const collect = /** @type {const} */ ({ state: 'collect' });
const shown = /** @type {const} */ ({ state: 'shown', picture: badgePicture() });
const wanted = ['Coffee', 'Sparkling water'];
const harbour = /** @type {const} */ ({ kind: 'picture', source: '/content/harbour.png', seconds: 12 });

// What `accentOf` makes of #c8102e.
const red = {
  light: { accent: '#aa0022', accentPressed: '#840017', onAccent: '#ffffff', tint: '#f1e6e5', archMiddle: '#e6d8d7' },
  dark: { accent: '#ff8c89', accentPressed: '#ffb6b3', onAccent: '#170c0b', tint: '#342c2b', archMiddle: '#382e2d' },
};

const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 540 120"><rect width="540" height="120" fill="#fff"/><circle cx="60" cy="60" r="44" fill="#0b3d63"/><path d="M36 66q12-12 24 0t24 0" stroke="#fff" stroke-width="7" fill="none"/><text x="124" y="76" font-family="sans-serif" font-size="38" font-weight="600" fill="#0b3d63">HARBOUR TOWER</text></svg>')}`;

// The longest that the settings take, in wide letters.
const greeting = 'Welcome to Wintergarten am Hamburger Hafenmuseum';
const greetingHan = '歡迎光臨國立臺灣海洋博物館暨港區訪客服務中心大廳';
const line = 'Take the lift on the left to floor 12; we will meet you at its d';
const lineHan = '請搭乘左側電梯至十二樓，出電梯後請右轉，接待人員會在櫃檯前等候您';

/** How a site may want its lobby. @type {Record<string, Shown>} */
export const houseScreens = {
  'welcome-own': { screen: { kind: 'welcome', greeting: 'Welcome to Harbour Tower' } },
  'welcome-own-long': { screen: { kind: 'welcome', greeting, staff: true } },
  'welcome-own-han': { screen: { kind: 'welcome', greeting: greetingHan } },
  'welcome-own-content': { screen: { kind: 'welcome', greeting, content: [harbour] } },
  'welcome-own-offline': { offline: 'askReception', screen: { kind: 'welcome', greeting: greetingHan } },
  'welcome-own-colour': { accent: red, screen: { kind: 'welcome', greeting: 'Welcome to Harbour Tower' } },
  'welcome-own-logo': { screen: { kind: 'welcome', logo, staff: true } },
  'welcome-own-one-language': { languages: ['en'], screen: { kind: 'welcome', greeting: 'Good morning' } },
  'confirm-name-alone': { screen: { kind: 'confirm', visit: { name: pass.name } } },
  'checked-in-nothing': { screen: { kind: 'checkedIn', place: {}, badge: take } },
  'checked-in-host': { screen: { kind: 'checkedIn', place: { host: place.host }, badge: take } },
  'checked-in-own': { screen: { kind: 'checkedIn', place, badge: take, line } },
  'checked-in-own-han': { screen: { kind: 'checkedIn', place, badge: take, line: lineHan } },
  'checked-in-own-alone': { screen: { kind: 'checkedIn', place: {}, badge: take, line: lineHan } },
  'checked-in-own-collect': { screen: { kind: 'checkedIn', place, badge: collect, pass, line: lineHan } },
  'checked-in-own-collect-all': { screen: { kind: 'checkedIn', place, badge: collect, pass, doorCode: '482913', wanted, line } },
  'checked-in-own-shown': { screen: { kind: 'checkedIn', place, badge: shown, line: lineHan } },
  'checked-in-own-all': { screen: { kind: 'checkedIn', place, badge: shown, doorCode: '482913', wanted, line: lineHan } },
};
