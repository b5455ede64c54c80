import {
  alertlist,
  bargauge,
  dashboard,
  hero,
  increase,
  logsDrilldown,
  minor,
  query,
  rate,
  row,
  stat,
  sum,
  timeseries,
  tracesDrilldown,
} from '@binnacle/builders';
import { checkout } from '../services/checkout.ts';

const { duration, orders, orderValue, requests } = checkout.metrics;
const { parts } = checkout;
const ended = sum(increase(orders, '1h'), { by: ['outcome'] });

export default dashboard(
  checkout,
  'Checkout',
  {
    purpose: 'Is checkout selling, and if not, where does it hurt?',
    main: true,
    links: [logsDrilldown('checkout'), tracesDrilldown('checkout')],
  },
  [
    row('Orders', [
      hero(
        timeseries('Orders', {
          description: 'Orders a minute, by how they ended. A dip in paid orders without one in requests is our fault.',
          queries: [query(sum(rate(orders), { by: ['outcome'] }).mul(60), { legend: '{{outcome}}' })],
          unit: 'cpm',
          stacked: true,
        }),
      ),
      minor(
        stat('Taken in the last hour', {
          queries: [query(sum(increase(orderValue, '1h')))],
          unit: 'currencyEUR',
          decimals: 0,
        }),
      ),
      minor(
        stat('Paid', {
          description: 'Share of the orders of the last hour that were paid.',
          queries: [query(sum(increase(orders.where({ outcome: 'paid' }), '1h')).div(sum(ended)))],
        }),
      ),
      bargauge('How orders ended', {
        description: 'Orders of the last hour.',
        queries: [query(ended, { legend: '{{outcome}}' })],
        decimals: 0,
      }),
      alertlist('Alerts', { labels: { service: 'checkout' } }),
    ]),
    row('Routes', [
      timeseries('Requests by route', {
        queries: [query(sum(rate(requests), { by: ['route'] }), { legend: '{{route}}' })],
      }),
      timeseries('Answers', {
        queries: [query(sum(rate(requests), { by: ['code'] }), { legend: '{{code}}' })],
        stacked: true,
      }),
      timeseries('Mean duration', {
        queries: [query(duration.mean({ by: ['route'] }), { legend: '{{route}}' })],
      }),
    ]),
    ...parts.http.rows({ title: 'HTTP' }),
  ],
);
