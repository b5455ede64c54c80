import type { Resource } from '@binnacle/model';
import { expect, test } from 'vitest';
import { withDeclaredLabels } from './declared-labels.ts';

const rules = (labels?: Readonly<Record<string, string>>): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'mail', ...(labels !== undefined && { labels }) },
  spec: { groups: [] },
});
const OWN = { 'binnacle.dev/service': 'mail', 'binnacle.dev/team': 'box-office' };
const labelsOf = (live: Resource, desired: readonly Resource[], declared: readonly Resource[]) =>
  withDeclaredLabels([live], { desired, declared })[0]?.metadata.labels;

test('what a system without labels holds belongs to whom it is declared to belong', () => {
  expect(labelsOf(rules(), [rules()], [rules(OWN)])).toEqual(OWN);
});

test('labels that a system keeps are what it says, also when somebody took them away', () => {
  expect(labelsOf(rules({ team: 'x' }), [rules(OWN)], [rules(OWN)])).toEqual({ team: 'x' });
  expect(labelsOf(rules(), [rules(OWN)], [rules(OWN)])).toBeUndefined();
});

test('of what nobody declares, nothing is known', () => {
  expect(labelsOf(rules(), [], [])).toBeUndefined();
});
