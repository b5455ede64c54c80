import type { Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { connectTo } from '../../fixtures/grafana-server.ts';
import { openGrafana, OWNER } from '../../fixtures/open-grafana.ts';
import { push } from '../../fixtures/push.ts';
import { dashboard, folder } from '../../fixtures/resources.ts';
import { containing, having, matching } from '../../fixtures/matching.ts';

const inFolder = (name: string, uid: string): Resource => {
  const resource = dashboard(name);
  return { ...resource, metadata: { name, annotations: { 'grafana.app/folder': uid } } };
};
const old: Resource = {
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'old' },
  spec: { title: 'Old', schemaVersion: 30, panels: [{ id: 1, type: 'graph', title: 'Up' }] },
};

describe('dashboards', () => {
  test.each([
    ['13.2', 'v2', ['elements']],
    ['12.4', 'v1beta1', ['panels']],
  ])('on Grafana %s are written as %s', async (version, written, members) => {
    const { connection, changes, stored } = await openGrafana({ version });
    expect(await changes(dashboard('checkout'))).toEqual(['Dashboard/checkout create']);
    expect(stored('checkout')?.version).toBe(written);
    expect(Object.keys(stored('checkout')?.spec ?? {})).toEqual(expect.arrayContaining(members));
    expect(await changes(dashboard('checkout'))).toEqual([]);
    expect(connection.name).toMatch(`Grafana ${version}.0 at http://127.0.0.1`);
  });

  test('carry who manages them, from which file, and what was written', async () => {
    const { changes, stored } = await openGrafana();
    await changes(dashboard('checkout'));
    expect(stored('checkout')?.metadata.annotations).toEqual({
      'grafana.app/createdBy': 'service-account:1',
      'grafana.app/managedBy': 'kubectl',
      'grafana.app/managerId': 'shop/production',
      'grafana.app/message': 'Written by Binnacle from definition.ts',
      'grafana.app/sourceChecksum': matching(/^[0-9a-f]{64}$/),
      'grafana.app/sourcePath': 'definition.ts',
    });
  });

  test('may be edited in the browser where the settings say so', async () => {
    const { changes, stored } = await openGrafana({}, { allowEdits: true });
    await changes(dashboard('checkout'));
    expect(stored('checkout')?.metadata.annotations).toMatchObject({ 'grafana.app/managerAllowsEdits': 'true' });
  });

  test('that Grafana brings up to date are not written again, and an edit of them is still seen', async () => {
    const { connection, changes, stored, change } = await openGrafana();
    const { warnings } = await push(connection, [old], OWNER);
    expect(warnings).toEqual([containing('Grafana changed what was sent')]);
    expect(stored('old')?.spec).toMatchObject({ schemaVersion: 42, panels: [{ type: 'timeseries' }] });
    expect(await changes(old)).toEqual([]);
    change('old', { spec: { title: 'By hand' } });
    expect(await changes(old)).toEqual(['Dashboard/old drifted']);
  });

  test('of both shapes are read in the shape they were written in, with two lists', async () => {
    const { changes, asked } = await openGrafana();
    await changes(dashboard('checkout'), old);
    asked(/./);
    expect(await changes(dashboard('checkout'), old)).toEqual([]);
    expect(
      asked(/limit=/)
        .slice(-3)
        .toSorted(),
    ).toEqual([
      'GET /apis/dashboard.grafana.app/v1/namespaces/default/dashboards?limit=250',
      'GET /apis/dashboard.grafana.app/v2/namespaces/default/dashboards?limit=250',
      'GET /apis/folder.grafana.app/v1/namespaces/default/folders?limit=250',
    ]);
  });

  test('are tried before they are written: what the server refuses leaves nothing behind', async () => {
    const { connection, stored } = await openGrafana();
    const wrong: Resource = { ...old, spec: { title: 'Old', schemaVersion: 42, editable: 'yes' } };
    const { failures } = await push(connection, [wrong], OWNER);
    expect(failures).toEqual([having({ refusal: 'refused', status: 422, message: containing('spec.editable') })]);
    expect(stored('old')).toBeUndefined();
  });

  test('with fields that the server does not know: its warning is passed on', async () => {
    const { connection } = await openGrafana();
    const { spec, ...rest } = dashboard('checkout');
    const { warnings } = await push(connection, [{ ...rest, spec: { ...spec, hue: 'green' } }], OWNER);
    expect(warnings).toContain('unknown field "spec.hue"');
  });
});

