import { describe, expect, it } from 'vitest';
import { printContent } from '../../electron/core/print.ts';
import { exampleVisit } from './example.ts';

describe('printContent', () => {
  it('holds what a badge shows, in English, with the clock of the moment itself', () => {
    expect(printContent('badge', exampleVisit, ['2026-11-22T10:15:00.000+08:00'], { site: 'Happy Ltd.' })).toEqual({
      kind: 'badge',
      visitor: 'Amélie Lambert',
      company: 'Lambert & Fils',
      host: 'Wong Siu Ming',
      date: 'Sun, 22 November 2026',
      time: '10:15',
      place: 'Harbour Tower · 12/F · Peak Room',
      site: 'Happy Ltd.',
      code: 'FJUEIW',
    });
  });

  it('leaves out what the server does not say', () => {
    const { host: _, ...bare } = exampleVisit;
    const content = printContent('badge', { ...bare, visitor: { name: 'Cher' }, place: {} }, ['2026-11-22T10:15:00+08:00'], {});
    expect(Object.keys(content).sort()).toEqual(['code', 'date', 'kind', 'time', 'visitor']);
  });

  it('shows a time that nobody knows as a dash', () => {
    expect(printContent('slip', exampleVisit, [undefined, '2026-11-22T18:00:00+08:00'], {}).time).toBe('– – 18:00');
    expect(printContent('slip', exampleVisit, ['nonsense'], {}).time).toBe('–');
  });
});
