import { isPromqlRule, toYaml } from '@binnacle/model';
import { assemble } from '../assemble.ts';
import { supportedGroups } from '../rule-groups.ts';
import { selected } from '../selected.ts';
import type { FileTarget } from '../target.ts';

/** Prometheus rule files, one per PrometheusRule: what `rule_files` in `prometheus.yml` lists. */
export const prometheus: FileTarget = {
  id: 'prometheus',
  kinds: ['PrometheusRule'],
  emit: (resources, environment) => {
    const emitted = selected(resources, isPromqlRule).map((resource) => {
      const { groups, diagnostics } = supportedGroups(resource, environment.prometheus.version);
      const { name, namespace } = resource.metadata;
      const segments = namespace === undefined ? [`${name}.yaml`] : [namespace, `${name}.yaml`];
      return { piece: { resource, segments, content: toYaml({ groups }) }, diagnostics };
    });
    return assemble(
      'prometheus',
      emitted.map(({ piece }) => piece),
      emitted.flatMap(({ diagnostics }) => diagnostics),
    );
  },
};
