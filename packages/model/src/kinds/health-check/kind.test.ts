import { expect, test } from 'vitest';
import { healthCheck } from './kind.ts';
import type { HealthCheckSpec } from './spec.ts';

const spec: HealthCheckSpec = {
  title: 'Nightly export',
  description: 'Writes yesterday’s orders.',
  schedule: '0 3 * * *',
  timezone: 'Europe/Riga',
  grace: '30m',
  tags: ['export'],
};

function found(change: object): string[] {
  const resource = {
    apiVersion: 'binnacle.dev/v1',
    kind: 'HealthCheck',
    metadata: { name: 'checkout-nightly' },
    spec: { ...spec, ...change },
  };
  return healthCheck.check(resource).map(({ message }) => message);
}
const periodic = { schedule: undefined, timezone: undefined };

test.each<[string, object]>([
  ['a scheduled check', {}],
  ['a periodic check', { ...periodic, period: '1h' }],
  ['the shortest times', { ...periodic, period: '60s', grace: '1m' }],
  ['the longest times', { ...periodic, period: '1y', grace: '365d' }],
  ['everything', { channels: ['*'], methods: 'POST', manualResume: true, failureWords: ['ERROR', 'FATAL'] }],
  ['the first Monday of a month', { schedule: '0 3 * * MON#1' }],
  ['week days of OnCalendar', { schedule: 'Mon..Fri 03:00' }],
  ['two lines of OnCalendar', { schedule: '*-*-1..7 02:30:00\nSat,Sun 04:00' }],
  ['the last day of a month', { schedule: '*-*~1 12:00 Europe/Riga' }],
])('%s has no findings', (_, change) => {
  expect(found(change)).toEqual([]);
});

test.each<[string, object, string]>([
  ['no title', { title: ' ' }, 'the title is empty'],
  ['a long title', { title: 'x'.repeat(101) }, 'the title has 101 characters'],
  ['a tag of two words', { tags: ['a b'] }, "the tag 'a b' has a space, which separates tags"],
  ['a word with a comma', { startWords: ['a,b'] }, "'a,b' is empty or has a comma, which separates words"],
  ['many words', { startWords: ['x'.repeat(201)] }, 'startWords are longer than 200 characters together'],
  ['no schedule', periodic, 'neither a schedule nor a period says when pings are expected'],
  ['a schedule and a period', { period: '1h' }, 'there is both a schedule and a period'],
  [
    'a minute that is none',
    { schedule: '61 * * * *' },
    "'61 * * * *' is not a cron expression: Invalid value for minute: 61",
  ],
  ['30 February', { schedule: '0 0 30 2 *' }, "'0 0 30 2 *' never comes true"],
  ['cron with seconds', { schedule: '0 0 3 * * *' }, "'0 0 3 * * *' is neither cron (five fields) nor OnCalendar"],
  ['a word', { schedule: 'sometimes' }, "'sometimes' is neither cron (five fields) nor OnCalendar"],
  ['no words', { schedule: '' }, "'' is neither cron (five fields) nor OnCalendar"],
  ['a time zone that is none', { timezone: 'Riga' }, "'Riga' is not a time zone"],
  ['a time zone of a period', { schedule: undefined, period: '1h' }, 'a period has no time zone'],
  ['a short grace', { grace: '59s' }, "the grace '59s' is not a duration of whole seconds between 1m and 1y"],
  [
    'a long period',
    { ...periodic, period: '2y' },
    "the period '2y' is not a duration of whole seconds between 1m and 1y",
  ],
  ['half a second', { grace: '60s500ms' }, "the grace '60s500ms' is not a duration of whole seconds between 1m and 1y"],
  ['no duration', { grace: 'soon' }, "the grace 'soon' is not a duration of whole seconds between 1m and 1y"],
  ['another method', { methods: 'GET' }, `'methods' is "GET"`],
  ['a word nobody knows', { gracetime: '1m' }, "'gracetime' is not known"],
])('%s is a finding', (_, change, message) => {
  expect(found(change)).toEqual([message]);
});
