import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { labelInName } from './label-in-name.ts';

test('a label spelled out with "by"', () => {
  expect(
    findings(
      labelInName,
      exposing({
        name: 'http_requests_by_method_total',
        type: 'counter',
        labels: [{ name: 'method', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([
    'warning (http_requests_by_method_total): http_requests_by_method_total has its label method in its name',
  ]);
  expect(
    findings(
      labelInName,
      exposing({
        name: 'http_requests_total',
        type: 'counter',
        labels: [{ name: 'method', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([]);
});

test('a label among the words may be what is counted: only a hint', () => {
  expect(
    findings(
      labelInName,
      exposing({
        name: 'node_cpu_seconds_total',
        type: 'counter',
        labels: [{ name: 'cpu', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual(['info (node_cpu_seconds_total): node_cpu_seconds_total has its label cpu in its name']);
  expect(
    findings(
      labelInName,
      exposing({
        name: 'node_cpus_total',
        type: 'counter',
        labels: [{ name: 'cpu', domain: { kind: 'one-of', values: ['a'] } }],
      }),
    ),
  ).toEqual([]);
});
