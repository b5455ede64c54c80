import { expect, test } from 'vitest';
import type { Resource } from '../resource.ts';
import type { LiveResource, Stamp } from './live.ts';
import { plan } from './plan.ts';
import { checksum } from './substance.ts';

const owner = { project: 'shop', environment: 'production' };
const folder = (title: string, name = 'a'): Resource => ({
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name },
  spec: { title },
});
/** A live resource that Binnacle wrote as `written`. */
const live = (now: Resource, written = now, stamp: Partial<Stamp> = {}): LiveResource => ({
  resource: now,
  stamp: { ...owner, checksum: checksum(written), ...stamp },
});
const verdicts = (desired: readonly Resource[], found: readonly LiveResource[]) =>
  plan(desired, found, { owner }).map(({ id, verdict }) => `${id} ${verdict}`);

test.each<[string, Resource[], LiveResource[]]>([
  ['create', [folder('A')], []],
  ['unchanged', [folder('A')], [live(folder('A'))]],
  ['update', [folder('B')], [live(folder('A'))]],
  ['drifted', [folder('A')], [live(folder('X'), folder('A'))]],
  ['conflict', [folder('B')], [live(folder('X'), folder('A'))]],
  ['adopt', [folder('B')], [{ resource: folder('A') }]],
  ['delete', [], [live(folder('A'))]],
])('%s', (verdict, desired, found) => {
  expect(verdicts(desired, found)).toEqual([`Folder/a ${verdict}`]);
});

test('the same edit made live and in code is no change', () => {
  expect(verdicts([folder('B')], [live(folder('B'), folder('A'))])).toEqual(['Folder/a unchanged']);
});

test('what the server made of the last write is not drift', () => {
  const rewritten = live(folder('A!'), folder('A'), { stored: checksum(folder('A!')) });
  expect(verdicts([folder('A')], [rewritten])).toEqual(['Folder/a unchanged']);
  expect(verdicts([folder('B')], [rewritten])).toEqual(['Folder/a update']);
  expect(verdicts([folder('A')], [{ ...rewritten, resource: folder('Z') }])).toEqual(['Folder/a drifted']);
});

test('edited live and no longer desired is a conflict, not a deletion', () => {
  expect(verdicts([], [live(folder('X'), folder('A'))])).toEqual(['Folder/a conflict']);
});

test('another project, another environment and nobody are not ours: adopted when desired, else left alone', () => {
  const others = [
    live(folder('A'), folder('A'), { project: 'bank' }),
    live(folder('A'), folder('A'), { environment: 'dev' }),
    { resource: folder('A') },
  ];
  for (const other of others) {
    expect(verdicts([folder('A')], [other])).toEqual(['Folder/a adopt']);
    expect(verdicts([], [other])).toEqual([]);
  }
});

test('a plan is sorted by id and says what a write would change', () => {
  const changes = plan([folder('B', 'b'), folder('C', 'a')], [live(folder('A', 'b'), folder('A', 'b'))], { owner });
  expect(changes.map(({ id }) => id)).toEqual(['Folder/a', 'Folder/b']);
  expect(changes[1]?.differences).toMatchObject([{ text: 'title A → B' }]);
});

const rules: Resource = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'mail' },
  spec: { groups: [{ name: 'mail', rules: [{ alert: 'Stuck', expr: 'x > 1', labels: { severity: 'page' } }] }] },
};
const told = (desired: readonly Resource[], found: readonly LiveResource[]) =>
  plan(desired, found, { owner }).flatMap(({ verdict, differences }) =>
    differences.map(({ subject, change, consequence }) => [verdict, subject, change, consequence]),
  );

test('alerts come and go with the rules they are in', () => {
  expect(told([rules], [])).toEqual([['create', 'alert Stuck', 'added', 'can page from now on']]);
  const gone = ['alert Stuck', 'removed', 'nobody is paged for it any more'];
  expect(told([], [live(rules)])).toEqual([['delete', ...gone]]);
  expect(told([], [live(rules, folder('other'))])).toEqual([['conflict', ...gone]]);
  expect(told([rules], [live(rules)])).toEqual([]);
});
