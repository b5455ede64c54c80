import {
  bounded,
  cache,
  client,
  counter,
  gauge,
  histogram,
  httpStatus,
  logging,
  oneOf,
  onlineServing,
  rate,
  record,
  service,
  sum,
} from '@binnacle/builders';
import { postgres } from './postgres.ts';
import { redis } from './redis.ts';
import { payments } from './teams.ts';

const route = oneOf('/cart', '/checkout', '/checkout/pay', '/orders/{id}');
const latency = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

const requests = counter('checkout_http_requests_total', {
  help: 'HTTP requests answered.',
  unit: 'requests',
  labels: { method: oneOf('GET', 'POST'), code: httpStatus('class'), route },
});
const duration = histogram('checkout_http_request_duration_seconds', {
  help: 'Time from the first byte of a request to the last of its answer.',
  unit: 'seconds',
  counts: 'requests',
  labels: { route },
  buckets: latency,
});
const inFlight = gauge('checkout_http_requests_in_flight', {
  help: 'HTTP requests being answered.',
  unit: 'requests',
});
const orders = counter('checkout_orders_total', {
  help: 'Orders placed, by how they ended.',
  unit: 'orders',
  labels: { outcome: oneOf('paid', 'declined', 'abandoned') },
});
const orderValue = counter('checkout_order_value_euros_total', {
  help: 'Value of the orders that were paid.',
  unit: 'euros',
});
const cartLookups = counter('checkout_cart_cache_lookups_total', {
  help: 'Look-ups of carts in the cache.',
  unit: 'lookups',
  labels: { result: oneOf('hit', 'miss') },
});
const cartLookupDuration = histogram('checkout_cart_cache_lookup_duration_seconds', {
  help: 'Time of a look-up, hit or miss.',
  unit: 'seconds',
  counts: 'lookups',
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05],
});
const queries = counter('checkout_sql_queries_total', {
  help: 'Queries sent to the database.',
  unit: 'queries',
  labels: { database: oneOf('carts', 'orders') },
});
const queryErrors = counter('checkout_sql_failed_queries_total', {
  help: 'Queries that failed.',
  unit: 'queries',
  labels: { database: oneOf('carts', 'orders') },
});
const queryDuration = histogram('checkout_sql_query_duration_seconds', {
  help: 'Time until the last row of a query.',
  unit: 'seconds',
  counts: 'queries',
  labels: { database: oneOf('carts', 'orders') },
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1],
});
const charges = counter('checkout_payment_calls_total', {
  help: 'Calls of the payment provider.',
  unit: 'calls',
  labels: { operation: oneOf('authorise', 'capture', 'refund') },
});
const chargeErrors = counter('checkout_payment_failed_calls_total', {
  help: 'Calls of the payment provider that failed; a declined card is no failure.',
  unit: 'calls',
  labels: { operation: oneOf('authorise', 'capture', 'refund') },
});
const chargeDuration = histogram('checkout_payment_call_duration_seconds', {
  help: 'Time until the payment provider answered.',
  unit: 'seconds',
  counts: 'calls',
  labels: { operation: oneOf('authorise', 'capture', 'refund') },
  buckets: latency,
});
const logMessages = counter('checkout_log_messages_total', {
  help: 'Messages logged.',
  unit: 'messages',
  labels: { level: oneOf('debug', 'info', 'warning', 'error'), module: bounded(10) },
});

const failedRequests = requests.where({ code: '5xx' });

/** Sells: everything from the cart to the paid order. */
export const checkout = service('checkout', {
  title: 'Checkout',
  description: 'Takes customers from a full cart to a paid order. When it is down, the shop sells nothing.',
  owner: payments,
  tier: 1,
  kind: 'online-serving',
  languages: ['typescript'],
  system: 'shop',
  links: {
    runbook: 'https://runbooks.example.com/checkout',
    repository: 'https://git.example.com/shop/checkout',
    docs: 'https://docs.example.com/checkout',
  },
  dependsOn: [postgres, redis],
  tags: { division: 'retail' },
  metrics: {
    requests,
    duration,
    inFlight,
    orders,
    orderValue,
    cartLookups,
    cartLookupDuration,
    queries,
    queryErrors,
    queryDuration,
    charges,
    chargeErrors,
    chargeDuration,
    logMessages,
  },
  parts: {
    http: onlineServing({ requests, errors: failedRequests, duration, inFlight, by: ['route'] }),
    cart: cache({
      requests: cartLookups,
      hits: cartLookups.where({ result: 'hit' }),
      duration: cartLookupDuration,
      backingRequests: queries.where({ database: 'carts' }),
      backingErrors: queryErrors.where({ database: 'carts' }),
      backingDuration: queryDuration.where({ database: 'carts' }),
    }),
    database: client({ requests: queries, errors: queryErrors, duration: queryDuration, by: ['database'] }),
    payment: onlineServing({
      side: 'client',
      requests: charges,
      errors: chargeErrors,
      duration: chargeDuration,
      by: ['operation'],
    }),
    log: logging({ messages: logMessages, errors: logMessages.where({ level: 'error' }) }),
  },
});

/** Requests a second by route: what most graphs and alerts start from. */
export const requestRate = record(sum(rate(requests), { by: ['job', 'route'] }));
/** Share of failed requests by route. */
export const errorShare = record(
  sum(rate(failedRequests), { by: ['job', 'route'] }).div(sum(rate(requests), { by: ['job', 'route'] })),
);
/** Time that 99 of 100 requests of a route stay below. */
export const slowRequests = record(duration.quantile(0.99, { by: ['job', 'route'] }));
/** Orders a minute by how they ended, smooth enough to see a sale fail. */
export const orderRate = record(sum(rate(orders, '15m'), { by: ['job', 'outcome'] }));

export default checkout;
