import { describe } from 'vitest';
import { testLanguage } from '../language-suite.ts';

describe('a printer that speaks ZPL', () => testLanguage('zpl'));
