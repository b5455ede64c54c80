import type { Resource } from '@binnacle/model';
import { expect, test } from 'vitest';
import { lint } from '../../lint.ts';
import { findings, rules } from '../../fixtures/resources.ts';
import { severity } from './severity.ts';

function alert(word: string): Resource {
  return rules({ alert: 'Down', expr: 'up == 0', labels: { severity: word } });
}

test.each(['page', 'ticket', 'info', 'critical', 'warning', 'none', '{{ if true }}page{{ end }}'])('%s', (word) => {
  expect(findings(severity, alert(word))).toEqual([]);
});

test('a near miss of a known word is an error', () => {
  expect(lint([alert('kritical')], [], [severity])).toEqual([
    {
      rule: 'rule/severity',
      severity: 'error',
      message: "severity 'kritical' is a word that nothing here knows",
      fix: "did you mean 'critical'?",
      resource: 'PrometheusRule/shop',
      path: '/spec/groups/0/rules/0/labels/severity',
      subject: 'Down',
    },
  ]);
});

test('any other word is a warning that lists the known ones', () => {
  expect(lint([alert('sev1')], [], [severity])).toMatchObject([
    { severity: 'warning', fix: 'known: critical, info, none, page, ticket, warning' },
  ]);
});

test.each([
  { matchers: ['severity="sev1"'] },
  { matchers: ['severity=~"sev1|sev2"'] },
  { match: { severity: 'sev1' } },
  { match_re: { severity: '^(sev1|sev2)$' } },
  { routes: [{ matchers: ['severity=sev1'] }] },
])('a word that a route names is known: %j', (route) => {
  const routes: Resource = {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: 'routes' },
    spec: { route: { receiver: 'all', routes: [route] }, receivers: [{ name: 'all' }] },
  };
  expect(findings(severity, [alert('sev1'), routes])).toEqual([]);
  expect(findings(severity, [alert('sev3'), routes])).toHaveLength(1);
});

test('a record has labels of its own, and an alert without a severity is no business of this rule', () => {
  expect(findings(severity, rules({ record: 'a:b', expr: 'up', labels: { severity: 'sev1' } }))).toEqual([]);
  expect(findings(severity, rules({ alert: 'Down', expr: 'up == 0' }))).toEqual([]);
});
