import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { distinctStates, stateRows } from './states.ts';

const FRAME: DataFrame = {
  length: 5,
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: [0, 10, 20, 30, 40] },
    { name: 'up', type: FieldType.number, config: {}, values: [1, 1, null, 0, 1] },
  ],
};

const READING = { frames: [FRAME], end: 50, fallback: 'grey' };

describe('states of a series', () => {
  it('last as long as the value stays', () => {
    const [row] = stateRows({ ...READING, merge: true });
    expect(row?.states.map(({ from, to, text }) => [from, to, text])).toEqual([
      [0, 20, '1'],
      [30, 40, '0'],
      [40, 50, '1'],
    ]);
  });

  it('stay apart where each value counts', () => {
    expect(stateRows({ ...READING, merge: false })[0]?.states).toHaveLength(4);
  });

  it('are in the legend once', () => {
    expect(distinctStates(stateRows({ ...READING, merge: true }))).toEqual([
      { label: '1', color: 'grey' },
      { label: '0', color: 'grey' },
    ]);
  });
});
