import { describe, expect, test } from 'vitest';
import { parseJson } from './read/parse-json.ts';
import type { Metadata, Resource } from './resource.ts';
import { validate } from './validate.ts';

type Change = Partial<Metadata> & { readonly line?: number };

function folder(name: string, { line = 1, ...metadata }: Change = {}): Resource {
  return {
    apiVersion: 'folder.grafana.app/v1',
    kind: 'Folder',
    metadata: { name, ...metadata },
    spec: { title: 'Title' },
    source: { origin: { file: '/project/folders.ts', line, column: 1 } },
  };
}

function service(name: string, ...dependsOn: string[]): Resource {
  const spec = {
    title: name,
    description: '',
    owner: 'team',
    tier: 1,
    lifecycle: 'production',
    kind: 'batch',
    languages: [],
    links: [],
    contacts: [],
    dependsOn,
    tags: {},
    metrics: [],
    parts: [],
  };
  return { apiVersion: 'binnacle.dev/v1', kind: 'Service', metadata: { name }, spec };
}

const IN = 'grafana.app/folder';
const TITLE = 'binnacle.dev/folder-title';

/** Rule, message and fix of each finding. */
function found(...resources: Resource[]): [string, string, string | undefined][] {
  return validate(resources).map(({ rule, message, fix }) => [rule, message, fix]);
}

test('a project without mistakes has no findings', () => {
  expect(
    found(
      folder('shop'),
      folder('inner', { annotations: { [IN]: 'shop' }, labels: { 'binnacle.dev/service': 'checkout' } }),
      service('checkout', 'invoices'),
      service('invoices'),
    ),
  ).toEqual([]);
});

describe('names', () => {
  test.each([
    ['../etc/cron.d', 'the name "../etc/cron.d" would leave its folder'],
    ['a\0b', 'the name "a\\u0000b" contains "\\u0000"'],
    ['con', 'the name "con" is a device name on Windows'],
    ['', 'the name "" is empty'],
    ['a.b', 'the name "a.b" is not one a Folder can have'],
    ['x'.repeat(41), `the name "${'x'.repeat(41)}" is not one a Folder can have`],
  ])('%j is refused', (name, message) => {
    expect(found(folder(name))).toEqual([['resource/name', message, 'write 1 to 40 letters, digits, - or _']]);
  });

  test('a namespace cannot leave the output folder either', () => {
    expect(found(folder('a', { namespace: '..' }))).toEqual([
      ['resource/name', 'the namespace ".." would leave its folder', undefined],
    ]);
  });

  test('a service is a DNS label', () => {
    const fix = 'write 2 to 63 lower-case letters, digits or -, not starting or ending with -';
    expect(found(service('Checkout'))).toEqual([
      ['resource/name', 'the name "Checkout" is not one a Service can have', fix],
    ]);
  });

  test('two resources of one name are an error at the second, which says where the first is', () => {
    expect(validate([folder('a', { line: 3 }), folder('a', { line: 8 })])).toEqual([
      {
        rule: 'resource/duplicate-name',
        severity: 'error',
        message: 'two resources are Folder/a',
        path: '/metadata/name',
        fix: 'give each its own name',
        resource: 'Folder/a',
        origin: { file: '/project/folders.ts', line: 8, column: 1 },
        related: { file: '/project/folders.ts', line: 3, column: 1 },
      },
    ]);
  });

  test('names that differ only in case share a file on some systems', () => {
    expect(found(folder('Shop'), folder('shop'))).toEqual([
      ['resource/duplicate-name', 'Folder/shop and Folder/Shop differ only in case', 'give each its own name'],
    ]);
  });

  test.each([
    ['Dashboard', 'the name is made of service and title, or is the `uid`: give one another title or `uid`'],
    ['PrometheusRule', "give one a name: rules(service, groups, { name: 'x' })"],
    ['Service', 'give each its own name'],
  ])('two of one name: what to write for a %s', (kind, fix) => {
    const twice = { ...folder('ab'), kind };
    expect(validate([twice, twice]).find(({ rule }) => rule === 'resource/duplicate-name')?.fix).toBe(fix);
  });

  test('the same name in another kind or namespace is fine', () => {
    expect(found(folder('ab'), folder('ab', { namespace: 'n' }), service('ab'))).toEqual([]);
  });
});

