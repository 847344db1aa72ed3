import { expect, it } from 'vitest';
import { sentencesIn } from '../../../renderer/words/sentences.ts';

it.each([
  [['One.', 'Two.'], 'One. Two.'],
  [['一。', '二。'], '一。二。'],
  [['', 'Two.'], 'Two.'],
  [[], ''],
])('%j is said as %j', (sentences, said) => {
  expect(sentencesIn(...sentences)).toBe(said);
});
