import { describe, expect, it } from 'vitest';
import { codeGroups } from '../../../renderer/parts/DoorCode.tsx';

describe('the code of a door', () => {
  it.each([
    ['482913', ['482', '913']],
    ['KX72QA', ['KX7', '2QA']],
    ['4829', ['4829']],
    ['4829#', ['4829#']],
    ['48291#', ['48291#']],
    ['CAMELLIA-7731', ['CAMELLIA-7731']],
    ['', ['']],
  ])('%s is read in groups, and nothing of it is lost', (code, groups) => {
    expect(codeGroups(code)).toEqual(groups);
    expect(groups.join('')).toBe(code);
  });
});
