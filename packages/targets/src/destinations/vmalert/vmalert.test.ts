import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksum } from '@binnacle/model';
import { expect, test } from 'vitest';
import { withPrometheus } from '../../fixtures/environment.ts';
import { createFakePrometheus } from '../../fixtures/fake-prometheus.ts';
import { group, rules } from '../../fixtures/resources.ts';
import { ruleFilesContract } from '../../fixtures/rule-files-contract.ts';
import { vmalert } from './vmalert.ts';

const owner = { project: 'shop', environment: 'production' };

async function open() {
  const root = mkdtempSync(join(tmpdir(), 'binnacle-vmalert-'));
  const folder = join(root, 'rules');
  mkdirSync(folder);
  const server = await createFakePrometheus({ folder, program: 'vmalert' });
  const connection = await vmalert.connect({
    settings: { url: server.url, rulesFolder: 'rules' },
    environment: withPrometheus('2.45'),
    owner,
    secrets: () => undefined,
    root,
  });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { at: (name: string) => join(folder, `${name}.yaml`), connection, close };
}

ruleFilesContract(vmalert);

test('vmalert has its own word for an offset, and labels of groups whatever the Prometheus of the environment', async () => {
  const { at, connection, close } = await open();
  try {
    const modern = rules('one', [group('g', { query_offset: '1m', labels: { tier: '1' } })]);
    const { resources, diagnostics } = connection.desired([modern]);
    const [wanted] = resources;
    if (wanted === undefined) throw new Error('one resource is one file');
    expect(diagnostics).toEqual([]);
    await connection.write({ action: 'put', resource: wanted, stamp: { ...owner, checksum: checksum(wanted) } });
    expect(readFileSync(at('one'), 'utf8')).toContain('eval_delay: 1m');
    expect((await connection.list([])).map(({ resource }) => checksum(resource))).toEqual([checksum(wanted)]);
  } finally {
    await connection.close();
    await close();
  }
});

test('a reload that failed is found in the metrics, and taken back', async () => {
  const { at, connection, close } = await open();
  try {
    const broken = rules('one', [group('g', { rules: [{ record: 'a', expr: 'sum(' }] })]);
    const stamp = { ...owner, checksum: checksum(broken) };
    await connection.write({ action: 'put', resource: broken, stamp });
    await expect(connection.settle?.()).rejects.toMatchObject({
      message: 'vmalert does not take the rule files: it counts a reload that failed',
      fix: 'the former files are back and loaded; look into the log of vmalert for the rule it means',
    });
    expect(existsSync(at('one'))).toBe(false);
  } finally {
    await connection.close();
    await close();
  }
});
