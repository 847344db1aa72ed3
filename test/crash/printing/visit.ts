import { printContent } from '../../../electron/core/print.ts';
import type { PrintContent, Visit } from '../../../electron/core/visit.ts';

/** When everybody comes. The wall clock of a print is the machine's own. */
export const at = '2026-11-23T10:15:00.000+08:00';

/** Of each invented visitor another first letter, script and length, so that a part of one badge fits no other. */
const names = [
  'Žofie Ångström',
  'Bo',
  '陳大文',
  'محمد عبد الرحمن',
  'Maximiliana von Hohenfels-Castañeda',
  'อรุณี ศรีสุข',
  'Ірина Щедрик',
];

/** Invented visitor `number`, with a code and a badge of their own. */
export const visitOf = (number: number): Visit => ({
  badgeId: `badge-${number}`,
  code: `P${number.toString(36).toUpperCase().padStart(5, '0')}`,
  visitor: { name: `${names[number % names.length]} ${number}`, company: `Canary & Söhne ${number * 7}` },
  blocked: false,
  period: { from: at, to: '2026-11-23T18:00:00+08:00' },
  state: 'initial',
  host: 'Ottilie Beispiel',
  place: { buildingId: '7', building: [{ language: 'en', text: 'Harbour House' }] },
});

/** What is printed for them. */
export const contentOf = (number: number): PrintContent => printContent('badge', visitOf(number), [at], { site: 'Happy Ltd.' });
