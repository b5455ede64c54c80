import { expect, test } from 'vitest';
import { createFakeRuler } from '../../fixtures/fake-ruler.ts';
import { rules } from '../../fixtures/resources.ts';
import { connectRuler, logqlRules, rulerContract } from '../../fixtures/ruler-contract.ts';
import { loki } from './loki.ts';

rulerContract(loki, logqlRules('one'), '/loki/api/v1/rules');

test('Loki gets the rules that are LogQL, and no others', async () => {
  const server = await createFakeRuler({ program: 'loki' });
  const connection = await connectRuler(loki, server.url);
  const { resources } = connection.desired([rules('metrics'), logqlRules('logs')]);
  expect(resources.map(({ metadata }) => metadata.namespace)).toEqual(['binnacle-contract-logs']);
  await connection.close();
  await server.close();
});
