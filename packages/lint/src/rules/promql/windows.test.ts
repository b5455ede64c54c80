import { expect, test } from 'vitest';
import { findings, panel } from '../../fixtures/resources.ts';
import { windows } from './windows.ts';

test('two windows in one quotient', () => {
  expect(findings(windows, panel('sum(rate(a_total[5m])) / sum(rate(b_total[10m]))'))).toMatchInlineSnapshot(`
    [
      "info (Requests): one side of / is read over 5m, the other over 10m: after a change the quotient is of two different times
    sum(rate(a_total[5m])) / sum(rate(b_total[10m]))
                                              ^^^",
    ]
  `);
});

test.each([
  'rate(a_total[5m]) / rate(b_total[5m])',
  'rate(a_total[60s]) / rate(b_total[1m])',
  'rate(a_total[$__rate_interval]) / rate(b_total[$__rate_interval])',
  // Compared with its own past.
  'rate(a_total[5m]) / rate(a_total[1h])',
  'rate(a_total{code="500"}[5m]) / rate(a_total[1h])',
  'rate(a_total[5m]) / b',
  'rate(a_total[5m]) > rate(b_total[1h])',
  // Two windows of one side are somebody's intention.
  '(rate(a_total[5m]) + rate(c_total[1h])) / rate(b_total[5m])',
  'rate(a_total[5m]) / max_over_time(b[1h])',
  'rate(a_total[5m) / rate(b_total[1h])',
])('%s', (promql) => {
  expect(findings(windows, panel(promql))).toEqual([]);
});

test('a window that the dashboard chooses is no fixed one', () => {
  expect(findings(windows, panel('rate(a_total[$__rate_interval]) / rate(b_total[5m])'))).toHaveLength(1);
});
