import { print } from '@binnacle/promql';
import { expect, it } from 'vitest';
import { gauge } from '../../metrics/gauge.ts';
import { bounded } from '../../metrics/label.ts';
import { variable } from './label-values.ts';
import { instanceVariable } from './well-known.ts';

const memory = gauge('node_memory_bytes', { help: 'Memory.', unit: 'bytes', labels: { rack: bounded(9) } });
const rack = variable(memory, 'rack');
const instance = instanceVariable(memory.where({ rack }));

it('asks for the values of a label', () => {
  expect(rack.kind).toMatchObject({
    kind: 'QueryVariable',
    spec: {
      name: 'rack',
      label: 'Rack',
      multi: false,
      query: { group: 'prometheus', spec: { query: 'label_values(node_memory_bytes, rack)' } },
    },
  });
});

it('depends on the variables its metric is restricted by', () => {
  expect(instance.kind).toMatchObject({
    spec: { definition: 'label_values(node_memory_bytes{rack="$rack"}, instance)' },
  });
});

it('matches one value exactly and several as alternatives', () => {
  expect(print(memory.where({ rack, instance }).expr)).toBe('node_memory_bytes{instance=~"$instance",rack="$rack"}');
});

it('starts with all values where all are offered', () => {
  expect(instance.kind.spec).toMatchObject({
    includeAll: true,
    allValue: '.+',
    current: { text: ['All'], value: ['$__all'] },
  });
});

it('refuses a name that Grafana could not replace', () => {
  expect(() => variable(memory, 'rack', { name: 'my-rack' })).toThrow('"my-rack" cannot name a variable');
});
