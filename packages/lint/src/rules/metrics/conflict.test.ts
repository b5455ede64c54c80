import { expect, test } from 'vitest';
import { findings, metric, service } from '../../fixtures/resources.ts';
import { conflict } from './conflict.ts';

test('the same name with another type in another service', () => {
  expect(
    findings(conflict, [
      service('a', { metrics: [metric({ name: 'http_open', type: 'gauge' })] }),
      service('b', { metrics: [metric({ name: 'http_open', type: 'counter' })] }),
    ]),
  ).toEqual(['error (http_open): http_open is a counter in b and a gauge in a']);
  expect(
    findings(conflict, [
      service('a', { metrics: [metric({ name: 'http_open' })] }),
      service('b', { metrics: [metric({ name: 'http_open' })] }),
    ]),
  ).toEqual([]);
});

test('the same name with other labels, whatever the order of the resources', () => {
  expect(
    findings(conflict, [
      service('b', {
        metrics: [metric({ name: 'http_open', labels: [{ name: 'code', domain: { kind: 'bounded', bound: 2 } }] })],
      }),
      service('a', { metrics: [metric({ name: 'http_open' })] }),
    ]),
  ).toEqual(['warning (http_open): http_open has the labels code in b and none in a']);
});

test('declared twice in one service', () => {
  expect(
    findings(conflict, service('a', { metrics: [metric({ name: 'http_open' }), metric({ name: 'http_open' })] })),
  ).toEqual(['error (http_open): http_open is declared twice']);
});
