import { readdirSync } from 'node:fs';
import type { Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { emit } from './assemble.ts';
import { production } from './fixtures/environment.ts';
import { alertmanagerConfig, dashboard, folder, rules, service, serviceLevelObjective } from './fixtures/resources.ts';
import { targets } from './targets.ts';

const SUPPORT = new Set([
  'alertmanager-stores',
  'destinations',
  'fake-grafana',
  'fixtures',
  'forges',
  'http',
  'kubernetes',
  'rule-files',
  'ruler',
  'stamp',
]);

const RESOURCES: readonly Resource[] = [
  dashboard('checkout'),
  dashboard('basket'),
  folder('shop', 'Shop / Orders'),
  folder('inner', 'Inner', 'shop'),
  rules('checkout'),
  rules('basket'),
  service('checkout', { dependsOn: ['orders-db', 'events'], system: 'Shop' }),
  service('orders-db', { kind: 'datastore', system: 'Shop' }),
  service('events', { kind: 'queue' }),
  service('nightly', { kind: 'batch' }),
  service('client', { kind: 'library' }),
  alertmanagerConfig('main'),
  serviceLevelObjective('checkout-availability'),
  { apiVersion: 'example.com/v1', kind: 'Unknown', metadata: { name: 'unknown-kind' }, spec: {} },
];

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

test('the list of targets is the list of folders, sorted', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SUPPORT.has(entry.name))
    .map(({ name }) => name);
  expect(targets.map(({ id }) => id)).toEqual(folders.toSorted());
});

test('every target has its source, its test and its page', () => {
  for (const { id } of targets) {
    expect(readdirSync(`${import.meta.dirname}/${id}`)).toEqual(
      expect.arrayContaining([`${id}.ts`, `${id}.test.ts`, `${id}.md`]),
    );
  }
});

describe.each(targets.map((target) => [target.id, target] as const))('%s', (id, target) => {
  const { files, diagnostics } = emit(target, RESOURCES, production);

  test('emits something, and no error, for valid resources', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('names its findings after itself', () => {
    expect(diagnostics.filter(({ rule }) => rule !== `target/${id}`)).toEqual([]);
  });

  test('writes into its own folder, sorted, each path once', () => {
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith(`${id}/`))).toEqual([]);
    expect(paths).toEqual([...new Set(paths)].toSorted());
  });

  test('writes text with LF and one final newline', () => {
    for (const { content } of files) {
      expect(content).not.toContain('\r');
      expect(content).toMatch(/[^\n]\n$/);
    }
  });

  test('never writes where a resource was defined', () => {
    expect(JSON.stringify(files)).not.toContain('definition.ts');
  });

  test('reads only the kinds it names', () => {
    const own = RESOURCES.filter(({ kind }) => target.kinds.includes(kind));
    expect(emit(target, own, production)).toEqual({ files, diagnostics });
    const others = RESOURCES.filter(({ kind }) => !target.kinds.includes(kind));
    expect(emit(target, others, production)).toEqual({ files: [], diagnostics: [] });
  });

  test('gives the same for the same resources, in whatever order they are loaded', () => {
    expect(emit(target, RESOURCES, production)).toEqual({ files, diagnostics });
    expect(emit(target, RESOURCES.toReversed(), production).files).toEqual(files);
  });

  test('does not change its input', () => {
    const input = frozen(structuredClone(RESOURCES));
    expect(emit(target, input, frozen(structuredClone(production))).files).toEqual(files);
  });

  test('refuses names that leave the output folder', () => {
    const escaping = RESOURCES.map((resource) => ({
      ...resource,
      metadata: { ...resource.metadata, name: `../../${resource.metadata.name}` },
    }));
    const { files: made, diagnostics: found } = emit(target, escaping, production);
    expect(made.filter(({ path }) => path.includes('..'))).toEqual([]);
    expect(found.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  });
});
