import { isPromqlRule, toYaml } from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import { supportedGroups } from '../rule-groups.ts';
import type { FileTarget } from '../target.ts';

/** Prometheus rule files, one per PrometheusRule: what `rule_files` in `prometheus.yml` lists. */
export const prometheus: FileTarget = {
  id: 'prometheus',
  kinds: ['PrometheusRule'],
  open: (_resources, environment) => ({
    of(resource) {
      if (!isPromqlRule(resource)) return NOTHING;
      const { groups, diagnostics } = supportedGroups(resource, environment.prometheus.version);
      const { name, namespace } = resource.metadata;
      const segments = namespace === undefined ? [`${name}.yaml`] : [namespace, `${name}.yaml`];
      return { pieces: [{ resource, segments, content: toYaml({ groups }) }], diagnostics };
    },
  }),
};
