import { describe, expect, it } from 'vitest';
import { readVariableQuery } from './variable-query.ts';

describe('the query of a variable', () => {
  it.each([
    ['label_values(job)', { kind: 'labelValues', label: 'job' }],
    ['label_values(up{a="b, c"}, instance)', { kind: 'labelValues', label: 'instance', selector: 'up{a="b, c"}' }],
    ['label_names()', { kind: 'labelNames' }],
    ['label_names(^in)', { kind: 'labelNames', pattern: '^in' }],
    ['metrics(http_.*)', { kind: 'metrics', pattern: 'http_.*' }],
    ['query_result(topk(3, up))', { kind: 'queryResult', expr: 'topk(3, up)' }],
    ['up{job="a"}', { kind: 'series', selector: 'up{job="a"}' }],
  ])('%s', (text, read) => {
    expect(readVariableQuery(text)).toEqual(read);
  });
});
