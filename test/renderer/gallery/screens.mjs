import { badgePicture } from './badge-picture.mjs';
import { houseScreens } from './house-screens.mjs';

/** @typedef {import('../../../electron/contract/lobby.ts').LobbyScreen} LobbyScreen */
/** @typedef {Partial<import('../../../electron/contract/snapshot.ts').Snapshot> & {screen: LobbyScreen}} Shown */

const today = (/** @type {string} */ time) => `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T${time}:00+08:00`;
const visit = {
  name: 'Marguerite D.',
  company: 'Atelier Lindqvist & Sons',
  host: 'Chen Yi-Ting',
  from: today('09:30'),
  to: today('11:00'),
  building: 'Harbour Tower',
  floor: 'Floor 12',
  room: 'Room Camellia',
};
const place = { host: visit.host, building: visit.building, floor: visit.floor, room: visit.room };
const otherDay = '2026-12-01T14:00:00+08:00';

const demo = [
  ['FJUEIW', 'Marguerite Dubois checks in'],
  ['TRAD66', 'A name in Traditional Chinese'],
  ['SMPL77', 'A name in Simplified Chinese'],
  ['ARAB88', 'A name in Arabic'],
  ['LNG555', 'A name of 500 characters'],
  ['CTRL99', 'A name with control characters'],
  ['EARLY2', 'Too early: the visit is tomorrow'],
  ['PAST24', 'Expired: the visit was yesterday'],
  ['BLDG22', 'Another building'],
  ['HERE33', 'Already checked in'],
  ['LEFT44', 'Already checked out'],
  ['BLCK55', 'Blocked: please see reception'],
  ['ZZ99ZZ', 'Nobody has this code'],
  ['WARN10', 'The server does not answer'],
].map(([code = '', shows = '']) => ({ code, shows }));

const harbour = /** @type {const} */ ({ kind: 'picture', source: '/content/harbour.png', seconds: 12 });
const poster = /** @type {const} */ ({ kind: 'picture', source: '/content/poster.png', seconds: 12 });
const text = (/** @type {string} */ words) => /** @type {const} */ ({ kind: 'text', text: words, seconds: 12 });
const news = 'The restaurant on floor 2 is open for everyone from 7 to 11 and from 12 to 3. Your badge opens the way.';

const services = ['Coffee', 'Tea', 'Still water', 'Sparkling water', 'A parking permit', 'An umbrella'].map((name, index) => ({
  id: `${index + 1}`,
  name,
  wanted: index === 0 || index === 3,
}));
const longServices = services.map((service, index) => ({
  ...service,
  name: `${['A pot of freshly brewed Darjeeling', 'Streckennetzfahrplanauskunft', '一壺現泡的凍頂烏龍茶與季節水果'][index % 3]} ${'with oat milk '.repeat(index)}`.trim(),
}));
const shown = /** @type {const} */ ({ state: 'shown', picture: badgePicture() });
const sent = /** @type {const} */ ({ state: 'sent' });
const collect = /** @type {const} */ ({ state: 'collect' });
const pass = { name: visit.name, at: today('09:34') };
const take = /** @type {const} */ ({ state: 'take' });
const wanted = ['Coffee', 'Sparkling water'];

/** @type {(refusal: import('../../../electron/contract/lobby.ts').Refusal, purpose?: 'checkIn' | 'checkOut') => Shown} */
const refused = (refusal, purpose = 'checkIn') => ({ screen: { kind: 'refused', purpose, refusal } });

