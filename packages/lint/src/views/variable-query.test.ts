import { expect, test } from 'vitest';
import { readVariableQuery } from './variable-query.ts';

test.each([
  ['label_values(job)', { kind: 'everything' }],
  ['label_values({}, job)', { kind: 'everything' }],
  ['label_names()', { kind: 'everything' }],
  ['metrics(shop_.*)', { kind: 'everything' }],
  ['label_values(up, job)', { kind: 'selector', promql: 'up', offset: 13, label: { name: 'job', offset: 17 } }],
  [
    'label_values(up{a="x,y"}, job)',
    { kind: 'selector', promql: 'up{a="x,y"}', offset: 13, label: { name: 'job', offset: 26 } },
  ],
  ['label_values(up, $label)', { kind: 'selector', promql: 'up', offset: 13 }],
  ['label_names(up)', { kind: 'selector', promql: 'up', offset: 12 }],
  ['query_result(topk(3, up))', { kind: 'expression', promql: 'topk(3, up)', offset: 13 }],
  ['up{job="a"}', { kind: 'selector', promql: 'up{job="a"}', offset: 0 }],
  ['label_values(up, )', { kind: 'malformed', func: 'label_values' }],
  ['query_result(up', { kind: 'malformed', func: 'query_result' }],
])('%s', (text, expected) => {
  expect(readVariableQuery(text)).toEqual(expected);
});
