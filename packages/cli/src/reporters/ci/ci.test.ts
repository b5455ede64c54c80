import type { Resource } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { CiReport } from '../../ci/ci-report.ts';
import type { PlanReport } from '../../plan-report.ts';
import { ciReporters } from './index.ts';

const folder = (title: string): Resource => ({
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name: 'shop' },
  spec: { title },
});
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
          desired: folder('Shop'),
          live: { resource: folder('By hand') },
          differences: [{ path: '/spec/title', change: 'changed', text: 'title Shop → By hand', reach: 'appearance' }],
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
  ! Folder/shop  By hand · edited live
      ~ title Shop → By hand
digest sha256:1
`);
});

test('text: of a push both what was planned and what was done', () => {
  const pushed = { ...drift, mode: 'apply', plan: { ...plan, command: 'push' }, pushed: [] } as const;
  const shown = ciReporters.text(pushed, {});
  expect(shown).toContain('push: 1 edited live; 3 unchanged\n');
  expect(shown.split('\n')[0]).toMatch(/^pushed: /);
});

const file = (uid: string, theme: string): string => `binnacle-report/pictures/${uid}.${theme}.png`;

test('markdown: pictures are shown in a file that lies beside them, elsewhere it is said where they are', () => {
  const drawn = [
    { uid: 'shop_a', theme: 'dark', file: file('shop_a', 'dark') },
    { uid: 'shop_a', theme: 'light', file: file('shop_a', 'light') },
    { uid: 'b', theme: 'dark', file: file('b', 'dark') },
  ] as const;
  const report: CiReport = {
    command: 'ci',
    mode: 'check',
    project: 'shop',
    environments: [],
    pictures: { drawn },
    exitCode: 0,
  };
  const text = 'pictures of 2 changed dashboards in binnacle-report/pictures';
  const whole = ciReporters.markdown(report, { folder: 'binnacle-report' });
  expect(whole).toContain(text);
  expect(whole).toContain(`<details><summary>Pictures of <code>dashboard shop_a</code></summary>

![dashboard shop\\_a before and after, dark](pictures/shop_a.dark.png)

![dashboard shop\\_a before and after, light](pictures/shop_a.light.png)

</details>
`);
  expect(whole).toContain('(pictures/b.dark.png)');
  const comment = ciReporters.markdown(report, {});
  expect(comment).toContain(text);
  expect(comment).not.toContain('![');
});
