import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { counter } from '../metrics/counter.ts';
import { failures } from './failures.ts';

const failed = counter('shop_mail_failures_total', { help: 'Mails not sent.', unit: 'mails' });
const attempts = counter('shop_mail_attempts_total', { help: 'Mails tried.', unit: 'mails' });
const place = { service: 'shop', part: 'mail', severity: 'page' } as const;

test('failures need their attempts', () => {
  expect(failures({ failures: failed })(place).spec.missing).toEqual({
    attempts: 'a counter of attempts, successful or not',
  });
  expect(failures({ failures: failed })(place).rules()).toEqual([]);
});

test('together they make a ratio', () => {
  const part = failures({ failures: failed, attempts })(place);
  expect(part.spec.missing).toBeUndefined();
  expect(alertLines(part.rules({ errorShare: 0.2, minErrors: 5 }))).toEqual([
    'ShopMailErrorsHigh (ticket after 5m): sum(rate(shop_mail_failures_total[5m])) / sum(rate(shop_mail_attempts_total[5m])) > 0.2 and sum(increase(shop_mail_failures_total[5m])) >= 5',
  ]);
});
