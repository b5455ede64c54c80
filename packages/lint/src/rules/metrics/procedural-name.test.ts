import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { proceduralName } from './procedural-name.ts';

test('status codes in names', () => {
  expect(
    findings(
      proceduralName,
      exposing(
        { name: 'http_responses_500_total', type: 'counter' },
        { name: 'http_responses_404_total', type: 'counter' },
      ),
    ),
  ).toEqual([
    'warning (http_responses_500_total): http_responses_500_total, http_responses_404_total are one metric written as 2',
  ]);
  expect(
    findings(
      proceduralName,
      exposing({ name: 'http_responses_total', type: 'counter' }, { name: 'http_redirects_total', type: 'counter' }),
    ),
  ).toEqual([]);
});

test('methods, levels and percentiles in names', () => {
  expect(
    findings(
      proceduralName,
      exposing({ name: 'http_get_total', type: 'counter' }, { name: 'http_post_total', type: 'counter' }),
    ),
  ).toEqual(['warning (http_get_total): http_get_total, http_post_total are one metric written as 2']);
  expect(
    findings(
      proceduralName,
      exposing({ name: 'log_error_total', type: 'counter' }, { name: 'log_warning_total', type: 'counter' }),
    ),
  ).toEqual(['warning (log_error_total): log_error_total, log_warning_total are one metric written as 2']);
  expect(findings(proceduralName, exposing({ name: 'http_p50_seconds' }, { name: 'http_p99_seconds' }))).toEqual([
    'warning (http_p50_seconds): http_p50_seconds, http_p99_seconds are one metric written as 2',
  ]);
});

test('one such name is no family, and neither are two types', () => {
  expect(findings(proceduralName, exposing({ name: 'http_responses_500_total', type: 'counter' }))).toEqual([]);
  expect(
    findings(
      proceduralName,
      exposing({ name: 'http_get_total', type: 'counter' }, { name: 'http_post_total', type: 'gauge' }),
    ),
  ).toEqual([]);
});
