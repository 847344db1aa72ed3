import { randomBytes } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readOpenApi } from '../../../electron/bookings/openapi/reading.ts';
import { openApiLines } from '../../../electron/bookings/openapi/report.ts';
import { operationKeys, operationOf } from '../../../electron/bookings/operations.ts';
import type { Row } from '../contract/description.ts';
import { documentOf } from '../contract/document.ts';
import { serveJson, type Web } from '../web.ts';
import { fileOf, reading } from './files.ts';

const json = JSON.stringify(documentOf());
const yaml = stringify(documentOf());
const canary = 'CANARY-in-the-file';

/** Nine lists, each nine times the one before. */
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, place) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[place]}`)}]`),
];

function huge(): string {
  const file = fileOf(json);
  truncateSync(file, 50 * 1024 * 1024);
  return file;
}

/** Files that teach nothing, and what is said of them. */
const unusable: readonly (readonly [string, () => string, string])[] = [
  ['a file that is not there', () => '/nowhere/openapi.json', 'cannot be read'],
  ['a folder', () => tmpdir(), 'cannot be read'],
  ['an empty file', () => fileOf(' \n'), 'is empty'],
  ['50 MB', huge, 'is too big: 10 MB at most'],
  ['bytes that are no text', () => fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, ...randomBytes(2_000)])), 'is no text'],
  ['JSON that is cut off', () => fileOf(json.slice(0, 20_000)), 'is not JSON, or is cut off'],
  ['YAML with a fault', () => fileOf(`${yaml}\n"${canary}: [`), 'is neither JSON nor YAML, or is cut off'],
  ['aliases that unfold to 9^9', () => fileOf(bomb.join('\n')), 'cannot be read as YAML: its aliases unfold to too much'],
  ['JSON of a million brackets', () => fileOf(`{"openapi": "3.0.3", "x": ${'['.repeat(1_000_000)}`), 'is nested too deeply'],
  ['YAML of a million brackets', () => fileOf(`x: ${'['.repeat(1_000_000)}`), 'is nested too deeply'],
  // Built into a tree, these end the process: the stack is full, and not even an exception can be thrown.
  ['YAML of a hundred thousand dashes', () => fileOf(`x:\n  ${'- '.repeat(100_000)}`), 'is nested too deeply'],
  ['YAML of dashes with anchors', () => fileOf('- &a '.repeat(100_000)), 'is nested too deeply'],
  ['YAML of dashes with tags', () => fileOf('- !a '.repeat(100_000)), 'is nested too deeply'],
  ['YAML of question marks', () => fileOf('? '.repeat(100_000)), 'is nested too deeply'],
  ['YAML of colons', () => fileOf(`x${': '.repeat(100_000)}`), 'is nested too deeply'],
  [
    'YAML one deeper in each line',
    () => fileOf(Array.from({ length: 900 }, (_line, depth) => `${' '.repeat(depth)}a:`).join('\n')),
    'is nested too deeply',
  ],
  ['YAML of too many pieces', () => fileOf(`x: [${'1,'.repeat(600_000)}]`), 'is too big as YAML: save it as JSON'],
  [
    'Swagger 2',
    () => fileOf(JSON.stringify({ ...documentOf(), openapi: undefined, swagger: '2.0' })),
    'is Swagger 2; an OpenAPI 3 file is needed',
  ],
  ['OpenAPI 4', () => fileOf(JSON.stringify({ ...documentOf(), openapi: '4.0.0' })), 'is not an OpenAPI 3 file'],
  ['another kind of JSON', () => fileOf(JSON.stringify({ name: canary })), 'is not an OpenAPI 3 file'],
  ['a list', () => fileOf('[]'), 'is not an OpenAPI file'],
  ['a text', () => fileOf(`${canary}\n`), 'is not an OpenAPI file'],
  ['a web page', () => fileOf(`<!doctype html><title>${canary}</title><p>Sign in`), 'is not an OpenAPI file'],
  ['no paths', () => fileOf(JSON.stringify({ ...documentOf(), paths: {} })), 'describes no operations'],
];

