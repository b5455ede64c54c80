import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { gauge } from '../metrics/gauge.ts';
import { oneOf } from '../metrics/label.ts';
import { number } from '../query/quantity.ts';
import { collector } from './collector.ts';

const labels = { collector: oneOf('cpu', 'disk') };
const duration = gauge('node_scrape_collector_duration_seconds', { help: 'Time taken.', unit: 'seconds', labels });
const success = gauge('node_scrape_collector_success', { help: 'Whether it worked.', unit: 'ratio', labels });
const place = { service: 'hosts', part: 'exporter', severity: 'page' } as const;
const part = collector({ duration, errors: number(1).sub(success), by: ['instance', 'collector'] })(place);

test('errors may be an expression; its metric plays the role', () => {
  expect(part.spec.roles).toEqual({
    duration: 'node_scrape_collector_duration_seconds',
    errors: 'node_scrape_collector_success',
  });
});

test('alerts', () => {
  expect(alertLines(part.rules())).toEqual([
    'HostsExporterFailing (ticket after 15m): max by (instance, collector) (1 - node_scrape_collector_success) > 0',
    'HostsExporterSlow (ticket after 15m): max by (instance, collector) (node_scrape_collector_duration_seconds) > 8',
  ]);
  expect(alertLines(part.rules({ duration: false }))).toHaveLength(1);
});

test('the row', () => {
  expect(rowLines(part.rows())).toEqual([
    '# Exporter',
    'Collection time: max by (instance, collector) (node_scrape_collector_duration_seconds)',
    'Errors: max by (instance, collector) (1 - node_scrape_collector_success)',
  ]);
});
