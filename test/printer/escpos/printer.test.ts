import { describe } from 'vitest';
import { testLanguage } from '../language-suite.ts';

describe('a printer that speaks ESC/POS', () => testLanguage('escpos'));
