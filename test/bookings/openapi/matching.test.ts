import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readOpenApi } from '../../../electron/bookings/openapi/reading.ts';
import { openApiLines } from '../../../electron/bookings/openapi/report.ts';
import { operationKeys, operations } from '../../../electron/bookings/operations.ts';
import { type Printed, printedOperations } from '../contract/description.ts';
import { documentOf } from '../contract/document.ts';
import { fileOf, matchedIn, placesIn, reading } from './files.ts';

const printedPlaces = Object.fromEntries(printedOperations.map(({ key, place }) => [key, place]));

describe('the description of the page, as a file', () => {
  it.each([
    ['JSON, OpenAPI 3.0', JSON.stringify(documentOf({ named: false }))],
    ['JSON, OpenAPI 3.1', JSON.stringify(documentOf({ named: false, version: '3.1.0' }))],
    ['YAML, OpenAPI 3.0', stringify(documentOf({ named: false }))],
    ['YAML with a byte order mark', `\uFEFF${stringify(documentOf({ named: false }))}`],
    ['UTF-16, as Windows saves it', new Uint8Array(Buffer.from(`\uFEFF${JSON.stringify(documentOf())}`, 'utf16le'))],
  ])('%s: 28 of 28 are found where the page has them, and nothing differs', async (_kind, content) => {
    const { report } = await readOpenApi(fileOf(content));
    expect(report).toMatchObject({ deviations: 0, unmatched: [], unused: 0, cut: 0 });
    expect(placesIn(report)).toEqual(printedPlaces);
    expect(report.matched.flatMap(({ differences }) => differences)).toEqual([]);
    expect(openApiLines(report)[0]).toBe('OpenAPI file: 28 of 28 operations found');
  });

  it('its twins, described as a second version, are one operation: the one at the path that fits', () => {
    const { report } = reading(documentOf({ twice: true, named: false }));
    expect(placesIn(report)).toEqual(printedPlaces);
    const twins = report.matched.filter(({ twins }) => twins > 0).map(({ key }) => key);
    expect(twins.toSorted()).toEqual(['bookableResourceAccessKey.subscribe', 'dashboard.dailyVisitor', 'iotSensorData.post']);
    expect(openApiLines(report).join('\n')).toContain('described 2 times');
  });

  it('is read through references, also those that go in a circle', async () => {
    const document = documentOf({
      change: (printed) =>
        printed.tag !== 'Building'
          ? printed
          : { ...printed, answer: { $ref: `#/components/schemas/${printed.path ? 'Building' : 'Page'}` } },
    });
    const string = { type: 'string' };
    const schemas = {
      Page: { type: 'object', properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Building' } } } },
      Building: {
        allOf: [{ $ref: '#/components/schemas/Named' }],
        properties: { floors: { type: 'array', items: { $ref: '#/components/schemas/Floor' } } },
      },
      Named: { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'array', items: { type: 'object' } } } },
      Floor: { type: 'object', properties: { floorName: string, building: { $ref: '#/components/schemas/Building' } } },
    };
    const { report } = await readOpenApi(fileOf(JSON.stringify({ ...document, components: { schemas } })));
    expect(report).toMatchObject({ deviations: 0, unmatched: [] });
    expect(matchedIn(report, 'building.search').differences).toContainEqual({ what: 'renamed', field: 'data', as: 'items' });
  });
});

/** The page's operations at paths of no meaning. */
const moved = (printed: Printed, place: number): string => {
  const [method = ''] = printed.place.split(' ');
  return `${method} /svc/${place}${printed.path ? '/{key}' : ''}`;
};
const shuffled = (printed: Printed): Printed => ({
  ...printed,
  place: moved(printed, printedOperations.length - printedOperations.indexOf(printed)),
  ...(printed.path && { path: { key: { type: 'string' } } }),
});

