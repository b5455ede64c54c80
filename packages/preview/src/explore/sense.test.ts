import { expect, it } from 'vitest';
import { senseOf } from './sense.ts';

it.each([
  ['process_start_time_seconds', 'seconds', 'moment'],
  ['last_push_timestamp_seconds', 'seconds', 'moment'],
  ['push_time_seconds', 'seconds', 'moment'],
  ['probe_dns_lookup_time_seconds', 'seconds', 'duration'],
  ['last_scrape_connect_time_seconds', 'seconds', 'duration'],
  ['replication_lag_seconds', 'seconds', 'duration'],
  ['probe_ssl_earliest_cert_expiry', 'seconds', 'expiry'],
  ['fsync_milliseconds', 'milliseconds', 'duration'],
  ['up', 'bool', 'state'],
  ['cpu_busy_ratio', 'ratio', 'share'],
  ['temperature_celsius', 'celsius', 'level'],
  ['memory_bytes', 'bytes', 'amount'],
  ['queue_jobs', 'jobs', 'amount'],
])('%s in %s is a %s', (name, unit, sense) => {
  expect(senseOf({ name, unit })).toBe(sense);
});
