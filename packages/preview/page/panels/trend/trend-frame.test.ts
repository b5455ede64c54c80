import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { trendFrame } from './trend-frame.ts';

const FRAME: DataFrame = {
  length: 1,
  fields: ['a', 'b', 'c'].map((name) => ({ name, type: FieldType.number, config: {}, values: [1] })),
};

describe('the frame of a trend', () => {
  it('has its x first', () => {
    expect(trendFrame([FRAME], 'b')?.fields.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it('is not there when nothing is left for a line', () => {
    expect(trendFrame([{ ...FRAME, fields: FRAME.fields.slice(0, 1) }], undefined)).toBeUndefined();
  });
});