describe('a file with other paths', () => {
  it('28 of 28 are found by section, title and shape, with our names in their paths', () => {
    const { dialect, report } = reading(documentOf({ change: shuffled, named: false }));
    expect(report.unmatched).toEqual([]);
    const expected = printedOperations.map((printed) => [
      printed.key,
      moved(printed, printedOperations.length - printedOperations.indexOf(printed)),
    ]);
    expect(placesIn(report)).toEqual(Object.fromEntries(expected.map(([key, place]) => [key, place?.replace('{key}', '{id}')])));
    expect(dialect.place('user.get')).toEqual({ method: 'GET', path: expect.stringMatching(/^\/svc\/\d+\/\{id\}$/) });
  });

  it('without sections too: what is the same three times is not guessed', () => {
    const { dialect, report } = reading(
      documentOf({ change: (printed) => ({ ...shuffled(printed), tag: 'Everything' }), named: false }),
    );
    const subscriptions = operationKeys.filter((key) => key.endsWith('.subscribe'));
    expect(
      report.unmatched
        .filter(({ why }) => why === 'ambiguous')
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(subscriptions.toSorted());
    for (const key of subscriptions) expect(dialect.place(key).path).toBe(operations[key].path);
    // By their answers alone: both are titled "Get building by id".
    expect(Object.keys(placesIn(report))).toEqual(expect.arrayContaining(['building.get', 'ePaperController.get']));
    const right = Object.fromEntries(
      printedOperations.map((printed) => [printed.key, shuffled(printed).place.replace('{key}', '{id}')]),
    );
    expect(placesIn(report)).toEqual(Object.fromEntries(Object.keys(placesIn(report)).map((key) => [key, right[key]])));
  });

  it('without sections and titles, by path and shape', () => {
    const { report } = reading(documentOf({ change: (printed) => ({ ...printed, tag: '', title: '' }), named: false }));
    expect(placesIn(report)).toEqual(printedPlaces);
  });

  it('each wrong title on its own place, as the page has three: the section wins', () => {
    const { report } = reading(documentOf({ change: (printed) => ({ ...printed, title: 'Get building by id' }), named: false }));
    expect(placesIn(report)).toEqual(printedPlaces);
  });

  it('the server’s path stands before them, unless the setting has it already; its host is never taken', () => {
    const document = {
      ...documentOf(),
      servers: [{ url: 'https://elsewhere.example.org/{place}', variables: { place: { default: 'rooms' } } }],
    };
    const { dialect } = reading(document);
    expect(dialect.place('system.information').path).toBe('/rooms/API/external/system/v1/information');
    expect(reading(document, { base: '/rooms/' }).dialect.place('system.information').path).toBe(
      '/API/external/system/v1/information',
    );
  });

  it('a version in a path is written out', () => {
    const change = (printed: Printed): Printed => ({
      ...printed,
      place: printed.place.replace('/v1', '/v{version}'),
      path: { ...printed.path, version: { type: 'string', default: '2' } },
    });
    const { report } = reading(documentOf({ change, named: false }));
    expect(report.unmatched).toEqual([]);
    expect(placesIn(report)['user.get']).toBe('GET /API/external/user/v2/{id}');
  });

  it('the paths file wins over it, and the report says so', () => {
    const paths = { 'user.get': 'GET /own/{id}' };
    const { dialect, report } = reading(documentOf({ change: shuffled }), { paths });
    expect(dialect.place('user.get')).toEqual({ method: 'GET', path: '/own/{id}' });
    expect(matchedIn(report, 'user.get').isOverruled).toBe(true);
    expect(openApiLines(report).join('\n')).toContain('the paths file overrules its path');
  });
});

describe('what is not taken for ours', () => {
  it('an operation that the file does not have keeps its default', () => {
    const { dialect, report } = reading(documentOf({ change: (printed) => (printed.tag === 'Dashboard' ? undefined : printed) }));
    expect(report.unmatched).toEqual([{ key: 'dashboard.dailyVisitor', why: 'absent' }]);
    expect(dialect.place('dashboard.dailyVisitor')).toMatchObject({
      method: 'GET',
      path: operations['dashboard.dailyVisitor'].path,
    });
    expect(openApiLines(report).at(-1)).toBe('  dashboard.dailyVisitor  not in the file, default kept');
  });

  it.each(['DELETE', 'POST', 'PUT'])('%s is never how something is read', (method) => {
    const change = (printed: Printed) =>
      printed.key === 'visitorManagement.get' ? { ...printed, place: printed.place.replace('GET', method) } : printed;
    const { report } = reading(documentOf({ change, named: false }));
    expect(report.unmatched).toEqual([{ key: 'visitorManagement.get', why: 'absent' }]);
  });

  it('GET and DELETE are never how something is written', () => {
    for (const method of ['GET', 'DELETE']) {
      const change = (printed: Printed) =>
        printed.key === 'iotDevice.update' ? { ...printed, place: `${method} /API/external/iotDevice/v1/{id}/update` } : printed;
      const { report } = reading(documentOf({ change, named: false }));
      expect(report.unmatched).toContainEqual({ key: 'iotDevice.update', why: 'absent' });
    }
  });

  it.each(['/a/../{id}', '//elsewhere.example.org/{id}', '/user v1/{id}', '/user?all/{id}'])(
    'API-10 a path that cannot be called: %s',
    (path) => {
      const change = (printed: Printed) =>
        printed.key === 'user.get' ? { ...printed, place: `GET ${path.replaceAll(' ', '\t')}` } : printed;
      const { dialect, report } = reading(documentOf({ change, named: false }));
      expect(report.unmatched).toEqual([{ key: 'user.get', why: 'path' }]);
      expect(dialect.place('user.get').path).toBe(operations['user.get'].path);
    },
  );

  it('operations of other sections are counted and left alone', () => {
    const document = documentOf();
    const other = { get: { tags: ['Parking'], summary: 'Search cars by pagination', responses: { 200: { description: 'OK' } } } };
    const { report } = reading({
      ...document,
      paths: { '/API/external/parking/v1': other, ...(document['paths'] as object) },
    });
    expect(report).toMatchObject({ unmatched: [], unused: 1 });
  });
});
