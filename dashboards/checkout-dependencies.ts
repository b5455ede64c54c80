import { dashboard, logsDrilldown, minor, row, tab, text, tracesDrilldown } from '@binnacle/builders';
import { checkout } from '../services/checkout.ts';

const { cart, database, log, payment } = checkout.parts;

export default dashboard(
  checkout,
  'Checkout dependencies',
  {
    purpose: 'When checkout is slow or fails: is it the payment provider, the database or the cache?',
    links: [logsDrilldown('checkout'), tracesDrilldown('checkout')],
  },
  [
    tab('Payment provider', payment.rows({ title: 'Payment provider' })),
    tab('Database', database.rows({ title: 'Database' })),
    tab('Carts', [
      row('About', [
        minor(
          text('How carts are kept', {
            content:
              'Carts are looked up in Redis first. What is not found there is read from PostgreSQL and put into Redis.',
          }),
        ),
      ]),
      ...cart.rows({ title: 'Carts' }),
    ]),
    tab('Log', log.rows({ title: 'Log' })),
  ],
);