/** Every screen there is, and the hard cases of each. Invented people only. @type {Record<string, Shown>} */
export const screens = {
  ...houseScreens,
  welcome: { screen: { kind: 'welcome' } },
  'welcome-staff': { screen: { kind: 'welcome', staff: true } },
  'staff-asking': { screen: { kind: 'staff', state: 'asking' } },
  'staff-wrong': { screen: { kind: 'staff', state: 'wrong', wait: 160 } },
  'welcome-demo': { demo, screen: { kind: 'welcome' } },
  'welcome-content-picture': { screen: { kind: 'welcome', content: [harbour, text(news)] } },
  'welcome-content-poster': { screen: { kind: 'welcome', content: [poster] } },
  'welcome-content-text': { screen: { kind: 'welcome', content: [text(news), harbour] } },
  'welcome-content-few-words': { screen: { kind: 'welcome', content: [text('Good morning.\n歡迎光臨'), harbour] } },
  'welcome-content-long': { screen: { kind: 'welcome', content: [text(`${news} `.repeat(20)), harbour] } },
  'welcome-content-demo': { demo, screen: { kind: 'welcome', content: [harbour, text(news)] } },
  'welcome-content-text-demo': { demo, screen: { kind: 'welcome', content: [text(news), harbour] } },
  'scan-check-in': { screen: { kind: 'scan', purpose: 'checkIn' } },
  'scan-check-out': { screen: { kind: 'scan', purpose: 'checkOut' } },
  type: { screen: { kind: 'type', purpose: 'checkIn' } },
  'reception-scan': { reception: 'reachable', screen: { kind: 'scan', purpose: 'checkIn', noCode: true } },
  'reception-details': { reception: 'reachable', screen: { kind: 'details' } },
  'reception-waiting': { reception: 'called', screen: { kind: 'waiting' } },
  'reception-not-let-in': refused({ reason: 'notLetIn' }),
  'reception-nobody-answered': refused({ reason: 'nobodyAnswered' }),
  'reception-out-of-order': { screen: { kind: 'outOfOrder', staff: true } },
  'scan-no-camera': { screen: { kind: 'scan', purpose: 'checkIn' } },
  'welcome-offline': { offline: 'canCheckIn', screen: { kind: 'welcome' } },
  'welcome-offline-ask': { offline: 'askReception', screen: { kind: 'welcome', content: [harbour, text(news)] } },
  'welcome-offline-demo': { offline: 'canCheckIn', demo, screen: { kind: 'welcome' } },
  'scan-offline': { offline: 'askReception', screen: { kind: 'scan', purpose: 'checkIn' } },
  'scan-offline-leaving': { offline: 'askReception', screen: { kind: 'scan', purpose: 'checkOut' } },
  'type-offline': { offline: 'canCheckIn', screen: { kind: 'type', purpose: 'checkIn' } },
  'looking-up': { screen: { kind: 'lookingUp', purpose: 'checkIn' } },
  confirm: { screen: { kind: 'confirm', visit } },
  'confirm-scripts': {
    screen: {
      kind: 'confirm',
      visit: {
        ...visit,
        name: 'محمد ع.',
        company: '株式会社さくら技研',
        host: '김민서',
        building: 'बंदरगाह भवन',
        floor: 'קומה 12',
        room: 'ห้องประชุม 3',
        from: otherDay,
        to: '2026-12-01T18:30:00+08:00',
      },
    },
  },
  'confirm-long': {
    screen: {
      kind: 'confirm',
      visit: {
        ...visit,
        name: `${'Wolfeschlegelstein'.repeat(28).slice(0, 500)}`,
        company: 'Gesellschaft '.repeat(40),
        host: '陳'.repeat(500),
        building: 'B'.repeat(500),
      },
    },
  },
  'confirm-services': { screen: { kind: 'confirm', visit, services } },
  'confirm-services-two': { screen: { kind: 'confirm', visit, services: services.slice(0, 2) } },
  'confirm-services-long': {
    screen: {
      kind: 'confirm',
      visit: {
        ...visit,
        name: `${'Wolfeschlegelstein'.repeat(28).slice(0, 500)}`,
        company: 'Gesellschaft '.repeat(40),
        host: '陳'.repeat(500),
        building: 'B'.repeat(500),
      },
      services: longServices,
    },
  },
  'confirm-little': { screen: { kind: 'confirm', visit: { name: '陳 怡', from: visit.from, to: visit.to } } },
  'confirm-name-services': { screen: { kind: 'confirm', visit: { name: visit.name }, services } },
  recording: { screen: { kind: 'recording', purpose: 'checkIn' } },
  'checked-in-printing': { screen: { kind: 'checkedIn', place, badge: { state: 'printing' } } },
  'checked-in-take': { screen: { kind: 'checkedIn', place, badge: { state: 'take' } } },
  'checked-in-sent': { screen: { kind: 'checkedIn', place, badge: { state: 'sent' } } },
  'checked-in-collect': { screen: { kind: 'checkedIn', place, badge: collect, pass } },
  'checked-in-collect-little': { screen: { kind: 'checkedIn', place: {}, badge: collect, pass: { ...pass, name: '陳○怡' } } },
  'checked-in-collect-all': { screen: { kind: 'checkedIn', place, badge: collect, pass, doorCode: '482913', wanted } },
  'checked-in-collect-long': {
    screen: {
      kind: 'checkedIn',
      place: { ...place, room: 'Room '.repeat(40), host: 'Chen '.repeat(60) },
      badge: collect,
      pass: { ...pass, name: 'Wolfeschlegelstein'.repeat(28).slice(0, 500) },
      doorCode: 'CAMELLIA-7731-KETTLE-2210-55#',
      wanted: longServices.map(({ name }) => name),
    },
  },
  'checked-in-shown': { screen: { kind: 'checkedIn', place, badge: { state: 'shown', picture: badgePicture() } } },
  'checked-in-door-code': { screen: { kind: 'checkedIn', place, badge: take, doorCode: '482913' } },
  'checked-in-door-code-long': { screen: { kind: 'checkedIn', place, badge: sent, doorCode: 'CAMELLIA-7731-KETTLE-2210-55#' } },
  'checked-in-wanted': { screen: { kind: 'checkedIn', place, badge: take, wanted } },
  'checked-in-all-sent': { screen: { kind: 'checkedIn', place, badge: sent, doorCode: '482913', wanted } },
  'checked-in-all': { screen: { kind: 'checkedIn', place, badge: shown, doorCode: '482913', wanted } },
  'checked-in-all-long': {
    screen: {
      kind: 'checkedIn',
      place: { ...place, room: 'Room '.repeat(40), host: 'Chen '.repeat(60) },
      badge: shown,
      doorCode: 'CAMELLIA-7731-KETTLE-2210-55#',
      wanted: longServices.map(({ name }) => name),
    },
  },
  'checked-out': { screen: { kind: 'checkedOut' } },
  'checked-out-slip': { screen: { kind: 'checkedOut', slip: { state: 'shown', picture: badgePicture() } } },
  'refused-unknown': refused({ reason: 'unknownCode' }),
  'refused-not-a-code': refused({ reason: 'notACode' }),
  'refused-early': refused({ reason: 'tooEarly', from: otherDay }),
  'refused-early-today': refused({ reason: 'tooEarly', from: today('23:30'), opens: today('23:00') }),
  'refused-expired': refused({ reason: 'expired', to: today('08:00') }),
  'refused-building': refused({ reason: 'otherBuilding', building: 'Riverside House' }),
  'refused-building-long': refused({ reason: 'otherBuilding', building: 'Riverside '.repeat(50) }),
  'refused-in': refused({ reason: 'alreadyCheckedIn', at: today('08:42') }),
  'refused-out': refused({ reason: 'alreadyCheckedOut', at: today('08:42') }, 'checkOut'),
  'refused-not-in': refused({ reason: 'notCheckedIn' }, 'checkOut'),
  'refused-blocked': refused({ reason: 'blocked' }),
  'refused-tries': refused({ reason: 'tooManyTries' }),
  'refused-no-answer': refused({ reason: 'noAnswer' }),
  'refused-not-recorded': refused({ reason: 'notRecorded' }),
  warning: { warning: { seconds: 20 }, screen: { kind: 'confirm', visit } },
};
