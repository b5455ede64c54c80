import { TargetError } from '@binnacle/targets';
import { expect, test } from 'vitest';
import { production } from './fixtures/company.ts';
import { type PlanReport, planReport } from './plan-report.ts';
import { assertReviewed } from './push/carry-out.ts';
import type { Unreachable } from './push/live-plan.ts';
import { planReporters } from './reporters/plan/index.ts';

const plain = (_style: string, text: string): string => text;

function unreached(problem: TargetError, address = 'https://grafana.example.com'): PlanReport {
  const one: Unreachable = { environment: production, destination: 'grafana', address, problem };
  return planReport('plan', [one], { findings: [] });
}

test('a plan of everything has a digest, and only that plan is the one that was reviewed', () => {
  const report = planReport('plan', [], { findings: [] });
  expect(report.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(() => assertReviewed(report, report.digest)).not.toThrow();
  expect(() => assertReviewed(report, 'sha256:1')).toThrow(`its digest is ${report.digest}, not sha256:1`);
});

test('a plan that lacks a system has no digest, and is never the one that was reviewed', () => {
  const report = unreached(new TargetError('unavailable', 'connect ECONNREFUSED', { fix: 'does it run?' }));
  expect('digest' in report).toBe(false);
  expect(() => assertReviewed(report, 'sha256:1')).toThrow('it is incomplete, as not every system was reached');
  expect(() => assertReviewed(report, undefined)).not.toThrow();
});

test('what was not reached is named with its address and with what to look at', () => {
  const lost = unreached(new TargetError('not-found', '404 page not found', { status: 404 }));
  expect(planReporters.text(lost, plain)).toBe(`plan: 1 system not reached; 0 unchanged

production · grafana at https://grafana.example.com
  not reached: 404 page not found
  fix: is https://grafana.example.com the address of grafana, with the sub-path it is served under?
`);
  expect(planReporters.markdown(lost, plain)).toContain('fix: is https://grafana.example.com the address of grafana');
});
