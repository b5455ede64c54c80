import { checksum, type Owner, plan, type Resource } from '@binnacle/model';
import { fetch } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { destinationContract } from '../../fixtures/contract.ts';
import { production } from '../../fixtures/environment.ts';
import { createFakeKubernetes, type FakeKubernetesOptions } from '../../fixtures/fake-kubernetes.ts';
import { faultContract, pushAll } from '../../fixtures/fault-contract.ts';
import { group, rules } from '../../fixtures/resources.ts';
import type { Connection } from '../destination.ts';
import { kubernetes } from './kubernetes.ts';

const owner: Owner = { project: 'binnacle-contract', environment: 'production' };
const NAMESPACE = process.env['KUBERNETES_NAMESPACE'] ?? 'monitoring';
const real = process.env['KUBERNETES_URL'];
const slower = [group('checkout', { interval: '1m' })];

function connect(url: string, over: { signal?: AbortSignal; token?: string } = {}): Promise<Connection> {
  const token = over.token ?? process.env['KUBERNETES_TOKEN'];
  return kubernetes.connect({
    settings: {
      url,
      namespace: NAMESPACE,
      labels: { role: 'alert-rules' },
      timeout: '300ms',
      ...(token !== undefined && { tokenEnv: 'TOKEN' }),
      ...(process.env['KUBERNETES_CA'] !== undefined && { caFile: process.env['KUBERNETES_CA'] }),
    },
    environment: production,
    owner,
    secrets: () => token,
    root: '/',
    ...(over.signal !== undefined && { signal: over.signal }),
  });
}

// With KUBERNETES_URL: KUBERNETES_TOKEN, KUBERNETES_CA and KUBERNETES_NAMESPACE are of a cluster with the operator's CRD.
destinationContract('kubernetes', async () => {
  const fake = real === undefined ? await createFakeKubernetes() : undefined;
  const url = fake?.url ?? real ?? '';
  const connection = await connect(url);
  const at = (name: string): string =>
    `${url}/apis/monitoring.coreos.com/v1/namespaces/${NAMESPACE}/prometheusrules${name === '' ? '' : `/${name}`}`;
  const headers = { authorization: `Bearer ${process.env['KUBERNETES_TOKEN'] ?? ''}` };
  const as = (type: string) => ({ ...headers, 'content-type': type });
  return {
    owner,
    connection,
    one: rules('one'),
    changed: rules('one', slower),
    other: rules('other'),
    edit: async () => {
      const text = await (await fetch(at('one'), { headers })).text();
      const body = text.replace('"interval":"30s"', '"interval":"7m"');
      await fetch(at('one'), { method: 'PUT', headers: as('application/json'), body });
    },
    addForeign: async () => {
      const { source: _, ...body } = rules('other', [group('theirs')]);
      await fetch(at(''), { method: 'POST', headers: as('application/json'), body: JSON.stringify(body) });
    },
    exists: async ({ metadata }) => (await fetch(at(metadata.name), { headers })).status === 200,
    close: async () => {
      for (const name of ['one', 'other']) await fetch(at(name), { method: 'DELETE', headers });
      await fake?.close();
    },
  };
});

faultContract('kubernetes', async () => {
  const server = await createFakeKubernetes();
  return {
    server,
    owner,
    connect: (signal) => connect(server.url, signal === undefined ? {} : { signal }),
    before: [rules('gone'), rules('one')],
    after: [rules('new'), rules('one', slower)],
    addForeign: async () => server.put(NAMESPACE, 'theirs', () => ({ spec: { groups: [] } })),
    content: async () =>
      [...server.objects.entries()].map(([key, { spec, metadata }]) => {
        const { labels, annotations } = metadata as { labels?: unknown; annotations?: unknown };
        return `${key} ${JSON.stringify({ spec, labels, annotations })}`;
      }),
    close: server.close,
  };
});

