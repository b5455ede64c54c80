import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { barsOf } from './bars.ts';

const number = (name: string, values: readonly number[]) => ({
  name,
  type: FieldType.number,
  config: {},
  values: [...values],
});
const frame = (...fields: DataFrame['fields']): DataFrame => ({ length: fields[0]?.values.length ?? 0, fields });

const named = (name: string) => ({ ...number(name, [1, 5]), config: { displayName: name } });

describe('bars', () => {
  it('stand over the texts of a table', () => {
    const table = frame({ name: 'job', type: FieldType.string, config: {}, values: ['a', 'b'] }, number('n', [1, 2]));
    const { categories, series } = barsOf([table], undefined, String);
    expect([categories, series.map(({ name, values }) => [name, values])]).toEqual([['a', 'b'], [['n', [1, 2]]]]);
  });

  it('stand over the last values of series', () => {
    const time = { name: 'Time', type: FieldType.time, config: {}, values: [0, 1] };
    const { categories, series } = barsOf([frame(time, named('x')), frame(time, named('y'))], undefined, String);
    expect([categories, series[0]?.values]).toEqual([
      ['x', 'y'],
      [5, 5],
    ]);
  });

  it('are none without data', () => {
    expect(barsOf([], undefined, String)).toEqual({ categories: [], series: [] });
  });
});
