import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';

/** Whether the programs of poppler-utils are on this machine. */
export const hasPoppler = existsSync('/usr/bin/pdftoppm') && existsSync('/usr/bin/pdfinfo');

/** A PNG file as a picture of one byte a dot, 1 is black. */
export function pictureOfPng(bytes: Buffer) {
  const { width, height, data } = PNG.sync.read(bytes);
  const bits = new Uint8Array(width * height);
  for (let dot = 0; dot < bits.length; dot++) bits[dot] = (data[dot * 4] ?? 255) < 128 ? 1 : 0;
  return { width, height, bits };
}

/** The first page of a PDF as poppler draws it at 300 dpi, with its size in points. */
export function pageOfPdf(pdf: Buffer) {
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-pdf-'));
  try {
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    execFileSync('pdftoppm', ['-r', '300', '-f', '1', '-l', '1', '-png', '-singlefile', file, path.join(folder, 'a')]);
    const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(info) ?? [];
    const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    return { pages, width: Number(width), height: Number(height), picture: pictureOfPng(readFileSync(path.join(folder, 'a.png'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