describe('envelope', () => {
  test('an unknown kind', () => {
    expect(found({ ...folder('a'), kind: 'Foldr' })).toEqual([
      ['resource/unknown-kind', "no kind 'Foldr'", "did you mean 'Folder'?"],
    ]);
  });

  test('a version we do not check', () => {
    expect(found({ ...folder('a'), apiVersion: 'folder.grafana.app/v9' })).toEqual([
      [
        'resource/api-version',
        "apiVersion 'folder.grafana.app/v9' is not one we check for Folder",
        'write folder.grafana.app/v1 or folder.grafana.app/v1beta1',
      ],
    ]);
  });

  test('labels and annotations are strings', () => {
    const { resources } = parseJson(
      '{"apiVersion":"folder.grafana.app/v1","kind":"Folder","spec":{"title":"A"},"metadata":{"name":"a","labels":{"on":true},"annotations":"x"}}',
      'folders.json',
    );
    expect(found(...resources)).toEqual([
      ['resource/metadata', "label 'on' is true, not a string", "write 'true' in quotes"],
      ['resource/metadata', 'annotations is "x", not an object of names and values', undefined],
    ]);
  });

  test.each([null, 'text', 7, []])('a spec that is %j is a finding and no crash', (spec) => {
    for (const [apiVersion, kind] of [
      ['dashboard.grafana.app/v2', 'Dashboard'],
      ['dashboard.grafana.app/v1', 'Dashboard'],
      ['folder.grafana.app/v1', 'Folder'],
      ['monitoring.coreos.com/v1', 'PrometheusRule'],
      ['binnacle.dev/v1', 'Service'],
    ] as const) {
      expect(found({ apiVersion, kind, metadata: { name: 'ab' }, spec })).toHaveLength(1);
    }
  });
});

const titled = (name: string, title: string) => folder(name, { annotations: { [IN]: 'shop', [TITLE]: title } });

describe('references', () => {
  test('to a service nobody declares', () => {
    expect(found(service('checkout', 'invocies'), service('invoices'))).toEqual([
      ['resource/unknown-reference', "no service 'invocies' is declared", "did you mean 'invoices'?"],
    ]);
    expect(found(folder('a', { labels: { 'binnacle.dev/service': 'checkout' } }))).toEqual([
      ['resource/unknown-reference', "no service 'checkout' is declared", 'declare the service'],
    ]);
  });

  test('to a folder nobody declares', () => {
    expect(found(folder('a', { annotations: { [IN]: 'shop' } }))).toEqual([
      ['resource/unknown-reference', "no folder 'shop' is declared", 'known: a'],
    ]);
  });

  test('a folder with a title is derived, for all that name it', () => {
    const first = titled('a', 'Shop');
    expect(found(first, folder('b', { annotations: { [IN]: 'shop' } }))).toEqual([]);
  });

  test('a folder that is named after an owner that is no handle is told of once, with its service', () => {
    const shop = service('checkout');
    const named: Resource = { ...shop, spec: { ...Object(shop.spec), owner: 'Box Office' } };
    expect(found(named, titled('a', 'box-office'), titled('b', 'Box Office'))).toEqual([
      ['service/owner', '"Box Office" is not a team handle', "write owner: 'box-office'"],
    ]);
  });

  test('a folder with two titles is an error', () => {
    expect(found(titled('a', 'Shop'), titled('b', 'The shop'))).toEqual([
      ['folder/title', "folder 'shop' is titled 'The shop' here and 'Shop' elsewhere", 'declare the folder once'],
    ]);
  });
});

const inside = (name: string, parent: string) => folder(name, { annotations: { [IN]: parent } });

describe('circles', () => {
  test('of services are a warning', () => {
    const all = [service('aa', 'bb'), service('bb', 'cc'), service('cc', 'aa', 'dd'), service('dd')];
    expect(validate(all)).toMatchObject([
      {
        rule: 'resource/cycle',
        severity: 'warning',
        resource: 'Service/aa',
        message: 'services depend on one another in a circle: aa → bb → cc → aa',
      },
    ]);
  });

  test('of folders are an error', () => {
    expect(found(inside('a', 'b'), inside('b', 'a'))).toEqual([
      ['resource/cycle', 'folders are inside one another: a → b → a', undefined],
    ]);
    expect(found(inside('a', 'a'))).toHaveLength(1);
  });

  test('folders nest at most four deep', () => {
    const chain = ['a', 'b', 'c', 'd', 'e'].map((name, i, all) =>
      folder(name, i === 0 ? {} : { annotations: { [IN]: all[i - 1] ?? '' } }),
    );
    expect(found(...chain.slice(0, 4))).toEqual([]);
    expect(found(...chain)).toEqual([['folder/depth', "folder 'e' is 5 deep; Grafana nests at most 4", undefined]]);
  });
});
