import { isPromqlRule, toYaml, type Environment, type PrometheusRuleResource } from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import type { FileTarget, Made, Piece } from '../target.ts';
import { customResources } from './custom-resource.ts';

function emitOne(resource: PrometheusRuleResource, environment: Environment): Made {
  const { objects, diagnostics } = customResources(resource, environment);
  const pieces = objects.map((object): Piece => {
    const { name, namespace } = object.metadata;
    const segments = [...(namespace === undefined ? [] : [namespace]), `${name}.yaml`];
    return { resource, segments, content: toYaml(object) };
  });
  return { pieces, diagnostics };
}

/** PrometheusRule custom resources for the Prometheus operator, split where one would be over its size limit. */
export const operator: FileTarget = {
  id: 'operator',
  kinds: ['PrometheusRule'],
  open: (_resources, environment) => ({
    of: (resource) => (isPromqlRule(resource) ? emitOne(resource, environment) : NOTHING),
  }),
};
