import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsIn, without } from './findings.mjs';

const csv = `issue, severity, confidence, filename, location, sample, description, url
CSP_GLOBAL_CHECK,"MEDIUM","CERTAIN","N/A","0:0",N/A,"No CSP, it says",https://example.org
CUSTOM_ARGUMENTS_JS_CHECK,"MEDIUM","TENTATIVE","main.js","341:1","append(""a, b"");","Review",https://example.org
SANDBOX_JS_CHECK,"MEDIUM","FIRM","main.js","380:17","new BrowserWindow(a)","Use",https://example.org
SANDBOX_JS_CHECK,"MEDIUM","FIRM","main.js","429:8","new BrowserWindow(a)","Use",https://example.org
`;
const window = { check: 'SANDBOX_JS_CHECK', file: 'main.js', sample: 'new BrowserWindow(a)' };

it('SUP-4 the findings are read from what the tool writes, with quotes and commas', () => {
  expect(findingsIn(csv)).toEqual([
    { check: 'CSP_GLOBAL_CHECK', file: 'N/A', sample: 'N/A' },
    { check: 'CUSTOM_ARGUMENTS_JS_CHECK', file: 'main.js', sample: 'append("a, b");' },
    window,
    window,
  ]);
  expect(() => findingsIn('something else\n1,2\n')).toThrow('columns');
});

it('SUP-4 what is new and what is gone is told, also where one of two alike is', () => {
  const found = findingsIn(csv);
  expect(without(found, found)).toEqual([]);
  expect(without(found, found.slice(0, 3))).toEqual([window]);
  expect(without(found.slice(1), found)).toEqual([]);
  expect(without([{ ...window, file: 'other.js' }], found)).toEqual([{ ...window, file: 'other.js' }]);
});

it('SUP-4 each finding that is known has a reason, and the rule that covers it', () => {
  const known = JSON.parse(readFileSync(new URL('known-findings.json', import.meta.url), 'utf8')) as { why: string }[];
  expect(known.length).toBeGreaterThan(0);
  for (const { why } of known) expect(why).toMatch(/\b[A-Z]{3}-\d+\b/);
});