describe('kubernetes', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function open(options: FakeKubernetesOptions = {}) {
    const server = await createFakeKubernetes(options);
    const connection = await connect(server.url, options.token === undefined ? {} : { token: options.token });
    closers.push(connection.close, server.close);
    const push = async (...resources: Resource[]) => pushAll(connection, resources, owner);
    const metadata = (name: string) => server.objects.get(`${NAMESPACE}/${name}`)?.['metadata'];
    return { server, connection, push, metadata };
  }

  test('an object has the namespace and labels of the settings, and its stamp among the annotations', async () => {
    const { push, metadata, connection } = await open({ token: 'sa-token' });
    expect(connection.name).toMatch(/^Kubernetes v1\.33\.1 at http:/);
    expect(await push(rules('checkout'))).toEqual([]);
    expect(metadata('checkout')).toMatchObject({
      namespace: NAMESPACE,
      labels: { 'app.kubernetes.io/managed-by': 'binnacle', 'binnacle.dev/service': 'checkout', role: 'alert-rules' },
      annotations: { 'binnacle.dev/project': owner.project, 'binnacle.dev/environment': 'production' },
    });
  });

  test('what others keep in the metadata of an object stays there', async () => {
    const { server, push, metadata } = await open();
    await push(rules('one'));
    server.put(NAMESPACE, 'one', (object) => {
      const { annotations, ...rest } = object['metadata'] as { annotations: object };
      return { ...object, metadata: { ...rest, annotations: { ...annotations, 'a.b/c': 'd' }, finalizers: ['x/y'] } };
    });
    expect(await push(rules('one', slower))).toEqual([]);
    expect(metadata('one')).toMatchObject({ annotations: { 'a.b/c': 'd' }, finalizers: ['x/y'] });
  });

  test('nothing to do is one list, whatever else is there', async () => {
    const { server, push } = await open();
    await push(rules('one'), rules('two'));
    for (let i = 0; i < 120; i += 1) server.put(NAMESPACE, `theirs-${i}`, () => ({ spec: { groups: [] } }));
    const begun = server.asked.length;
    await push(rules('one'), rules('two'));
    expect(server.asked.length - begun).toBe(1);
  });

  test('lists are read in pages, from the start again when they expire', async () => {
    const { push, connection } = await open({ expire: 1 });
    const many = Array.from({ length: 120 }, (_, i) => rules(`rule-${i}`));
    expect(await push(...many)).toEqual([]);
    expect(await connection.list([])).toHaveLength(120);
  });

  test('an object over the operator’s limit becomes several, whose names must be free', async () => {
    const { connection } = await open();
    const long = { record: 'r', expr: `sum(up{x="${'y'.repeat(400_000)}"})` };
    const large = rules('a', [group('x', { rules: [long] }), group('y', { rules: [long] })]);
    const { resources, diagnostics } = connection.desired([large, rules('a-2')]);
    expect(resources.map(({ metadata }) => metadata.name)).toEqual(['a', 'a-2']);
    expect(diagnostics).toMatchObject([
      { severity: 'error', message: `PrometheusRule/${NAMESPACE}/a-2 is already made of PrometheusRule/a` },
    ]);
  });

  test('refusals are told in the words of the server and of its webhooks', async () => {
    const { push } = await open({ namespaces: [NAMESPACE] });
    const broken = rules('one', [group('g', { rules: [{ record: 'a', expr: 'sum(' }] })]);
    expect((await push(broken)).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^admission webhook "prometheusrulemutate\.monitoring\.coreos\.com" denied the request: could not parse/,
      ),
    ]);
    const elsewhere = { ...rules('one'), metadata: { name: 'one', namespace: 'kube-system' } };
    expect((await push(elsewhere)).map(({ message, refusal }) => `${refusal}: ${message}`)).toEqual([
      'unauthorised: prometheusrules.monitoring.coreos.com is forbidden in the namespace "kube-system"',
    ]);
  });

  test('warnings are passed on, and what a webhook changes is no drift', async () => {
    const { connection } = await open({
      warning: 'the field "x" is deprecated',
      mutate: (spec) => ({ ...(spec as object), partial: true }),
    });
    const [wanted] = connection.desired([rules('one')]).resources;
    if (wanted === undefined) throw new Error('one resource is one object');
    const stamp = { ...owner, checksum: checksum(wanted) };
    expect((await connection.write({ action: 'put', resource: wanted, stamp })).warnings).toEqual([
      'the field "x" is deprecated',
      `Kubernetes keeps PrometheusRule/${NAMESPACE}/one otherwise than it was sent: a webhook?`,
    ]);
    const changes = plan([wanted], await connection.list([wanted]), { owner });
    expect(changes.map(({ verdict }) => verdict)).toEqual(['unchanged']);
  });

  test('who manages an object that is not ours is said', async () => {
    const { server, connection } = await open();
    const labels = { 'app.kubernetes.io/managed-by': 'Helm' };
    server.put(NAMESPACE, 'one', () => ({ metadata: { labels }, spec: { groups: [] } }));
    const desired = connection.desired([rules('one')]).resources;
    expect((await connection.list(desired)).map(({ manager }) => manager)).toEqual(['Helm']);
  });

  test('a server without the operator is told from one without rules', async () => {
    const { server } = await open();
    const wrong = await connect(`${server.url}/elsewhere`);
    closers.push(wrong.close);
    await expect(wrong.list([])).rejects.toMatchObject({
      message: `${server.url}/elsewhere has no PrometheusRule`,
      fix: 'is the Prometheus operator installed there, and the `url` that of the API server?',
    });
  });
});