describe('folders', () => {
  test('are made from the outside in, and go from the inside out', async () => {
    const { changes, stored } = await openGrafana();
    const all = [inFolder('checkout', 'b'), folder('b', 'B', 'a'), folder('a', 'A')];
    expect((await changes(...all)).length).toBe(3);
    expect(stored('checkout')?.metadata.annotations['grafana.app/folder']).toBe('b');
    expect((await changes()).length).toBe(3);
    expect(stored('a')).toBeUndefined();
  });

  test.each(['12.0', '13.2'])('on Grafana %s are not deleted with what others put in them', async (version) => {
    const { connection, changes, fake } = await openGrafana({ version });
    await changes(folder('a', 'A'));
    const theirs = await connectTo({ url: fake.url, token: 'test-token' }, 'bank');
    await push(theirs, [inFolder('vault', 'a')], { ...OWNER, project: 'bank' });
    await theirs.close();
    const { failures } = await push(connection, [], OWNER);
    expect(failures).toEqual([
      having({
        message: 'folder a is not empty: it holds 1 dashboards',
        fix: containing('keep the folder in code'),
      }),
    ]);
    expect(fake.organisation().dashboards.has('vault')).toBe(true);
  });

  test('nested too deep: the server’s words and a way out', async () => {
    const { connection } = await openGrafana({ maxFolderDepth: 1 });
    const { failures } = await push(connection, [folder('a', 'A'), folder('b', 'B', 'a')], OWNER);
    expect(failures).toEqual([
      having({
        message: 'Maximum nested folder depth reached',
        fix: containing('max_nested_folder_depth'),
      }),
    ]);
  });
});

const managed = (kind: string, id: string) => ({
  'grafana.app/managedBy': kind,
  'grafana.app/managerId': id,
  'grafana.app/sourceChecksum': '',
});

describe('what another tool manages', () => {
  test('is named, and taken over in two steps', async () => {
    const { connection, changes, change, stored, asked } = await openGrafana();
    await changes(dashboard('checkout'));
    change('checkout', { annotations: managed('kubectl', 'gcx'), spec: { title: 'Theirs' } });
    const [desired] = connection.desired([dashboard('checkout')]).resources;
    expect(await connection.list(desired === undefined ? [] : [desired])).toEqual([having({ manager: 'kubectl/gcx' })]);
    const before = asked(/^PUT .*checkout\?fieldValidation=Strict$/).length;
    expect(await push(connection, [dashboard('checkout')], OWNER)).toMatchObject({
      changes: ['Dashboard/checkout adopt'],
      warnings: ['kubectl/gcx managed it until now; stop it there, or it changes it back'],
    });
    expect(asked(/^PUT .*checkout\?fieldValidation=Strict$/).length - before).toBe(2);
    expect(stored('checkout')?.metadata.annotations['grafana.app/managerId']).toBe('shop/production');
    expect(await changes(dashboard('checkout'))).toEqual([]);
  });

  test.each([
    ['terraform', 'Cannot change resource manager kind from terraform to kubectl; remove the existing manager first'],
    ['repo', 'this resource is managed by a repository (repo:main): change it there'],
  ])('%s keeps it, in the words of Grafana', async (kind, message) => {
    const { connection, changes, change, stored } = await openGrafana();
    await changes(dashboard('checkout'));
    change('checkout', { annotations: managed(kind, 'main'), spec: { title: 'Theirs' } });
    const { failures } = await push(connection, [dashboard('checkout')], OWNER);
    expect(failures).toEqual([having({ refusal: 'conflict', message, fix: containing('release it there first') })]);
    expect(stored('checkout')?.spec['title']).toBe('Theirs');
  });
});

describe('a Grafana 12 that keeps no annotations', () => {
  const options = { version: '12.0', dropsAnnotations: true };
  const both = [folder('a', 'A'), inFolder('checkout', 'a')];

  test('dashboards carry their stamp as tags: nothing is written twice, an edit is seen, what is withdrawn goes', async () => {
    const { changes, stored, change, connection } = await openGrafana(options);
    await changes(...both);
    expect(stored('checkout')?.spec['tags']).toEqual([
      'checkout',
      'binnacle:shop/production',
      matching(/^binnacle:[0-9a-f]{20}$/),
    ]);
    const again = await connectTo({ url: connection.name.split(' at ')[1] ?? '', token: 'test-token' }, OWNER.project);
    expect(await push(again, both, OWNER)).toMatchObject({ changes: [], failures: [] });
    await again.close();
    change('checkout', { spec: { title: 'By hand' } });
    expect(await changes(...both)).toEqual(['Dashboard/checkout drifted']);
    change('checkout', { spec: { title: 'Checkout' } });
    expect(await changes(folder('a', 'A'))).toEqual(['Dashboard/checkout delete']);
  });

  test('folders have no tags: nothing proves whose they are, so they are never deleted, and that is said', async () => {
    const { connection, changes, stored } = await openGrafana(options);
    const { warnings } = await push(connection, both, OWNER);
    expect(warnings).toContainEqual(containing('did not keep the annotations'));
    await changes();
    expect([stored('checkout'), stored('a')?.spec['title']]).toEqual([undefined, 'A']);
  });
});
