import { counter } from '../metrics/counter.ts';
import { oneOf } from '../metrics/label.ts';
import { absent } from '../query/absent.ts';
import { sum } from '../query/aggregate.ts';
import { changes, rate, resets } from '../query/rate.ts';
import { alert } from './alert.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests answered.',
  unit: 'requests',
  labels: { code: oneOf('200', '500'), route: oneOf('/', '/pay') },
});
const errors = counter('shop_errors_total', {
  help: 'Requests failed.',
  unit: 'requests',
  labels: { code: oneOf('200', '500'), route: oneOf('/', '/pay') },
});
const common = { severity: 'page', summary: 'Much' } as const;

// A raw counter is refused, a rated one is not.
{
  // @ts-expect-error a raw counter
  alert('A', { ...common, expr: requests.gt(5) });
  alert('A', { ...common, expr: rate(requests).gt(5) });
}

// Resets, changes, absent and the difference of two counters are no raw counters.
{
  alert('A', { ...common, expr: resets(requests).gt(5) });
  alert('A', { ...common, expr: changes(requests).gt(5) });
  alert('A', { ...common, expr: absent(requests) });
  alert('A', { ...common, expr: requests.sub(errors).gt(5) });
}

// A label the expression does not return cannot be written.
{
  const byCode = sum(rate(requests), { by: ['code'] }).gt(5);
  alert('A', { severity: 'page', expr: byCode, summary: ({ label }) => label('code') });
  // @ts-expect-error route was summed away
  alert('A', { severity: 'page', expr: byCode, summary: ({ label }) => label('route') });
  // @ts-expect-error nor in a description
  alert('A', { severity: 'page', expr: byCode, summary: 'x', description: ({ label }) => label('route') });
  // @ts-expect-error nor in any other annotation
  alert('A', { severity: 'page', expr: byCode, summary: 'x', annotations: { slack: ({ label }) => label('route') } });
}

// Severities are page, ticket and info.
{
  // @ts-expect-error no such severity
  alert('A', { ...common, severity: 'critical', expr: rate(requests).gt(5) });
}

// A summary is required.
{
  // @ts-expect-error no summary
  alert('A', { severity: 'page', expr: rate(requests).gt(5) });
}
