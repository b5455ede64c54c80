import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRecord } from '../../record.ts';
import type { Resource } from '../../resource.ts';
import { prometheusRule } from './kind.ts';

function resource(spec: unknown): Resource {
  const origin = { file: 'rules.ts', line: 1, column: 1 };
  const parts = { '/spec/groups/0/rules/0': { ...origin, line: 9 } };
  const metadata = { name: 'checkout' };
  return { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata, spec, source: { origin, parts } };
}

function rule(change: object): Resource {
  // An undefined member is an absent one.
  const plain: unknown = JSON.parse(JSON.stringify({ alert: 'Down', expr: 'up == 0', ...change }));
  return resource({ groups: [{ name: 'g', rules: [plain] }] });
}

const alert = { alert: undefined };

test('a right rule has no findings', () => {
  const annotations = { summary: '{{ $labels.instance }} is down' };
  expect(prometheusRule.check(rule({ for: '5m', labels: { severity: 'page' }, annotations }))).toEqual([]);
});

test('a finding names the alert and the line of its rule', () => {
  expect(prometheusRule.check(rule({ for: '5 minutes' }))).toEqual([
    {
      rule: 'prometheus-rule/duration',
      severity: 'error',
      message: "for '5 minutes' is not a Prometheus duration",
      path: '/spec/groups/0/rules/0/for',
      subject: 'Down',
      fix: "write a number and a unit, e.g. '5m', '1h30m'",
      resource: 'PrometheusRule/checkout',
      origin: { file: 'rules.ts', line: 9, column: 1 },
    },
  ]);
});

test('a finding of the schema names the alert too', () => {
  expect(prometheusRule.check(rule({ keepFiringFor: '5m' }))).toMatchObject([
    {
      rule: 'schema/prometheus-rule',
      subject: 'Down',
      message: "'keepFiringFor' is not known in item 1 of 'rules'",
      fix: "did you mean 'keep_firing_for'?",
    },
  ]);
});

test.each<[object, string, string]>([
  [{ record: 'a:b' }, 'name', "a rule is both alert 'Down' and record 'a:b'"],
  [alert, 'name', 'a rule has neither alert nor record'],
  [{ alert: ' ' }, 'name', 'an alert has an empty name'],
  [{ ...alert, record: 'a{b}' }, 'name', "'a{b}' is not a metric name"],
  [{ ...alert, record: 'a.b' }, 'name', "'a.b' is a metric name only since Prometheus 3.0"],
  [{ ...alert, record: 'a:b', for: '5m' }, 'record', "record 'a:b' has 'for', which only alerts have"],
  [{ ...alert, record: 'a:b', annotations: {} }, 'record', "record 'a:b' has 'annotations', which only alerts have"],
  [{ expr: ' ' }, 'expr', 'the expression is empty'],
  [{ keep_firing_for: '1.5h' }, 'duration', "keep_firing_for '1.5h' is not a Prometheus duration"],
  [{ labels: { __name__: 'x' } }, 'label', "'__name__' cannot be the name of a label"],
  [{ labels: { 'a-b': 'x' } }, 'label', "'a-b' is a label name only since Prometheus 3.0"],
  [{ labels: { a: '\ud800' } }, 'label', "the value of 'a' is not valid Unicode"],
  [
    { annotations: { summary: '{{ $value' } },
    'template',
    "the template of 'summary' does not parse: '{{' is not closed; write '}}' after it",
  ],
])('%j is a finding', (change, id, message) => {
  const found = prometheusRule.check(rule(change));
  expect(found.map((one) => [one.rule, one.message])).toEqual([[`prometheus-rule/${id}`, message]]);
});

const language = (value: string) => {
  const { metadata, ...rest } = rule({});
  return { ...rest, metadata: { ...metadata, annotations: { 'binnacle.dev/query-language': value } } };
};

test('rules are PromQL or, said so, LogQL', () => {
  expect(prometheusRule.check(language('logql'))).toEqual([]);
  expect(prometheusRule.check(language('sql'))).toMatchObject([
    { message: "'sql' is no query language of rules", fix: 'write promql or logql' },
  ]);
});

test('templates are not looked for in records, which have none', () => {
  const record = { record: 'a:b', expr: 'b', labels: { x: '{{ not a template' } };
  expect(prometheusRule.check(resource({ groups: [{ name: 'g', rules: [record] }] }))).toEqual([]);
});

test.each([
  [[{ name: '', rules: [] }], 'a group has an empty name'],
  [
    [
      { name: 'a', rules: [] },
      { name: 'a', rules: [] },
    ],
    "two groups are named 'a'",
  ],
  [[{ name: 'a', interval: '0s', rules: [] }], "interval '0s' of group 'a' is not a Prometheus duration"],
  [[{ name: 'a', query_offset: 'x', rules: [] }], "query_offset 'x' of group 'a' is not a Prometheus duration"],
])('groups %j are a finding', (groups, message) => {
  expect(prometheusRule.check(resource({ groups }))).toMatchObject([{ severity: 'error', message }]);
});

test('more than the operator takes is a warning', () => {
  const rules = Array.from({ length: 8000 }, (_, i) => ({
    record: `a:b${i}`,
    expr: 'sum(rate(http_requests_total[5m])) by (job, instance)',
  }));
  expect(prometheusRule.check(resource({ groups: [{ name: 'g', rules: rules.slice(0, 4000) }] }))).toEqual([]);
  expect(prometheusRule.check(resource({ groups: [{ name: 'g', rules }] }))).toMatchObject([
    { rule: 'prometheus-rule/size', severity: 'warning' },
  ]);
});

const mixins = path.resolve(import.meta.dirname, '../../../../../../shared/corpus/mixins');

describe.skipIf(!existsSync(mixins))('rules of public mixins (skipped where the corpus is not there)', () => {
  const files = existsSync(mixins)
    ? readdirSync(mixins).flatMap((name) => ['alerts.yaml', 'rules.yaml'].map((file) => path.join(mixins, name, file)))
    : [];
  test.each(files.filter((file) => existsSync(file)))('%s has no errors', (file) => {
    const spec: unknown = parse(readFileSync(file, 'utf8'));
    const found = prometheusRule.check(resource({ groups: [], ...(isRecord(spec) && spec) }));
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
