import { expect, it } from 'vitest';
import { STATE } from '../fixtures/state.ts';
import { rulesOnPage } from './rules-on-page.ts';

it('lists groups with their rules, and where they are', () => {
  const { groups } = rulesOnPage(STATE);
  expect(groups).toMatchObject([
    {
      name: 'shop',
      resource: 'shop',
      interval: 30,
      rules: [
        { kind: 'record', name: 'job:shop_errors:ratio_rate5m', findings: [] },
        { kind: 'alert', name: 'ShopErrors', for: 300, labels: { severity: 'page' } },
      ],
    },
  ]);
});

it('has the texts of an alert as they are written', () => {
  const [, alert] = rulesOnPage(STATE).groups[0]?.rules ?? [];
  expect(alert?.annotations?.['summary']).toContain('{{');
});

it('a finding stands with the rule it is about', () => {
  const about = {
    rule: 'alert/for',
    severity: 'warning',
    message: 'too short',
    resource: 'PrometheusRule/shop',
  } as const;
  const findings = [{ ...about, path: '/spec/groups/0/rules/1/for' }, about];
  const [record, alert] = rulesOnPage({ ...STATE, findings }).groups[0]?.rules ?? [];
  expect([record?.findings, alert?.findings]).toEqual([[], [findings[0]]]);
});
