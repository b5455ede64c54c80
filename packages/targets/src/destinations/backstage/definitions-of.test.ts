import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plan, type Resource, validate } from '@binnacle/model';
import { expect, test } from 'vitest';
import { production } from '../../fixtures/environment.ts';
import { pushAll } from '../../fixtures/fault-contract.ts';
import { service } from '../../fixtures/resources.ts';
import { everyService } from '../../fixtures/services.ts';
import { backstage } from './backstage.ts';

const owner = { project: 'shop', environment: 'production' };

async function pulled(resources: readonly Resource[]) {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-backstage-'));
  const connection = await backstage.connect({
    settings: { folder },
    environment: production,
    owner,
    secrets: () => undefined,
    root: '/',
  });
  try {
    expect(await pushAll(connection, resources, owner)).toEqual([]);
    const live = await connection.list([]);
    const definitions = connection.definitions?.(live.map(({ resource }) => resource)) ?? [];
    const changes = plan(connection.desired(definitions).resources, live, { owner });
    return {
      definitions,
      changes: changes
        .filter(({ verdict }) => verdict !== 'unchanged')
        .map(({ id, differences }) => [id, ...differences.map(({ text }) => text)]),
    };
  } finally {
    await connection.close();
    rmSync(folder, { recursive: true });
  }
}

test('what is pulled is valid, and becomes what was pushed', async () => {
  const { definitions, changes } = await pulled(everyService);
  expect(validate(definitions).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(definitions.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toContain('Service/full-batch');
  expect(changes).toEqual([]);
});

test('a service says what the entity says', async () => {
  const written = service('checkout', { system: 'Online Shop', dependsOn: ['checkout'], tags: { Area: 'Shop' } });
  const { definitions } = await pulled([written]);
  expect(definitions).toEqual([{ ...written, source: undefined }]);
});
