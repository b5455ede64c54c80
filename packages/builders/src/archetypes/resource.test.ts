import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { bounded } from '../metrics/label.ts';
import { resource } from './resource.ts';

const labels = { device: bounded(4) };
const utilization = gauge('disk_busy_ratio', { help: 'Busy.', unit: 'ratio', labels });
const saturation = gauge('disk_queue_length', { help: 'Waiting.', unit: 'requests', labels });
const errors = counter('disk_errors_total', { help: 'Errors.', unit: 'errors', labels });
const place = { service: 'hosts', part: 'disk', severity: 'page' } as const;
const disk = resource({ utilization, saturation, errors, by: ['instance', 'device'] })(place);

test('alerts', () => {
  expect(alertLines(disk.rules())).toEqual([
    'HostsDiskUtilizationHigh (ticket after 15m): max by (instance, device) (disk_busy_ratio) > 0.9',
    'HostsDiskErrors (ticket): sum by (instance, device) (increase(disk_errors_total[15m])) > 0',
  ]);
});

test('saturation has a limit once someone says so', () => {
  expect(alertLines(disk.rules({ utilization: false, saturation: 20, errors: false, for: '30m' }))).toEqual([
    'HostsDiskSaturated (ticket after 30m): max by (instance, device) (disk_queue_length) > 20',
  ]);
});

test('the row', () => {
  expect(rowLines(disk.rows())).toEqual([
    '# Disk',
    'Utilization: max by (instance, device) (disk_busy_ratio)',
    'Saturation: max by (instance, device) (disk_queue_length)',
    'Errors: sum by (instance, device) (rate(disk_errors_total[$__rate_interval]))',
  ]);
});
