import { checksum, plan } from '@binnacle/model';
import { afterEach, describe, expect, test } from 'vitest';
import { withPrometheus } from '../../fixtures/environment.ts';
import { createFakeRuler, type FakeRulerOptions } from '../../fixtures/fake-ruler.ts';
import { group, rules } from '../../fixtures/resources.ts';
import { connectRuler, rulerContract, RULER_OWNER as owner } from '../../fixtures/ruler-contract.ts';
import type { Connection } from '../destination.ts';
import { mimir } from './mimir.ts';

rulerContract(mimir, rules('one'), '/prometheus/config/v1/rules');

async function push(connection: Connection, ...resources: ReturnType<typeof rules>[]): Promise<string[]> {
  const desired = connection.desired(resources).resources;
  const warnings: string[] = [];
  for (const change of plan(desired, await connection.list(desired), { owner })) {
    if (change.desired === undefined || change.verdict === 'unchanged') continue;
    const stamp = { ...owner, checksum: checksum(change.desired) };
    const { live } = change;
    const written = await connection.write({
      action: 'put',
      resource: change.desired,
      stamp,
      ...(live !== undefined && { live }),
    });
    warnings.push(...written.warnings);
  }
  return warnings;
}

describe('mimir', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function open(options: Partial<FakeRulerOptions> = {}, version = '3.5', tenant = 'tests') {
    const server = await createFakeRuler({ program: 'mimir', ...options });
    const connection = await connectRuler(mimir, server.url, { environment: withPrometheus(version), tenant });
    closers.push(connection.close, server.close);
    return { server, connection };
  }
  test('each group is written on its own, into the namespace of its resource, and only when it changed', async () => {
    const { server, connection } = await open();
    expect(connection.name).toMatch(/^Mimir 3\.0\.0 at http:\/\/\S+ \(tenant tests\)$/);
    await push(connection, rules('checkout', [group('a'), group('b/c d')]));
    const namespaces = server.tenants.get('tests');
    expect([...(namespaces?.get('binnacle-contract-checkout')?.keys() ?? [])]).toEqual(['a', 'b/c d']);
    const begun = server.asked.length;
    await push(connection, rules('checkout', [group('a'), group('b/c d', { interval: '1m' })]));
    expect(server.asked.slice(begun).filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  test('what is read the other way round is no drift: durations, and a group others put beside ours', async () => {
    const { server, connection } = await open();
    await push(connection, rules('checkout'));
    const groups = server.tenants.get('tests')?.get('binnacle-contract-checkout');
    groups?.set('checkout', { ...groups.get('checkout'), interval: '0h0m30s' });
    groups?.set('theirs', { name: 'theirs', rules: [] });
    const desired = connection.desired([rules('checkout')]).resources;
    const changes = plan(desired, await connection.list(desired), { owner });
    expect(changes.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'PrometheusRule/binnacle-contract-checkout/checkout unchanged',
    ]);
  });

  test('what it throws away is said once, and is no drift afterwards', async () => {
    const { connection } = await open({ forgets: ['query_offset'] });
    const offset = rules('checkout', [group('g', { query_offset: '1m' })]);
    expect(await push(connection, offset)).toEqual([
      'Mimir keeps group g of binnacle-contract-checkout otherwise than it was sent: a field it does not know?',
    ]);
    expect(await push(connection, offset)).toEqual([]);
  });

  test('labels of a group are put into its rules', async () => {
    const { server, connection } = await open();
    await push(connection, rules('checkout', [group('g', { labels: { tier: '1' } })]));
    expect(server.tenants.get('tests')?.get('binnacle-contract-checkout')?.get('g')).toMatchObject({
      rules: [{ labels: { severity: 'page', tier: '1' } }, { labels: { tier: '1' } }],
    });
  });

  test('limits and refused rules are told in the words of the server', async () => {
    const { connection } = await open({ mostGroups: 1 });
    await expect(push(connection, rules('x', [group('a'), group('b')]))).rejects.toMatchObject({
      refusal: 'refused',
      message: 'per-user rule groups limit (limit: 1 actual: 2) exceeded',
    });
    const { connection: other } = await open();
    await expect(push(other, rules('x', [group('a', { rules: [{ record: 'a', expr: 'sum(' }] })]))).rejects.toThrow(
      'could not parse expression',
    );
  });

  test('a group without rules is left out, with a warning', async () => {
    const { connection } = await open();
    const { resources, diagnostics } = connection.desired([rules('x', [group('a', { rules: [] }), group('b')])]);
    expect(resources.map(({ metadata }) => metadata.name)).toEqual(['b']);
    expect(diagnostics).toMatchObject([{ severity: 'warning', subject: 'a', path: '/spec/groups/0' }]);
  });

  test('a tenant that is missing is asked for', async () => {
    const { server } = await open();
    const { connect } = mimir;
    const nobody = await connect({
      settings: { url: server.url },
      environment: withPrometheus('3.5'),
      owner,
      secrets: () => undefined,
      root: '/',
    });
    closers.push(nobody.close);
    await expect(nobody.list([])).rejects.toMatchObject({ message: 'no org id', fix: 'name the `tenant`' });
  });

  test('an address without the API is told from a tenant without rules', async () => {
    const { server } = await open();
    const wrong = await connectRuler(mimir, `${server.url}/elsewhere`);
    closers.push(wrong.close);
    await expect(wrong.list([])).rejects.toMatchObject({
      message: `${server.url}/elsewhere/prometheus/config/v1/rules is not there`,
    });
  });
});
