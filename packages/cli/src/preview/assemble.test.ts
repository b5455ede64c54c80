import { type Diagnostic, environments, type Resource } from '@binnacle/model';
import { expect, it } from 'vitest';
import { createAssembler } from './assemble.ts';
import type { ReadProject, SentResource } from './message.ts';

const [environment] = environments({
  project: 'shop',
  environments: {
    production: { datasources: { metrics: { uid: 'p1', type: 'prometheus' } }, labels: { env: 'production' } },
  },
});

const rules = (name: string): Resource => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name },
  spec: { groups: [{ name: 'g', rules: [{ record: 'a:b', expr: 'up' }] }] },
});

function read(own: readonly SentResource[], about: Partial<ReadProject> = {}): ReadProject {
  if (environment === undefined) throw new Error('an environment is made of its configuration');
  const base = {
    name: 'shop',
    environment,
    environments: ['production'],
    root: '/shop',
    beside: [],
    findings: [],
    broken: [],
  };
  return { type: 'project', ...base, own, ...about };
}

/** Labels of the first rule of every resource. */
const labels = (state: { readonly resources: readonly Resource[] }): unknown =>
  state.resources.map(
    ({ spec }) => (spec as { groups: { rules: { labels?: object }[] }[] }).groups[0]?.rules[0]?.labels,
  );

it('what was sent before is known by its digest', () => {
  const assembler = createAssembler();
  const first = assembler.state(
    read([
      { digest: 'a', resource: rules('a') },
      { digest: 'b', resource: rules('b') },
    ]),
  );
  expect(assembler.known()).toEqual(['a', 'b']);
  const second = assembler.state(
    read([{ digest: 'a' }, { digest: 'c', resource: rules('c') }, { resource: rules('d') }]),
  );
  expect(second.resources.map(({ metadata }) => metadata.name)).toEqual(['a', 'c', 'd']);
  expect(assembler.known()).toEqual(['a', 'c']);
  // The same object: what was made of it stays.
  expect(second.resources[0]).toBe(first.resources[0]);
});

it('resources are as their environment gets them, and anew in another', () => {
  const assembler = createAssembler();
  const own = [{ digest: 'a', resource: rules('a') }];
  expect(labels(assembler.state(read(own)))).toEqual([{ env: 'production' }]);
  if (environment === undefined) throw new Error('an environment is made of its configuration');
  const other = { ...environment, labels: { env: 'staging' } };
  expect(labels(assembler.state(read([{ digest: 'a' }], { environment: other })))).toEqual([{ env: 'staging' }]);
});

it('what cannot be resolved is a finding, in a file of the project', () => {
  const board: Resource = {
    apiVersion: 'dashboard.grafana.app/v2',
    kind: 'Dashboard',
    metadata: { name: 'board' },
    spec: {
      title: 'Board',
      annotations: [],
      variables: [],
      layout: { kind: 'GridLayout', spec: { items: [] } },
      elements: {
        a: {
          kind: 'Panel',
          spec: {
            title: 'A',
            data: {
              spec: {
                queries: [
                  { spec: { refId: 'A', query: { group: 'prometheus', datasource: { name: 'nowhere' }, spec: {} } } },
                ],
              },
            },
          },
        },
      },
    },
    source: { origin: { file: '/shop/dashboards/board.ts', line: 3, column: 1 } },
  };
  const found: Diagnostic = {
    rule: 'a/b',
    severity: 'warning',
    message: 'look',
    origin: { file: '/shop/rules/a.ts', line: 1, column: 1 },
  };
  const { findings } = createAssembler().state(read([{ resource: board }], { findings: [found] }));
  expect(findings.map(({ origin, message }) => `${origin?.file} ${message}`)).toEqual([
    expect.stringMatching(/^dashboards\/board\.ts .*'nowhere'/) as string,
    'rules/a.ts look',
  ]);
});

it('a resource that was never sent is a mistake of the program', () => {
  expect(() => createAssembler().state(read([{ digest: 'x' }]))).toThrow(
    'a resource was left out that is not known: x',
  );
});
