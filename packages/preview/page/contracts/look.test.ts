import { parse } from '@binnacle/promql';
import { expect, it } from 'vitest';
import { lookAt, seriesOf } from './look.ts';
import { TYPES } from './shown.ts';

it.each([
  ['counter', 'rate(m[1m])'],
  ['gauge', 'm'],
  ['histogram', 'histogram_quantile(0.95, sum by (le) (rate(m_bucket[1m])))'],
  ['native-histogram', 'histogram_quantile(0.95, sum(rate(m[1m])))'],
] as const)('a %s is looked at by %s', (type, query) => {
  expect(lookAt({ name: 'm', type }, '1m').query).toBe(query);
});

it.each(TYPES)('a %s is looked at by what is PromQL', (type) => {
  expect(parse(lookAt({ name: 'm', type }, '5m').query).errors).toEqual([]);
});

it('labels are those of the series that count', () => {
  expect(seriesOf({ name: 'm', type: 'summary' })).toBe('m_count');
  expect(seriesOf({ name: 'm', type: 'gauge' })).toBe('m');
});
