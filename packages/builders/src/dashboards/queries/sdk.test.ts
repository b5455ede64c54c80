import * as loki from '@grafana/grafana-foundation-sdk/loki';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as pyroscope from '@grafana/grafana-foundation-sdk/grafanapyroscope';
import { expect, it } from 'vitest';
import { toQuery } from './sdk.ts';

it('takes what a builder built as plain data', () => {
  const made = toQuery(new loki.QueryV2Builder().expr('{app="shop"}').refId('L').datasource({ name: 'logs' }));
  expect(made).toEqual({
    type: 'query',
    plugin: 'loki',
    refId: 'L',
    datasource: 'logs',
    spec: { expr: '{app="shop"}' },
  });
  expect(structuredClone(made)).toEqual(made);
});

it('is not changed by what happens to the builder later', () => {
  const builder = new prometheus.QueryV2Builder().expr('up');
  const made = toQuery(builder);
  builder.expr('down');
  expect(made.spec).toEqual({ expr: 'up' });
});

it('names the plugin as Grafana does', () => {
  expect(toQuery(new pyroscope.QueryV2Builder().profileTypeId('cpu')).plugin).toBe('grafana-pyroscope-datasource');
});

it('refuses a builder for the beta shape, which looks the same to the compiler', () => {
  expect(() => toQuery(new prometheus.QueryBuilder().expr('up'))).toThrow(
    'QueryBuilder makes the v2beta1 shape; use QueryV2Builder of the same module',
  );
});
