import { expect, test } from 'vitest';
import { nameInWords } from './words.ts';

test.each([
  ['PrometheusRule/mail', 'rules mail'],
  ['PrometheusRule/monitoring/mail', 'rules monitoring/mail'],
  ['ServiceLevelObjective/mail', 'SLO mail'],
  ['HealthCheck/nightly', 'health check nightly'],
  ['Dashboard/mail', 'dashboard mail'],
])('%s is called %s', (id, name) => {
  expect(nameInWords(id)).toBe(name);
});
