import { expect, it } from 'vitest';
import { parse } from './parse.ts';
import { pretty } from './pretty.ts';

it('leaves what fits on a line', () => {
  expect(pretty(parse('sum by (job)(rate(http_requests_total{job="api"}[5m]))').expr)).toBe(
    'sum by (job) (rate(http_requests_total{job="api"}[5m]))',
  );
});

const LONG = 'http_request_duration_seconds_bucket{cluster="europe-west",handler!="metrics",job="checkout-service"}';

it('breaks calls and aggregations that do not', () => {
  expect(pretty(parse(`histogram_quantile(0.99, sum by (le) (rate(${LONG}[5m])))`).expr)).toBe(
    `histogram_quantile(
  0.99,
  sum by (le) (
    rate(
      ${LONG}[5m]
    )
  )
)`,
  );
});

it('puts operators between their operands, one level out', () => {
  expect(pretty(parse(`sum(rate(${LONG}[5m])) / on (job) group_left sum(up) > bool 0.5`).expr)).toBe(
    `    sum(
      rate(
        ${LONG}[5m]
      )
    )
  / on (job) group_left ()
    sum(up)
> bool
  0.5`,
  );
});

it('lists the operands of a chain on one level', () => {
  const part = 'sum by (job) (rate(http_requests_total{code=~"5.."}[5m]))';
  expect(pretty(parse([part, part, part].join(' or ')).expr)).toBe(`  ${part}\nor\n  ${part}\nor\n  ${part}`);
});

it('breaks parentheses, signs and sub-queries', () => {
  expect(pretty(parse(`-(sum(${LONG}) + sum(up))[1h:5m] offset 1d`).expr)).toBe(
    `-(
    sum(
      ${LONG}
    )
  +
    sum(up)
)[1h:5m] offset 1d`,
  );
});
