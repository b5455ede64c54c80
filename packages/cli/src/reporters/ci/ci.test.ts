import { expect, test } from 'vitest';
import type { CiReport } from '../../ci/ci-report.ts';
import type { PlanReport } from '../../plan-report.ts';
import { ciReporters } from './index.ts';

const plan: PlanReport = {
  command: 'drift',
  systems: [
    {
      environment: 'production',
      destination: 'files',
      system: 'files in live',
      changes: [
        {
          id: 'Folder/shop',
          verdict: 'drifted',
          differences: [{ path: '/spec/title', change: 'changed', text: 'title By hand → Shop', reach: 'appearance' }],
        },
      ],
      unchanged: 3,
      findings: [],
    },
  ],
  findings: [],
  counts: { create: 0, update: 0, delete: 0, adopt: 0, drifted: 1, conflict: 0, unchanged: 3 },
  digest: 'sha256:1',
};
const drift: CiReport = {
  command: 'ci',
  mode: 'drift',
  project: 'shop',
  environments: ['production'],
  plan,
  exitCode: 4,
};

test('text: the summary of a plan is said once', () => {
  expect(ciReporters.text(drift, {})).toBe(`drift: 1 edited live; 3 unchanged

production · files in live
  ! Folder/shop  edited live
      ~ title By hand → Shop
digest sha256:1
`);
});

test('text: of a push both what was planned and what was done', () => {
  const pushed = { ...drift, mode: 'apply', plan: { ...plan, command: 'push' }, pushed: [] } as const;
  const shown = ciReporters.text(pushed, {});
  expect(shown).toContain('push: 1 edited live; 3 unchanged\n');
  expect(shown.split('\n')[0]).toMatch(/^pushed: /);
});
