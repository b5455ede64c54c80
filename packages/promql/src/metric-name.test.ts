import { expect, it } from 'vitest';
import { metricName } from './metric-name.ts';
import { parse } from './parse.ts';

it.each([
  ['up', 'up'],
  ['up{job="a"}', 'up'],
  ['{"http.requests", job="a"}', 'http.requests'],
  ['{__name__="up"}', 'up'],
  ['{__name__=~"up|down"}', undefined],
  ['{job="a"}', undefined],
  ['{__name__="a", __name__="b"}', undefined],
])('%s selects %s', (text, name) => {
  const { expr } = parse(text);
  expect(expr.type === 'VectorSelector' ? metricName(expr) : expr.type).toBe(name);
});
