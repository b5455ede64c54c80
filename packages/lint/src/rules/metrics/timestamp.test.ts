import { expect, test } from 'vitest';
import { exposing, findings } from '../../fixtures/resources.ts';
import { timestamp } from './timestamp.ts';

test('a time since', () => {
  expect(findings(timestamp, exposing({ name: 'shop_backup_age_seconds', unit: 'seconds' }))).toEqual([
    'warning (shop_backup_age_seconds): shop_backup_age_seconds is a time since: it stands still when the code that updates it hangs',
  ]);
  expect(findings(timestamp, exposing({ name: 'shop_seconds_since_last_backup', unit: 'seconds' }))).toEqual([
    'warning (shop_seconds_since_last_backup): shop_seconds_since_last_backup is a time since: it stands still when the code that updates it hangs',
  ]);
  expect(findings(timestamp, exposing({ name: 'shop_last_backup_timestamp_seconds', unit: 'seconds' }))).toEqual([]);
});

test('a timestamp without its suffix', () => {
  expect(findings(timestamp, exposing({ name: 'shop_last_backup_timestamp', unit: 'seconds' }))).toEqual([
    'warning (shop_last_backup_timestamp): shop_last_backup_timestamp is a timestamp and does not end in _timestamp_seconds',
  ]);
});

test('durations and storage are neither', () => {
  expect(
    findings(
      timestamp,
      exposing(
        { name: 'shop_backup_duration_seconds', unit: 'seconds' },
        { name: 'shop_storage_bytes', unit: 'bytes' },
      ),
    ),
  ).toEqual([]);
});
