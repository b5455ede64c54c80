import { validate } from '@binnacle/model';
import { expect, test } from 'vitest';
import { service } from '../service/service.ts';
import { healthCheck } from './health-check.ts';

const checkout = service('checkout', {
  title: 'Checkout',
  description: 'Takes orders.',
  owner: 'payments',
  tier: 1,
  kind: 'online-serving',
});

test('a check of a service carries its name, its team and the timing', () => {
  const { source: _, ...check } = healthCheck(checkout, 'nightly', {
    schedule: '0 3 * * *',
    timezone: 'Europe/Riga',
    grace: '30m',
  });
  expect(check).toEqual({
    apiVersion: 'binnacle.dev/v1',
    kind: 'HealthCheck',
    metadata: {
      name: 'checkout-nightly',
      labels: { 'binnacle.dev/service': 'checkout', 'binnacle.dev/team': 'payments' },
    },
    spec: {
      title: 'Checkout: nightly',
      description: '',
      tags: [],
      schedule: '0 3 * * *',
      timezone: 'Europe/Riga',
      grace: '30m',
    },
  });
});

test('what it makes is valid; a schedule that is none is found', () => {
  const check = (schedule: string) => healthCheck(checkout, 'nightly', { title: 'Nightly', schedule, grace: '1h' });
  expect(validate([checkout, check('Mon..Fri 03:00')])).toEqual([]);
  expect(validate([checkout, check('0 25 * * *')]).map(({ message }) => message)).toEqual([
    "'0 25 * * *' is not a cron expression: Invalid value for hour: 25",
  ]);
});

test('a schedule and a period exclude one another', () => {
  // @ts-expect-error -- one of the two
  healthCheck(checkout, 'x', { schedule: '0 3 * * *', period: '1h', grace: '1h' });
  // @ts-expect-error -- a period has no time zone
  healthCheck(checkout, 'x', { period: '1h', timezone: 'UTC', grace: '1h' });
  expect(healthCheck(checkout, 'x', { period: '1h', grace: '1h' }).spec.period).toBe('1h');
});
