import { exampleRecorded } from '../core/example.ts';

/** Names that a spreadsheet, a CSV reader or an XML parser takes for something else. The journal cleans its texts; a file must not depend on that. */
export const hostileNames: readonly string[] = [
  ...["=cmd|' /C calc'!A0", '+1', '-2+3', '@SUM(1+1)', '=HYPERLINK("https://evil.example","x")', '=1+1";=2'],
  ...['＝1+1', '＋1', '－1', '＠SUM', '﹢1', '   =1+1', '\u00a0=1', '\u3000＝1', '\t=1', '\r=1', '\n=1', '"=1'],
  ...['a""b', '"quoted"', 'semi;colon, comma', 'two\nlines', 'two\r\nlines', "O'Brien", "'=1"],
  ...['林怡君', '田中さくら', 'محمد العمري', 'שלום', '👩‍👩‍👧‍👦 Adeyemi', 'Zoë Ångström', '\u202eesrever'],
  ...[
    '<b>&amp;</b>',
    ']]>',
    '_x0041_',
    '_x000D_bell',
    '\u0000nul',
    '\u001b[31m',
    '\ud800lone',
    '\uffff',
    'x'.repeat(32_767),
    '林'.repeat(40_000),
  ],
  ...['-', '=', '0123', '1e5', '2026-11-28', 'TRUE', '#REF!', '  spaces  '],
];

/** What a spreadsheet would run (https://owasp.org/www-community/attacks/CSV_Injection). */
export const isFormula = (text: string): boolean => /^[=+\-@\t\r\n]/.test(text.normalize('NFKC').replace(/^ +/, ''));

/** A visit of somebody with this name, as it is taken out. */
export const entryOf = (visitor: string, change: Partial<ReturnType<typeof exampleRecorded>> = {}) => ({
  ...exampleRecorded({ visitor, company: visitor, host: visitor, ...change }),
  isAutomatic: false,
  isCorrected: false,
});

export const goOn = () => Promise.resolve(true);
