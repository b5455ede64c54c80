import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { counter } from '../metrics/counter.ts';
import { oneOf } from '../metrics/label.ts';
import { logging } from './logging.ts';

const messages = counter('shop_log_messages_total', {
  help: 'Lines logged.',
  unit: 'lines',
  labels: { level: oneOf('info', 'error') },
});
const place = { service: 'shop', part: 'log', severity: 'page' } as const;
const log = logging({ messages, errors: messages.where({ level: 'error' }) })(place);

test('errors are compared with the day before', () => {
  expect(alertLines(log.rules())).toEqual([
    'ShopLogErrorsGrowing (ticket after 15m): sum(rate(shop_log_messages_total{level="error"}[1h])) > sum(rate(shop_log_messages_total{level="error"}[1h] offset 1d)) * 3 and sum(rate(shop_log_messages_total{level="error"}[1h])) > 0.1',
  ]);
});

test('growth can be left out', () => {
  expect(log.rules({ growth: false })).toEqual([]);
});

test('the row', () => {
  expect(rowLines(log.rows())).toEqual([
    '# Log',
    'Lines logged: sum(rate(shop_log_messages_total[$__rate_interval]))',
    'Errors logged: sum(rate(shop_log_messages_total{level="error"}[$__rate_interval]))',
  ]);
});