describe('a file that cannot be used', () => {
  it.each(unusable)('%s: one line says why, the defaults are kept', async (_what, file, fault) => {
    const { dialect, report } = await readOpenApi(file(), { paths: { 'user.get': 'GET /own/{id}' } });
    expect(report.fault).toBe(fault);
    expect(openApiLines(report)).toEqual([`OpenAPI file: it ${fault}; the defaults are kept`]);
    expect(dialect.place('user.get').path).toBe('/own/{id}');
    for (const key of operationKeys.filter((each) => each !== 'user.get')) {
      expect(dialect.place(key)).toMatchObject({ method: operationOf(key).method, path: operationOf(key).path });
    }
  });
});

describe('references out of the file', () => {
  let web: Web;
  beforeAll(async () => {
    web = await serveJson({ type: 'object', properties: { items: { type: 'array' } } });
  });
  afterAll(() => web.close());

  it('are never followed, over HTTP or to another file, and counted', async () => {
    const secret = fileOf(JSON.stringify({ type: 'object', properties: { items: { type: 'array' } } }));
    const references = [
      new URL('/schema.json', web.url).href,
      `//${web.url.host}/x`,
      `file://${secret}`,
      secret,
      'openapi-1',
      '../x.yaml#/a',
    ];
    let place = 0;
    const document = documentOf({
      change: (printed) => ({ ...printed, ...(printed.answer && { answer: { $ref: references[place++ % references.length] } }) }),
    });
    const { report } = await readOpenApi(fileOf(JSON.stringify(document)));
    expect(report).toMatchObject({ cut: place, unmatched: [], deviations: 0 });
    expect(report.matched.flatMap(({ differences }) => differences)).toEqual([]);
    expect(web.seen).toEqual([]);
    expect(openApiLines(report)[0]).toContain(`${place} references out of the file not followed`);
  });
});

describe('a file that is only unusual', () => {
  const schemas = (entries: Record<string, Row>) => ({
    ...documentOf({
      change: (printed) => ({ ...printed, ...(printed.answer && { answer: { $ref: '#/components/schemas/S0' } }) }),
    }),
    components: { schemas: entries },
  });
  const both = (next: string): Row => ({
    type: 'object',
    properties: { a: { $ref: `#/components/schemas/${next}` }, b: { $ref: `#/components/schemas/${next}` } },
  });

  it.each([
    ['a reference to itself', schemas({ S0: { $ref: '#/components/schemas/S0' } })],
    ['two that refer to each other', schemas({ S0: both('S1'), S1: both('S0') })],
    ['a reference to nothing', schemas({ S1: both('S1') })],
    [
      'references that unfold to 2^40',
      schemas({
        ...Object.fromEntries(Array.from({ length: 40 }, (_each, place) => [`S${place}`, both(`S${place + 1}`)])),
        S40: { type: 'string' },
      }),
    ],
    [
      '20,000 references in a row',
      schemas(
        Object.fromEntries(
          Array.from({ length: 20_000 }, (_each, place) => [`S${place}`, { $ref: `#/components/schemas/S${place + 1}` }]),
        ),
      ),
    ],
    ['a newer version', { ...documentOf(), openapi: '3.2.0' }],
  ])('is read: %s', async (_what, document) => {
    const { report } = await readOpenApi(fileOf(JSON.stringify(document)));
    expect(report.fault).toBeUndefined();
    expect(report.matched).toHaveLength(28);
  });

  it('where it does not keep to the specification, the report says so', async () => {
    const { report } = await readOpenApi(fileOf(JSON.stringify({ ...documentOf(), info: {}, [canary]: 1 })));
    expect(report.deviations).toBeGreaterThan(0);
    expect(report.matched).toHaveLength(28);
    const [summary = ''] = openApiLines(report);
    expect(summary).toMatch(/places? do(es)? not keep to OpenAPI 3\.0\.3/);
    expect(summary).not.toContain(canary);
  });

  it('YAML tags make nothing but plain values', async () => {
    const tagged = yaml.replace(
      'title: Bookings ONE External Api',
      'title: !!js/function "() => process.exit(1)"\n  x: !foo {a: 1}\n  when: !!timestamp 2026-03-02',
    );
    expect((await readOpenApi(fileOf(tagged))).report.matched).toHaveLength(28);
  });

  it('API-3 no name in it reaches a prototype', async () => {
    const poison = '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}';
    const poisoned = json
      .replaceAll('"properties":{', `"properties":{${poison},`)
      .replace('"paths":{', `${poison}, "paths":{"__proto__": {"get": {"summary": "x"}},`)
      .replaceAll('"200"', `"__proto__": {"$ref": "#/__proto__/polluted"}, "200"`);
    const { report } = await readOpenApi(fileOf(poisoned));
    expect(report.matched).toHaveLength(28);
    expect('polluted' in {}).toBe(false);
  });

  it('what it calls things is shown short and in one line', () => {
    const name = `no\u0000te\n\u202E${'x'.repeat(500)}`;
    const answer = { type: 'object', properties: { [name]: { type: 'array', items: { type: 'object' } } } };
    const { report } = reading(
      documentOf({ change: (printed) => ({ ...printed, ...(printed.key === 'user.search' && { answer }) }) }),
    );
    const line = openApiLines(report).find((each) => each.includes('xxx')) ?? '';
    expect(line.length).toBeLessThan(80);
    expect(line).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});

// A second here was minutes once: each of these is under a megabyte, and every operation refers to the same schema.
describe('API-3 a file that unfolds to much in every operation is read all the same', () => {
  const wide = (each: Row) => ({
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: 3_900 }, (_field, place) => [`f${place}`, each])),
  });
  const other = { $ref: '#/components/schemas/Other' };

  it.each<[string, Row, Row]>([
    ['thousands of fields', wide({ type: 'string' }), {}],
    ['thousands of objects, each of thousands of fields', wide(other), wide({ type: 'string' })],
    [
      'thousands of enumerations of thousands of words',
      wide(other),
      { enum: Array.from({ length: 5_000 }, (_word, place) => `w${place}`) },
    ],
    ['thousands of enumerations explained in blank lines', wide(other), { enum: [0], description: '\n'.repeat(4_000) }],
  ])(
    '%s',
    async (_what, whole, part) => {
      const operation = (answer: string) => ({
        tags: ['Building'],
        summary: 'Search building',
        responses: { 200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } } } },
      });
      const paths = Array.from({ length: 1_000 }, (_path, place) => [`/building/v1/${place}`, { get: operation('Whole') }]);
      const document = {
        openapi: '3.0.3',
        paths: Object.fromEntries(paths),
        components: { schemas: { Whole: whole, Other: part } },
      };
      const { report } = await readOpenApi(fileOf(JSON.stringify(document)));
      expect(report).toMatchObject({ unused: 1_000, matched: [] });
    },
    30_000,
  );
});

