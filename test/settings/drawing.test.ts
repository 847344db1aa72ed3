import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { judgeDrawing } from '../../electron/settings/drawing.ts';
import type { Settings } from '../../electron/settings/settings.ts';
import { addressesOf } from '../printer/addresses.ts';
import { assets } from '../printer/people.ts';

const judge = judgeDrawing(assets);
const printers = addressesOf('brother-ql+tcp://127.0.0.1?media=62x100');

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-drawing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'own.svg');
  writeFileSync(file, text);
  return file;
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 62 100"><path d="M0 0h62v100z"/></svg>';

it.each([
  ['nothing of its own', () => ({}), undefined, ''],
  ['an included badge', () => ({ template: 'label-62x100' }), undefined, ''],
  ['a logo', () => ({ logo: fileOf(svg) }), undefined, ''],
  ['a logo that is not there', () => ({ logo: '/nowhere/logo.svg' }), 'FOYER_LOGO', 'names a file that cannot be read'],
  ['a folder as a logo', () => ({ logo: tmpdir() }), 'FOYER_LOGO', 'names a file that cannot be read'],
  ['a badge that is not there', () => ({ template: '/nowhere/own.svg' }), 'FOYER_BADGE', 'names a file that cannot be read'],
  ['a logo that is none', () => ({ logo: fileOf('hello') }), 'FOYER_LOGO', 'cannot be drawn: see logo (docs/badges.md)'],
])('%s', (_, drawing, name, message) => {
  // Of the settings these two are looked at.
  const fault = judge({ drawing: drawing(), printers } as unknown as Settings);
  expect(fault).toEqual(name === undefined ? undefined : { name, message });
});
