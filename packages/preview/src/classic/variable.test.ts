import { expect, it } from 'vitest';
import { contextOf } from './context.ts';
import { variablesOf } from './variable.ts';

function converted(...list: readonly object[]): {
  readonly made: readonly unknown[];
  readonly losses: readonly string[];
} {
  const losses: string[] = [];
  const dashboard = { templating: { list } };
  return {
    made: variablesOf(
      dashboard,
      contextOf(dashboard, (loss) => losses.push(loss)),
    ),
    losses,
  };
}

it('a query in text keeps its text where Grafana keeps it', () => {
  const { made } = converted(
    { type: 'datasource', name: 'ds', query: 'prometheus', refresh: 1 },
    {
      type: 'query',
      name: 'job',
      label: 'Job',
      datasource: '$ds',
      query: 'label_values(up, job)',
      refresh: 2,
      sort: 1,
      hide: 1,
      multi: true,
      includeAll: true,
      allValue: '.*',
      current: { selected: true, text: ['All'], value: ['$__all'] },
    },
  );
  expect(made[1]).toEqual({
    kind: 'QueryVariable',
    spec: {
      name: 'job',
      label: 'Job',
      hide: 'hideLabel',
      skipUrlSync: false,
      current: { selected: true, text: ['All'], value: ['$__all'] },
      options: [],
      multi: true,
      includeAll: true,
      allowCustomValue: true,
      allValue: '.*',
      query: {
        kind: 'DataQuery',
        group: 'prometheus',
        version: 'v0',
        datasource: { name: '${ds}' },
        spec: { query: 'label_values(up, job)', __legacyStringValue: 'label_values(up, job)' },
      },
      regex: '',
      refresh: 'onTimeRangeChanged',
      sort: 'alphabeticalAsc',
    },
  });
});

it('a query that is a model stays one', () => {
  const model = { query: 'label_values(up, job)', refId: 'A' };
  expect(
    converted({ type: 'query', name: 'job', query: model, datasource: { type: 'prometheus', uid: 'p' } }).made,
  ).toMatchObject([{ spec: { query: { group: 'prometheus', datasource: { name: 'p' }, spec: model } } }]);
});

it('a list has its values, their texts and escaped commas', () => {
  expect(converted({ type: 'custom', name: 'env', query: 'Production : prod, dev, a\\,b' }).made).toMatchObject([
    {
      kind: 'CustomVariable',
      spec: {
        options: [
          { text: 'Production', value: 'prod' },
          { text: 'dev', value: 'dev' },
          { text: 'a,b', value: 'a,b' },
        ],
        current: { text: 'Production', value: 'prod' },
      },
    },
  ]);
});

it.each([
  [
    { type: 'interval', query: '1m,5m', auto: true, auto_count: 10 },
    { kind: 'IntervalVariable', spec: { auto: true, auto_count: 10, auto_min: '10s', current: { value: '1m' } } },
  ],
  [
    { type: 'constant', query: 'shop' },
    { kind: 'ConstantVariable', spec: { hide: 'hideVariable', current: { text: 'shop', value: 'shop' } } },
  ],
  [
    { type: 'textbox', query: 'x', current: { text: 'y', value: 'y' } },
    { kind: 'TextVariable', spec: { hide: 'dontHide', current: { value: 'y' } } },
  ],
  [
    { type: 'datasource', query: 'loki', regex: '/a/' },
    { kind: 'DatasourceVariable', spec: { pluginId: 'loki', regex: '/a/' } },
  ],
  [
    { type: 'adhoc', datasource: { type: 'prometheus', uid: 'p' }, filters: [{ key: 'job', value: 'a' }] },
    {
      kind: 'AdhocVariable',
      group: 'prometheus',
      datasource: { name: 'p' },
      spec: { filters: [{ key: 'job', operator: '=', value: 'a' }] },
    },
  ],
  [
    { type: 'groupby', datasource: { type: 'prometheus' }, multi: true },
    { kind: 'GroupByVariable', group: 'prometheus', spec: { multi: true } },
  ],
])('%j', (written, expected) => {
  expect(converted({ name: 'v', ...written }).made).toMatchObject([expected]);
});

it('a type that the v2 shape has not is a loss', () => {
  expect(converted({ type: 'snapshot', name: 'old' })).toEqual({
    made: [],
    losses: ['variable old is of the type snapshot, which the v2 shape has not; it is left out'],
  });
});
