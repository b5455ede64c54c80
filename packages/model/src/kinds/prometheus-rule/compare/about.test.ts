import { expect, test } from 'vitest';
import { alertDetails, readableTemplate } from './about.ts';

test.each([
  ['Queue {{ $labels.queue }} holds {{ $value | humanize }} mails', 'Queue <queue> holds <value> mails'],
  ['{{- .Labels.job -}} of {{ $externalLabels.cluster }}', '<job> of <cluster>'],
  ['{{ printf "%.1f" $value }} %', '<value> %'],
  ['{{ with query "up" }}{{ . | first | value }}{{ end }} hosts', '…… hosts'],
  ['{{ $x := 1 }}{{/* of no use */}}Nothing put in', 'Nothing put in'],
  ['{{ if eq $labels.a "b" }}One{{ else }}Other{{ end }}', '…One…Other'],
  ['No template { } at all', 'No template { } at all'],
])('%s is read as %s', (template, expected) => {
  expect(readableTemplate(template)).toBe(expected);
});

const rule = { alert: 'Stuck', expr: 'queue_length\n  > 100' };

test('a new alert says what it is about and when it fires, one that is gone what it was about', () => {
  const annotations = { description: 'Long.', summary: 'Mail waits in {{ $labels.queue }}' };
  expect(alertDetails({ ...rule, annotations }, 'added')).toEqual([
    '“Mail waits in <queue>”',
    'fires when `queue_length > 100`',
  ]);
  expect(alertDetails({ ...rule, annotations }, 'removed')).toEqual(['“Mail waits in <queue>”']);
});

test('an alert that says nothing, and one that says too much', () => {
  expect(alertDetails(rule, 'removed')).toEqual([]);
  const [said = '', fires = ''] = alertDetails(
    { ...rule, expr: 'a + '.repeat(100), annotations: { summary: 'word '.repeat(100) } },
    'added',
  );
  expect(said).toMatch(/^“(word )+.*…”$/);
  expect(said.length).toBeLessThan(170);
  expect(fires.length).toBeLessThan(190);
});