describe('API-3 a mutated file', () => {
  const source = JSON.parse(json) as Row;
  const places: (readonly string[])[] = [];
  const collect = (value: unknown, path: readonly string[]) => {
    if (path.length > 0) places.push(path);
    if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) collect(item, [...path, name]);
  };
  collect(source, []);
  const known = fc.constantFrom<unknown>(
    'get',
    '',
    null,
    0,
    -1,
    true,
    [],
    {},
    [null],
    [[]],
    { $ref: '#' },
    { $ref: '#/paths' },
    { $ref: 3 },
    { type: ['null'] },
  );
  const mutations = fc.array(fc.tuple(fc.constantFrom(...places), fc.oneof(known, fc.jsonValue())), {
    minLength: 1,
    maxLength: 30,
  });

  function mutated(changes: readonly (readonly [readonly string[], unknown])[]): Row {
    const copy = structuredClone(source);
    for (const [path, value] of changes) {
      let place: unknown = copy;
      for (const name of path.slice(0, -1)) place = (place as Row | null | undefined)?.[name];
      if (typeof place === 'object' && place !== null) (place as Row)[path.at(-1) ?? ''] = structuredClone(value);
    }
    return copy;
  }

  it('never throws, and whatever it teaches can be called', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const { dialect, report } = reading(mutated(changes));
        expect(report.matched.length + report.unmatched.length).toBe(28);
        for (const key of operationKeys) {
          expect(dialect.place(key).path).toMatch(/^\/(?!\/)/);
          expect(dialect.incoming(key, {})).toEqual({});
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never rejects as a file either, cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, fc.boolean(), fc.nat(120_000), async (changes, asYaml, length) => {
        const text = asYaml ? stringify(mutated(changes)) : JSON.stringify(mutated(changes));
        const { report } = await readOpenApi(fileOf(text.slice(0, length)));
        expect(report.fault ?? '').not.toMatch(/\n/);
      }),
      { numRuns: 5 },
    );
  });
});
