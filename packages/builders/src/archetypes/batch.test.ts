import { expect, test } from 'vitest';
import { alertLines } from '../fixtures/alert-lines.ts';
import { rowLines } from '../fixtures/row-lines.ts';
import { gauge } from '../metrics/gauge.ts';
import { oneOf } from '../metrics/label.ts';
import { batch } from './batch.ts';

const lastSuccess = gauge('backup_last_success_timestamp_seconds', { help: 'Last success.', unit: 'seconds' });
const lastCompletion = gauge('backup_last_completion_timestamp_seconds', { help: 'Last end.', unit: 'seconds' });
const duration = gauge('backup_duration_seconds', { help: 'Run time.', unit: 'seconds' });
const stages = gauge('backup_stage_duration_seconds', {
  help: 'Time of each stage.',
  unit: 'seconds',
  labels: { stage: oneOf('dump', 'upload') },
});
const records = gauge('backup_records', { help: 'Records.', unit: 'records' });
const place = { service: 'backup', part: 'run', severity: 'page' } as const;
const run = batch({
  lastSuccess: lastSuccess.where({ job: 'backup' }),
  lastCompletion,
  duration,
  stages,
  records,
  every: '1d',
})(place);

test('the period is part of the data', () => {
  expect(run.spec).toEqual({
    archetype: 'batch',
    name: 'run',
    period: '1d',
    roles: {
      lastSuccess: 'backup_last_success_timestamp_seconds',
      lastCompletion: 'backup_last_completion_timestamp_seconds',
      duration: 'backup_duration_seconds',
      stages: 'backup_stage_duration_seconds',
      records: 'backup_records',
    },
  });
});

test('a stale success and no success at all are two alerts: what is missing has no age', () => {
  expect(alertLines(run.rules())).toEqual([
    'BackupRunLate (page): time() - max(backup_last_success_timestamp_seconds{job="backup"}) > 129600',
    'BackupRunNeverSucceeded (page after 1d): absent(backup_last_success_timestamp_seconds{job="backup"})',
    'BackupRunFailed (ticket): max(backup_last_completion_timestamp_seconds) > max(backup_last_success_timestamp_seconds{job="backup"})',
    'BackupRunSlow (ticket): max(backup_duration_seconds) > 69120',
  ]);
});

test('limits are options', () => {
  expect(alertLines(run.rules({ grace: '1h', longest: '30m', minRecords: 10, severity: 'ticket' }))).toEqual([
    'BackupRunLate (ticket): time() - max(backup_last_success_timestamp_seconds{job="backup"}) > 90000',
    'BackupRunNeverSucceeded (ticket after 1d): absent(backup_last_success_timestamp_seconds{job="backup"})',
    'BackupRunFailed (ticket): max(backup_last_completion_timestamp_seconds) > max(backup_last_success_timestamp_seconds{job="backup"})',
    'BackupRunSlow (ticket): max(backup_duration_seconds) > 1800',
    'BackupRunRecordsMissing (ticket): sum(backup_records) < 10',
  ]);
});

test('a period is a duration', () => {
  expect(() => batch({ lastSuccess, every: 'daily' })).toThrow('"daily" is not a duration');
});

test('the row', () => {
  expect(rowLines(run.rows({ title: 'Backup' }))).toEqual([
    '# Backup',
    'Time since the last success: time() - max(backup_last_success_timestamp_seconds{job="backup"})',
    'Last success: time() - max(backup_last_success_timestamp_seconds{job="backup"})',
    'Run time: max(backup_duration_seconds)',
    'Stages: backup_stage_duration_seconds',
    'Records: sum(backup_records)',
  ]);
});
