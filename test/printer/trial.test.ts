import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { unfitDrawing } from '../../electron/printer/trial.ts';
import { addressesOf } from './addresses.ts';
import { assets } from './people.ts';

const addresses = addressesOf('brother-ql+tcp://127.0.0.1?media=62x100 escpos+tcp://127.0.0.2');
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 1000">${inside}</svg>`;
const name = '<rect id="visitor" x="20" y="20" width="580" height="300"/>';

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-trial-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'own.svg');
  writeFileSync(file, text);
  return file;
}

it('what can be drawn is not complained of, nor what is not set', () => {
  expect(unfitDrawing(assets, {}, addresses)).toBeUndefined();
  expect(unfitDrawing(assets, { template: 'label-62x100' }, addresses)).toBeUndefined();
  expect(
    unfitDrawing(assets, { template: fileOf(svg(name)), logo: fileOf(svg('<path d="M0 0h620v1000z"/>')) }, addresses),
  ).toBeUndefined();
  expect(unfitDrawing(assets, { template: '/nowhere.svg' }, [])).toBeUndefined();
});

it.each([
  ['a file that is not there', () => '/nowhere/own.svg', 'nowhere'],
  ['no drawing at all', () => fileOf('hello'), ''],
  ['a drawing that runs something', () => fileOf(svg(`${name}<script>1</script>`)), 'script'],
])('%s is said before the first visitor comes', (_, fileName, field) => {
  const unfit = unfitDrawing(assets, { template: fileName() }, addresses);
  expect(unfit?.what).toBe('template');
  expect(unfit?.field).toMatch(field === 'nowhere' ? 'own.svg' : field);
});

it('a logo that cannot be read is said as the logo', () => {
  expect(unfitDrawing(assets, { logo: fileOf('not a picture') }, addresses)).toEqual({ what: 'logo', field: 'logo' });
});
