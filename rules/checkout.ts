import { alert, group, rules, slo, sum } from '@binnacle/builders';
import { checkout, errorShare, orderRate, requestRate, slowRequests } from '../services/checkout.ts';

const { metrics, parts } = checkout;
const paid = sum(orderRate.metric.where({ outcome: 'paid' }));
const paidLastWeek = sum(orderRate.metric.where({ outcome: 'paid' }).offset('1w'));
const placed = sum(orderRate.metric);

const promises = [
  slo(checkout, 'availability', {
    title: 'Checkout answers',
    description: 'Requests that do not fail by a fault of ours.',
    objective: 99.9,
    total: metrics.requests,
    bad: metrics.requests.where({ code: '5xx' }),
  }),
  slo(checkout, 'latency', {
    title: 'Checkout answers within half a second',
    objective: 99,
    total: metrics.duration.count,
    good: metrics.duration.bucket.where({ le: '0.5' }),
  }),
];

const alerts = rules(checkout, [
  group('checkout.records', { interval: '30s' }, [requestRate, errorShare, slowRequests, orderRate]),
  group('checkout.orders', { interval: '1m' }, [
    alert('CheckoutOrdersCollapsed', {
      expr: paid.lt(paidLastWeek.mul(0.5)),
      for: '15m',
      keepFiringFor: '15m',
      severity: 'page',
      summary: 'Fewer than half as many orders are paid as at this hour a week ago',
      description: ({ value }) =>
        `Now ${value.printf('%.2f')} a second. Requests may all succeed while nobody can pay: look at the payment provider and at what was released.`,
    }),
    alert('CheckoutPaymentsDeclined', {
      expr: sum(orderRate.metric.where({ outcome: 'declined' }))
        .div(placed)
        .gt(0.2),
      for: '15m',
      severity: 'ticket',
      summary: ({ value }) => `${value.humanizePercentage} of orders are declined`,
      description: 'Normal is one in twenty. A fraud rule, an expired certificate of the provider, or an attack.',
    }),
  ]),
  ...parts.http.rules({ errorShare: 0.02, latency: 1 }),
  ...parts.payment.rules({ errorShare: 0.05, latency: 2.5 }),
  ...parts.database.rules({ latency: 0.5 }),
  ...parts.cart.rules({ errorShare: false, latency: false }),
  ...parts.log.rules(),
]);

export default [alerts, ...promises];
