import { describe } from 'vitest';
import { testLanguage } from '../language-suite.ts';

describe('a printer that speaks Brother QL', () => testLanguage('brother-ql'));
