import { type Change, checksum, plan, type Verdict } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { PlanReport, SystemPlan } from '../../plan-report.ts';
import { planReporters } from './index.ts';

const resource = (name: string) => ({ apiVersion: 'v1', kind: 'Dashboard', metadata: { name }, spec: {} });

function change(verdict: Verdict, name: string, over: Partial<Change> = {}): Change {
  return { id: `Dashboard/${name}`, verdict, differences: [], live: { resource: resource(name) }, ...over };
}

function report(...systems: Partial<SystemPlan>[]): PlanReport {
  const counts = { create: 0, update: 0, delete: 0, adopt: 0, drifted: 0, conflict: 0, unchanged: 12 };
  for (const { changes = [] } of systems) for (const { verdict } of changes) counts[verdict] += 1;
  return {
    command: 'plan',
    systems: systems.map((over) => ({
      environment: 'production',
      destination: 'grafana',
      system: 'Grafana 13.0.1 at https://grafana.example.com',
      changes: [],
      unchanged: 12,
      findings: [],
      ...over,
    })),
    findings: [],
    counts,
    digest: 'sha256:1',
  };
}

const differences = [
  { path: '/spec', change: 'changed', subject: 'panel *p99*', text: 'query A `a{b="*"}[5m]` → `[1m]`', reach: 'data' },
  {
    path: '/spec',
    change: 'changed',
    text: 'severity: page → ticket',
    consequence: 'its state will reset',
    reach: 'pager',
  },
] as const;
const plain = (_style: string, text: string): string => text;

const changed = report(
  {
    changes: [
      change('create', 'a'),
      change('update', 'b', { differences }),
      change('adopt', 'c', { live: { resource: resource('c'), manager: 'terraform/platform' } }),
      change('drifted', 'd'),
    ],
  },
  {
    destination: 'mimir',
    system: 'mimir at https://mimir.example.com',
    problem: { message: 'connect ECONNREFUSED', fix: 'does the server run?' },
  },
);

test('text: the summary, then each system with what a write would do', () => {
  expect(planReporters.text(changed, plain))
    .toBe(`plan: 1 to create, 1 to update, 1 made by others, 1 edited live, 1 system not reached; 12 unchanged

production · Grafana 13.0.1 at https://grafana.example.com
  ~ Dashboard/b
      ~ severity: page → ticket (its state will reset)
      ~ panel *p99*: query A \`a{b="*"}[5m]\` → \`[1m]\`
  + Dashboard/a
  ? Dashboard/c  is there, managed by terraform/platform
  ! Dashboard/d  edited live; only written or laid out otherwise

production · mimir at https://mimir.example.com
  not reached: connect ECONNREFUSED
  fix: does the server run?
`);
});

test('markdown: nothing of a title becomes markup', () => {
  const shown = planReporters.markdown(changed, plain);
  expect(shown).toContain('- `~` **panel \\*p99\\***: query A `a{b="*"}[5m]` → `[1m]`');
  expect(shown.split('\n')[0]).toBe(
    '**plan**: 1 to create, 1 to update, 1 made by others, 1 edited live, 1 system not reached; 12 unchanged',
  );
});

test('nothing to do is one line', () => {
  expect(planReporters.text(report({}), plain)).toBe(`plan: no changes; 12 unchanged

production · Grafana 13.0.1 at https://grafana.example.com
  nothing to do
`);
});

test('what is to be known of a system is said below its changes', () => {
  const notes = ['Prometheus 2.42.0 runs, what is declared was checked for 3.5'];
  expect(planReporters.text(report({ notes }), plain)).toContain(`  nothing to do\n  note ${notes[0]}\n`);
  expect(planReporters.markdown(report({ notes }), plain)).toContain(`note: ${notes[0]}`);
});

test('json: ids, verdicts and differences, not the contents', () => {
  const read: unknown = JSON.parse(planReporters.json(changed, plain));
  expect(read).toMatchObject({ format: 1, digest: 'sha256:1', counts: { create: 1, unchanged: 12 } });
  expect(JSON.stringify(read)).not.toContain('"spec":{}');
});

test('what a system cannot hold is said where the system is', () => {
  const findings = [
    { rule: 'target/grafana', severity: 'error', message: "there is no datasource 'x'", fix: "did you mean 'y'?" },
  ] as const;
  expect(planReporters.text(report({ findings }), plain)).toContain(
    "  nothing to do\n  project error there is no datasource 'x' [target/grafana]\n      fix: did you mean 'y'?\n",
  );
  expect(planReporters.markdown(report({ findings }), plain)).toContain(
    "- **error** there is no datasource 'x' — did you mean 'y'? (`target/grafana`)",
  );
});

const rules = (name: string) => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name },
  spec: {
    groups: [
      {
        name,
        rules: [
          { alert: `${name}Stuck`, expr: 'x > 1', labels: { severity: 'page' } },
          { alert: `${name}Slow`, expr: 'x > 2' },
        ],
      },
    ],
  },
});

test('rules that come and go are told one by one, and the summary says who is paged', () => {
  const owner = { project: 'shop', environment: 'production' };
  const live = {
    resource: rules('Mail'),
    stamp: { ...owner, checksum: checksum(rules('Mail')) },
  };
  const planned = report({ changes: plan([rules('Cart')], [live], { owner }), unchanged: 3 });
  const shown = planReporters.text(planned, plain);
  expect(shown.split('\n')[0]).toBe(
    'plan: 1 to create, 1 no longer declared; 2 alerts added; 1 alert now pages; with --prune 2 alerts removed, 1 alert no longer pages; 12 unchanged',
  );
  expect(shown).toContain('+ alert CartStuck: added: severity page (can page from now on)');
  expect(shown).toContain('- alert MailStuck: removed (nobody is paged for it any more)');
  expect(planReporters.text({ ...planned, command: 'drift' }, plain).split('\n')[0]).not.toContain('pages');
});
