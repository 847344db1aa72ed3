import { describe, expect, it } from 'vitest';
import { scanningOf } from '../../electron/settings/scanning.ts';
import { readSources } from '../../electron/settings/sources.ts';

const read = (environment: Record<string, string>) => {
  const sources = readSources([], environment);
  if (!sources.ok) throw new Error(sources.fault.message);
  return scanningOf(sources.value);
};

describe('what is set for scanning', () => {
  it('is nothing unless something is', () => {
    expect(read({})).toEqual({ ok: true, value: undefined });
  });

  it('is the camera and how the scanner types', () => {
    const environment = {
      FOYER_CAMERA: 'Logitech',
      FOYER_SCANNER_PREFIX: ']Q1',
      FOYER_SCANNER_SUFFIX: '#',
      FOYER_SCANNER_LAYOUT: 'us',
    };
    expect(read(environment)).toEqual({ ok: true, value: { camera: 'Logitech', prefix: ']Q1', suffix: '#', layout: 'us' } });
  });

  it.each([
    ['FOYER_CAMERA', 'x'.repeat(61)],
    ['FOYER_SCANNER_PREFIX', 'a\tb'],
    ['FOYER_SCANNER_SUFFIX', 'x'.repeat(33)],
    ['FOYER_SCANNER_LAYOUT', 'german'],
  ])('%s=%j stops the start', (name, value) => {
    expect(read({ [name]: value })).toMatchObject({ ok: false, fault: { name } });
  });
});
