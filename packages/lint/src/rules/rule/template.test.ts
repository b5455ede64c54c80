import { expect, test } from 'vitest';
import { findings, rules } from '../../fixtures/resources.ts';
import { template } from './template.ts';

function alert(expr: string, summary: string): ReturnType<typeof rules> {
  return rules({ alert: 'Down', expr, annotations: { summary } });
}

function found(expr: string, summary: string): string[] {
  return findings(template, alert(expr, summary));
}

test('a label that an aggregation removes', () => {
  expect(found('sum by (job) (up) == 0', '{{ $labels.instance }} is down')).toMatchInlineSnapshot(`
    [
      "error (Down): label instance is always empty here: sum by (job) removes that label
    {{ $labels.instance }} is down
       ^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(found('sum by (job) (up) == 0', '{{ $labels.job }} is down')).toEqual([]);
  expect(found('sum by (job, instance) (up) == 0', '{{ $labels.instance }} is down')).toEqual([]);
});

test.each([
  ['sum(up)', 'sum without "by" removes that label'],
  ['sum without (instance) (up)', 'sum without (instance) removes that label'],
  ['absent(up{job="a"})', 'absent() removes that label'],
  ['up * on (job) group_left () sum by (job, instance) (up)', undefined],
  ['up * on (job) sum by (job, instance) (up)', '* on (job) removes that label'],
  ['up / ignoring (instance) sum by (job) (up)', '/ ignoring (instance) removes that label'],
  ['sum by (job) (up) * on (job) group_left (instance) up', undefined],
  ['sum by (job) (up) and on (job) up', 'sum by (job) removes that label'],
  ['sum by (job) (up) or up', undefined],
  ['count_values("instance", up)', undefined],
  ['topk(3, up)', undefined],
  ['label_replace(sum(up), "instance", "$1", "job", "(.*)")', undefined],
  ['vector(1)', 'no part of the expression has that label'],
  ['up{instance=""}', 'no part of the expression has that label'],
  ['up', undefined],
  ['sum by (job) (rate(up[5m])) > 2 * sum by (job, instance) (up)', '> between its two sides removes that label'],
])('%s', (expr, reason) => {
  const messages = findings(template, alert(expr, '{{ $labels.instance }}')).map((text) => text.split('\n')[0]);
  expect(messages).toEqual(
    reason === undefined ? [] : [`error (Down): label instance is always empty here: ${reason}`],
  );
});

test('every way to write a label', () => {
  for (const use of [
    '{{ .Labels.instance }}',
    '{{ index $labels "instance" }}',
    '{{ $l := $labels }}{{ $l.instance }}',
    '{{ with $labels }}{{ .instance }}{{ end }}',
    '{{ $labels.instance | toUpper }}',
    '{{ printf "%s" $labels.instance }}',
    '{{- $labels.instance -}}',
    '{{ range query "up" }}{{ $labels.instance }}{{ end }}',
    '{{ $.Labels.instance }}',
  ]) {
    expect([use, found('sum(up)', use).length]).toEqual([use, 1]);
  }
});

test('a label of something else than the alert', () => {
  for (const use of [
    '{{ range query "up" }}{{ .Labels.instance }}{{ end }}',
    '{{ with query "up" }}{{ . | first | label "instance" }}{{ end }}',
    '{{ $externalLabels.instance }}',
    '{{/* $labels.instance */}}',
    '$labels.instance',
  ]) {
    expect([use, ...found('sum(up)', use)]).toEqual([use]);
  }
});

test('a label whose absence is provided for', () => {
  for (const use of [
    '{{ if $labels.instance }}on {{ $labels.instance }}{{ end }}',
    '{{ with $labels.instance }}on {{ . }}{{ end }}',
    '{{ if eq $labels.instance "a" }}a{{ else }}{{ $labels.instance }}{{ end }}',
    '{{ or $labels.instance $labels.job "somewhere" }}',
  ]) {
    expect([use, ...found('sum(up)', use)]).toEqual([use]);
  }
});

test('templates that Go refuses', () => {
  expect(found('up', '{{ $labels.job }')).toMatchInlineSnapshot(`
    [
      "error (Down): annotation summary: unexpected "}" in an action
    {{ $labels.job }
                   ^",
    ]
  `);
  expect(found('up', '{{ if $labels.job }}x')).toMatchInlineSnapshot(`
    [
      "error (Down): annotation summary: {{if}} has no {{end}}
    {{ if $labels.job }}x
    ^^^^^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(found('up', 'x {{ end }}')).toMatchInlineSnapshot(`
    [
      "error (Down): annotation summary: unexpected {{end}}
    x {{ end }}
      ^^^^^^^^^",
    ]
  `);
  expect(found('up', '{{ $job }}')).toMatchInlineSnapshot(`
    [
      "error (Down): annotation summary: undefined variable $job
    {{ $job }}
       ^^^^",
    ]
  `);
  expect(found('up', '{{ $value | humanise }}')).toMatchInlineSnapshot(`
    [
      "error (Down): annotation summary: function humanise is not defined
    {{ $value | humanise }}
                ^^^^^^^^",
    ]
  `);
  expect(
    found('up', '{{ $value | humanize }} {{ if $labels.job }}a{{ else if $labels.b }}b{{ else }}c{{ end }}'),
  ).toEqual([]);
});

test('a field alerts do not have, as in a template for Alertmanager', () => {
  expect(found('up', '{{ .CommonLabels.job }}')).toMatchInlineSnapshot(`
    [
      "error (Down): an alert has no field .CommonLabels
    {{ .CommonLabels.job }}
       ^^^^^^^^^^^^^^^^^",
    ]
  `);
});

test('a query inside a template is PromQL too', () => {
  expect(found('up', '{{ query "sum(up" | first | value }}')).toMatchInlineSnapshot(`
    [
      "error (Down): query in a template: ( is never closed
    {{ query "sum(up" | first | value }}
             ^^^^^^^^",
    ]
  `);
  expect(found('up', '{{ "sum(up)" | query | first | value }}')).toEqual([]);
});

test('labels may hold templates; the name of the alert is not one', () => {
  const labels = { severity: '{{ if gt $value 1.0 }}critical{{ else }}warning{{ end }}', zone: '{{ $labels.zone }}' };
  expect(
    findings(template, rules({ alert: 'Down', expr: 'sum(up)', labels })).map((text) => text.split('\n')[0]),
  ).toEqual(['error (Down): label zone is always empty here: sum without "by" removes that label']);
});
