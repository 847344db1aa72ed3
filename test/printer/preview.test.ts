import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { testBadge } from '../../electron/core/test-badge.ts';
import { drawPreview } from '../../electron/printer/preview.ts';
import { temporaryFolder } from '../journal/visit-of.ts';
import { assets } from './people.ts';

const content = testBadge('2026-11-22', '10:15');

describe('a badge that is looked at', () => {
  it('is as wide as what is loaded, and as 80 mm paper where there is no printer', () => {
    const widthFor = (media?: { width: number; height: number; dpi: number }) => {
      const drawn = drawPreview(content, { assets, drawing: {}, media });
      if (!drawn.ok) throw new Error(drawn.failure.code);
      return PNG.sync.read(Buffer.from(drawn.value)).width;
    };
    expect([widthFor({ width: 696, height: 1109, dpi: 300 }), widthFor()]).toEqual([696, 576]);
  });

  it('that cannot be drawn says why', () => {
    const template = join(temporaryFolder(), 'own.svg');
    writeFileSync(template, '<svg><script/></svg>');
    expect(drawPreview(content, { assets, drawing: { template } })).toMatchObject({
      ok: false,
      failure: { code: 'printer.badge' },
    });
  });
});
