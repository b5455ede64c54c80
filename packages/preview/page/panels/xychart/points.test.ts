import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { pointsOf } from './points.ts';

const FRAME: DataFrame = {
  length: 2,
  fields: ['a', 'b', 'c'].map((name, i) => ({
    name,
    type: FieldType.number,
    config: {},
    values: [i, i === 1 ? null : i + 10],
  })),
};

describe('points', () => {
  it('are the first number against each other', () => {
    expect(pointsOf([FRAME], []).map(({ name, points }) => [name, points])).toEqual([
      ['b', [[0, 1]]],
      [
        'c',
        [
          [0, 2],
          [10, 12],
        ],
      ],
    ]);
  });

  it('are of the fields a definition names', () => {
    const mapping = { x: { matcher: { options: 'c' } }, y: { matcher: { options: 'a' } }, name: { fixed: 'size' } };
    expect(pointsOf([FRAME], [mapping]).map(({ name, points }) => [name, points])).toEqual([
      [
        'size',
        [
          [2, 0],
          [12, 10],
        ],
      ],
    ]);
  });
});
