import { expect, test } from 'vitest';
import type { PlanReport, SystemPlan } from '../plan-report.ts';
import { shownPlan } from './shown-plan.ts';

const plain = (_style: string, text: string): string => text;
const resource = { apiVersion: 'v1', kind: 'Folder', metadata: { name: 'a' }, spec: {} };
const same: SystemPlan = {
  environment: 'production',
  destination: 'grafana',
  system: 'Grafana',
  changes: [],
  unchanged: 3,
  findings: [],
};
const other: SystemPlan = {
  ...same,
  system: 'Mimir',
  changes: [{ id: 'Folder/a', verdict: 'create', desired: resource, differences: [] }],
};

function report(...systems: SystemPlan[]): PlanReport {
  const create = systems.flatMap(({ changes }) => changes).length;
  const counts = { create, update: 0, delete: 0, adopt: 0, drifted: 0, conflict: 0, unchanged: 3 };
  return { command: 'plan', systems, findings: [], counts, digest: 'sha256:1' };
}

test('a quiet plan without changes says nothing', () => {
  expect(shownPlan(report(same), { quiet: true }, plain)).toBe('');
  expect(shownPlan(report(same), { quiet: true, markdown: true }, plain)).toBe('');
  expect(shownPlan(report(same), {}, plain)).toContain('nothing to do');
});

test('a quiet plan with changes leaves out the systems without any', () => {
  expect(shownPlan(report(same, other), { quiet: true }, plain)).toBe(`plan: 1 to create; 3 unchanged

production · Mimir
  + Folder/a

digest sha256:1
`);
  expect(shownPlan(report(same, other), {}, plain)).toContain('production · Grafana\n  nothing to do');
});

test('a system that was not reached is told quietly too', () => {
  const lost: SystemPlan = { ...same, problem: { message: 'connect ECONNREFUSED' } };
  expect(shownPlan(report(lost), { quiet: true }, plain)).toContain('not reached: connect ECONNREFUSED');
});
