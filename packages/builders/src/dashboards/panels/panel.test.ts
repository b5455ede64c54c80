import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validate } from '@binnacle/model';
import { expect, it } from 'vitest';
import { service } from '../../service/service.ts';
import { dashboard } from '../dashboard.ts';
import type { QueryBuilder } from '../queries/sdk.ts';
import { panel, type VisualisationBuilder } from './panel.ts';

const require = createRequire(import.meta.url);
const root = dirname(dirname(require.resolve('@grafana/grafana-foundation-sdk/cog')));
const shop = service('shop', { title: 'Shop', description: 'Sells.', owner: 'web', tier: 1, kind: 'online-serving' });

type AnyBuilder = VisualisationBuilder & QueryBuilder;

/** Makes one builder of every module of the SDK that has a class with this ending. */
function builders(ending: string): readonly (readonly [name: string, builder: AnyBuilder])[] {
  return readdirSync(root).flatMap((module) => {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- found by name
    const exported: Readonly<Record<string, new () => AnyBuilder>> = require(join(root, module));
    return Object.entries(exported)
      .filter(([name]) => name.endsWith(ending))
      .map(([name, Builder]) => [`${module}.${name}`, new Builder()] as const);
  });
}

const visualisations = builders('VisualizationV2Builder');
const queries = builders('QueryV2Builder').filter(([name]) => !name.includes('Annotation'));

it('finds what the SDK has', () => {
  expect(visualisations.length).toBeGreaterThan(20);
  expect(queries.length).toBeGreaterThan(10);
});

it.each(visualisations)('%s makes a panel', (_, viz) => {
  const made = dashboard(shop, 'One', { purpose: 'A test.' }, [panel('A', { viz, queries: [] })]);
  expect(validate([shop, made]).filter(({ severity, subject }) => severity === 'error' && subject === 'A')).toEqual([]);
});

it.each(queries)('%s makes a query', (_, query) => {
  const made = dashboard(shop, 'One', { purpose: 'A test.' }, [
    panel('A', { viz: visualisations[0]![1], queries: [query] }),
  ]);
  expect(() => structuredClone(made)).not.toThrow();
  expect(JSON.parse(JSON.stringify(made.spec))).toEqual(made.spec);
});
