import { type Change, checksum, type LiveResource, plan, type Resource } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { PlanReport } from '../plan-report.ts';
import { planReporters } from '../reporters/plan/index.ts';
import { driftCode, onlyDrift } from './drifted.ts';

const owner = { project: 'shop', environment: 'production' };
const plain = (_style: string, text: string): string => text;

function rules(name: string, wait = '10m'): Resource {
  const rule = { alert: 'Down', expr: 'up == 0', for: wait, labels: { severity: 'page' } };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name },
    spec: { groups: [{ name: 'g', rules: [rule] }] },
  };
}
const ours = (now: Resource, written = now, over: Partial<LiveResource> = {}): LiveResource => ({
  resource: now,
  stamp: { ...owner, checksum: checksum(written) },
  ...over,
});

/** What drift says of one system, without the heads, and what it answers. */
function told(desired: readonly Resource[], live: readonly LiveResource[]): readonly (string | number)[] {
  const all = plan(desired, live, { owner });
  const changes = all.filter(({ verdict }) => verdict !== 'unchanged');
  const counts = { create: 0, update: 0, delete: 0, adopt: 0, drifted: 0, conflict: 0, unchanged: 0 };
  for (const { verdict } of all) counts[verdict] += 1;
  const system = { environment: 'production', destination: 'prometheus', system: 'Prometheus', findings: [] };
  const systems = [{ ...system, changes, unchanged: counts.unchanged }];
  const report: PlanReport = { command: 'drift', systems, findings: [], counts, digest: '' };
  const found = onlyDrift(report);
  const lines = planReporters.text(found, plain).trimEnd().split('\n');
  return [driftCode(found), ...lines.filter((line) => line !== '' && !line.startsWith('production'))];
}

test('what was edited live is told as what was done, by whom and when where that is known', () => {
  const edited = ours(rules('a', '1m'), rules('a'), { edited: { by: 'user:bob', at: '2026-11-29T09:00:00Z' } });
  expect(told([rules('a')], [edited])).toEqual([
    4,
    'drift: 1 edited live; 0 unchanged',
    '  ! PrometheusRule/a  edited live by user:bob at 2026-11-29T09:00:00Z',
    '      ~ alert Down: for 10m → 1m (pages 9 minutes sooner)',
  ]);
});

test('what is there without our stamp is no longer ours, with what was done to it', () => {
  expect(told([rules('a'), rules('b')], [{ resource: rules('a', '1h') }, ours(rules('b'))])).toEqual([
    4,
    'drift: 1 no longer ours; 1 unchanged',
    '  ? PrometheusRule/a  no longer ours: the stamp was removed, or it was never pushed',
    '      ~ alert Down: for 10m → 1h (pages 50 minutes later)',
  ]);
  expect(told([rules('a')], [{ resource: rules('a') }])[0]).toBe(4);
});

test('what another tool or project holds is named with it', () => {
  const live = [
    { resource: rules('a'), manager: 'terraform/platform' },
    ours(rules('b')),
    { resource: rules('c'), stamp: { project: 'bank', environment: 'dev', checksum: '' } },
  ];
  expect(told([rules('a'), rules('b'), rules('c')], live)).toEqual([
    4,
    'drift: 2 no longer ours; 1 unchanged',
    '  ? PrometheusRule/a  no longer ours: managed by terraform/platform',
    '  ? PrometheusRule/c  no longer ours: of project bank, environment dev',
  ]);
  expect(told([rules('a')], live.slice(0, 1))[0]).toBe(0);
});

test('what is missing was removed or never pushed; nobody knows which', () => {
  expect(told([rules('a'), rules('b')], [ours(rules('b'))])).toEqual([
    4,
    'drift: 1 not there; 1 unchanged',
    '  - PrometheusRule/a  not there: never pushed, or removed live',
    '      - alert Down: removed (nobody is paged for it any more)',
  ]);
});

test('before the first push nothing has drifted', () => {
  expect(told([rules('a'), rules('b')], [])).toEqual([
    0,
    'drift: no drift; 0 unchanged',
    '  nothing here is of this project: it was never pushed',
  ]);
});

test('what only the code has changed is no drift', () => {
  const live = [ours(rules('a')), ours(rules('gone'))];
  expect(told([rules('a', '1h')], live)).toEqual([
    0,
    'drift: no drift; 0 unchanged',
    '  nothing was edited or removed',
  ]);
});

test('edited live and no longer declared', () => {
  expect(told([], [ours(rules('a', '1m'), rules('a'))])).toEqual([
    4,
    'drift: 1 edited both live and in code; 0 unchanged',
    '  ! PrometheusRule/a  edited live, and no longer declared',
  ]);
});

test('a plan tells a drifted resource as what an overwrite would do', () => {
  const [change] = plan([rules('a')], [ours(rules('a', '1m'), rules('a'))], { owner }) as readonly Change[];
  const system = { environment: 'production', destination: 'prometheus', system: 'Prometheus', findings: [] };
  const counts = { create: 0, update: 0, delete: 0, adopt: 0, drifted: 1, conflict: 0, unchanged: 0 };
  const shown = (over: Partial<PlanReport>): string | undefined =>
    planReporters
      .text(
        {
          command: 'push',
          systems: [{ ...system, changes: change === undefined ? [] : [change], unchanged: 0 }],
          findings: [],
          counts,
          digest: '',
          ...over,
        },
        plain,
      )
      .split('\n')
      .slice(3, 5)
      .join('\n');
  const difference = '      ~ alert Down: for 1m → 10m (pages 9 minutes later)';
  expect(shown({})).toBe(`  ! PrometheusRule/a  edited live; overwriting it would do this\n${difference}`);
  expect(shown({ onDrift: 'overwrite' })).toBe(
    `  ! PrometheusRule/a  edited live, to be overwritten with this\n${difference}`,
  );
  expect(shown({ onDrift: 'keep' })).toBe(
    `  ! PrometheusRule/a  edited live, kept; overwriting it would do this\n${difference}`,
  );
});
