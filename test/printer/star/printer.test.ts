import { describe } from 'vitest';
import { testLanguage } from '../language-suite.ts';

describe('a printer that speaks Star', () => testLanguage('star'));
