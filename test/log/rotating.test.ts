import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { rotatingLines } from '../../electron/log/rotating.ts';

function fileInFolder(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, file: join(folder, 'foyer.log') };
}

it('a file that would pass the limit becomes the first of the older ones, and the oldest goes', () => {
  const { folder, file } = fileInFolder();
  const lines = rotatingLines(file, { limit: 30, keep: 3 });
  for (let number = 1; number <= 10; number += 1) lines.write(`line number ${number}`);
  lines.close();
  expect(readdirSync(folder).sort()).toEqual(['foyer.log', 'foyer.log.1', 'foyer.log.2']);
  const texts = ['.2', '.1', ''].map((end) => readFileSync(file + end, 'utf8'));
  expect(texts).toEqual(['line number 5\nline number 6\n', 'line number 7\nline number 8\n', 'line number 9\nline number 10\n']);
});

it('LOG-4 many lines stay within three files of the limit, whole, in order, for this account alone', () => {
  const { folder, file } = fileInFolder();
  const lines = rotatingLines(file, { limit: 10_000 });
  for (let number = 0; number < 5_000; number += 1) lines.write(`${number} ${'ž'.repeat(number % 50)}`);
  lines.close();
  const files = readdirSync(folder).sort().reverse();
  expect(files).toHaveLength(3);
  for (const name of files) {
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(10_000);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  const numbers = files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => Number(line.split(' ')[0])),
  );
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => 5_000 - numbers.length + index));
});

it('a line that is longer than the limit still gets a file of its own', () => {
  const { file } = fileInFolder();
  const lines = rotatingLines(file, { limit: 10, keep: 2 });
  lines.write('x'.repeat(50));
  lines.write('y');
  lines.close();
  expect(readFileSync(`${file}.1`, 'utf8')).toBe(`${'x'.repeat(50)}\n`);
  expect(readFileSync(file, 'utf8')).toBe('y\n');
});

it('LOG-4 what an earlier run left counts towards the limit', () => {
  const { file } = fileInFolder();
  for (const text of ['first', 'second']) {
    const lines = rotatingLines(file, { limit: 10 });
    lines.write(text);
    lines.close();
  }
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('first\n');
  expect(readFileSync(file, 'utf8')).toBe('second\n');
});

it('after close nothing is written', () => {
  const { file } = fileInFolder();
  const lines = rotatingLines(file);
  lines.close();
  lines.write('late');
  expect(existsSync(file)).toBe(false);
});

it('LOG-4 a disk that does not let files be renamed keeps the bound all the same', () => {
  const { folder, file } = fileInFolder();
  // A folder that is not empty stands where the older file would go.
  mkdirSync(join(folder, 'foyer.log.1', 'inside'), { recursive: true });
  const lines = rotatingLines(file, { limit: 100, keep: 2 });
  for (let number = 0; number < 100; number += 1) lines.write(`line number ${number}`);
  lines.close();
  expect(statSync(file).size).toBeLessThanOrEqual(100);
  expect(readFileSync(file, 'utf8')).toMatch(/^line number 0\n/);
});
