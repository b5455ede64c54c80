import { FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { flamesOf } from './flames.ts';

const number = (name: string, values: readonly number[]) => ({
  name,
  type: FieldType.number,
  config: {},
  values: [...values],
});

describe('bars of a flame graph', () => {
  it('lie within their parents, beside their siblings', () => {
    const label = { name: 'label', type: FieldType.string, config: {}, values: ['all', 'a', 'a1', 'b'] };
    const frame = {
      length: 4,
      fields: [number('level', [0, 1, 2, 1]), number('value', [10, 6, 4, 3]), number('self', [1, 2, 4, 3]), label],
    };
    expect(flamesOf(frame).map(({ label: name, start, value }) => [name, start, value])).toEqual([
      ['all', 0, 10],
      ['a', 0, 6],
      ['a1', 0, 4],
      ['b', 6, 3],
    ]);
  });

  it('are none without levels', () => {
    expect(flamesOf({ length: 1, fields: [number('value', [1])] })).toEqual([]);
  });
});
