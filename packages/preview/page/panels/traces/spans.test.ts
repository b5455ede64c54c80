import { FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { spansOf } from './spans.ts';

const column = (name: string, values: readonly (string | number)[]) => ({
  name,
  type: FieldType.other,
  config: {},
  values: [...values],
});

describe('spans', () => {
  it('are in the order they began, children below their parents', () => {
    const frame = {
      length: 2,
      fields: [
        column('traceID', ['t', 't']),
        column('spanID', ['b', 'a']),
        column('parentSpanID', ['a', '']),
        column('serviceName', ['db', 'api']),
        column('operationName', ['query', 'GET /']),
        column('startTime', [105, 100]),
        column('duration', [20, 50]),
      ],
    };
    expect(spansOf([frame]).map(({ name, depth, duration }) => [name, depth, duration])).toEqual([
      ['GET /', 0, 50],
      ['query', 1, 20],
    ]);
  });

  it('stand below their own parents, also where others began between', () => {
    const frame = {
      length: 4,
      fields: [
        column('traceID', ['t', 't', 't', 't']),
        column('spanID', ['a', 'b', 'c', 'd']),
        column('parentSpanID', ['', 'a', 'a', 'b']),
        column('startTime', [0, 10, 20, 30]),
        column('duration', [90, 50, 50, 5]),
        column('statusCode', [1, 1, 1, 2]),
      ],
    };
    expect(spansOf([frame]).map(({ id, depth, failed }) => [id, depth, failed])).toEqual([
      ['a', 0, false],
      ['b', 1, false],
      ['d', 2, true],
      ['c', 1, false],
    ]);
  });

  it('are none where there are no traces', () => {
    expect(spansOf([{ length: 0, fields: [] }])).toEqual([]);
  });
});
