import { plan, type Resource, validate } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { production } from '../../fixtures/environment.ts';
import { fakeDatadog } from '../../fixtures/fake-datadog.ts';
import { pushAll } from '../../fixtures/fault-contract.ts';
import { service } from '../../fixtures/resources.ts';
import { everyService } from '../../fixtures/services.ts';
import { datadog } from './datadog.ts';

const owner = { project: 'shop', environment: 'production' };

async function pulled(schema: 'v3' | 'v2.2', resources: readonly Resource[]) {
  const fake = await fakeDatadog();
  const connection = await datadog.connect({
    settings: { url: fake.url, schema },
    environment: production,
    owner,
    secrets: (name) => fake.keys[name === 'DD_API_KEY' ? 'dd-api-key' : 'dd-application-key'],
    root: '/',
  });
  try {
    expect(await pushAll(connection, resources, owner)).toEqual([]);
    const live = await connection.list([]);
    const definitions = connection.definitions?.(live.map(({ resource }) => resource)) ?? [];
    const changes = plan(connection.desired(definitions).resources, live, { owner });
    return { definitions, changes: changes.filter(({ verdict }) => verdict !== 'unchanged') };
  } finally {
    await connection.close();
    await fake.close();
  }
}

describe.each(['v3', 'v2.2'] as const)('%s', (schema) => {
  test('what is pulled is valid, and becomes what was pushed', async () => {
    const { definitions, changes } = await pulled(schema, everyService);
    expect(validate(definitions).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(definitions.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toContain('Service/full-batch');
    expect(changes).toEqual([]);
  });
});

test('a service says what the entity says', async () => {
  const written = service('checkout', { system: 'Online Shop', dependsOn: ['checkout'], tags: { area: 'shop' } });
  const { definitions } = await pulled('v3', [written]);
  expect(definitions).toEqual([{ ...written, source: undefined }]);
});
