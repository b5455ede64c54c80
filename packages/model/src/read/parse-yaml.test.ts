import { expect, test } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

/** Ten times what the level before stands for. */
function level(n: number): string {
  return `l${n}: &l${n} [${Array.from({ length: 10 }, () => `*l${n - 1}`).join(', ')}]\n`;
}

const RULES = `# our rules
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: checkout
spec:
  groups:
    - name: checkout
      rules:
        - alert: Down
          expr: |
            up == 0
          for: 5m
---
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: {name: shop}
spec:
  title: yes
`;

test('gives one resource per document and the place of each part', async () => {
  const { resources, diagnostics } = await parseYaml(RULES, 'r.yaml');
  expect(diagnostics).toEqual([]);
  expect(resources.map(({ kind }) => kind)).toEqual(['PrometheusRule', 'Folder']);
  const [rules, folder] = resources;
  expect(rules?.source?.origin).toEqual({ file: 'r.yaml', line: 2, column: 1 });
  expect(rules?.source?.parts?.['/spec/groups/0/rules/0']).toEqual({ file: 'r.yaml', line: 10, column: 11 });
  expect(rules?.source?.parts?.['/spec/groups/0/rules/0/expr']).toEqual({ file: 'r.yaml', line: 11, column: 11 });
  expect(folder?.source?.parts?.['/metadata/name']).toEqual({ file: 'r.yaml', line: 18, column: 12 });
});

test('reads YAML 1.2: yes is a string', async () => {
  const { resources } = await parseYaml(RULES, 'r.yaml');
  expect(resources[1]?.spec).toEqual({ title: 'yes' });
});

test('follows anchors and merge keys', async () => {
  const text = 'apiVersion: v1\nkind: Folder\nmetadata: {name: a}\nspec: {<<: &x {title: T}, b: *x}\n';
  const { resources } = await parseYaml(text, 'x.yaml');
  expect(resources[0]?.spec).toEqual({ title: 'T', b: { title: 'T' } });
});

test.each([
  ['a: [1, 2', 1, 'not YAML: Flow sequence'],
  ['a: 1\nb: 2\na: 3\n', 3, 'not YAML: Map keys must be unique'],
  ['a: 1\n\tb: 2\n', 2, 'not YAML: '],
])('says where %j is not YAML', async (text, line, message) => {
  const { resources, diagnostics } = await parseYaml(text, 'x.yaml');
  expect(resources).toEqual([]);
  expect(diagnostics[0]).toMatchObject({ rule: 'load/data', origin: { file: 'x.yaml', line } });
  expect(diagnostics[0]?.message.startsWith(message)).toBe(true);
});

test('refuses a document whose aliases would blow up', async () => {
  const text = `l0: &l0 [x, x]\n${[1, 2, 3, 4, 5].map(level).join('')}`;
  const { diagnostics } = await parseYaml(text, 'bomb.yaml');
  expect(diagnostics).toMatchObject([
    { message: 'not YAML: Excessive alias count indicates a resource exhaustion attack' },
  ]);
});

test('an empty file has no resources and nothing wrong', async () => {
  expect(await parseYaml('# nothing\n', 'x.yaml')).toEqual({ resources: [], diagnostics: [] });
});
