import {
  finding,
  PROMETHEUS_RULE_API_VERSION,
  type Diagnostic,
  type Environment,
  type Metadata,
  type PrometheusRuleResource,
  type Resource,
} from '@binnacle/model';
import { isAnnotationKey, isLabel } from '../kubernetes/labels.ts';
import { present } from '../present.ts';
import { supportedGroups } from '../rule-groups.ts';
import { SIZE_LIMIT, splitBySize } from './split.ts';

const RULE = 'target/operator';

/** The objects that a resource becomes in Kubernetes, and what had to be left out. */
export interface CustomResources {
  readonly objects: readonly PrometheusRuleResource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The entries Kubernetes accepts; each of the others is a warning. */
function accepted(
  resource: Resource,
  field: 'labels' | 'annotations',
  diagnostics: Diagnostic[],
): Record<string, string> | undefined {
  const entries = Object.entries(resource.metadata[field] ?? {});
  const valid = entries.filter(([key, value]) => {
    const ok = field === 'labels' ? isLabel(key, value) : isAnnotationKey(key);
    if (!ok) {
      diagnostics.push(
        finding(resource, {
          rule: RULE,
          severity: 'warning',
          path: `/metadata/${field}`,
          message: `Kubernetes does not accept the ${field.slice(0, -1)} ${key}: '${value}'; it is left out`,
          fix: 'use at most 63 letters, digits, -, _ and .; put longer text in an annotation',
        }),
      );
    }
    return ok;
  });
  return valid.length === 0 ? undefined : Object.fromEntries(valid);
}

/** PrometheusRule objects of one resource, several where one would be over the operator's limit: `<name>`, `<name>-2`, … */
export function customResources(resource: PrometheusRuleResource, environment: Environment): CustomResources {
  const { groups, diagnostics: unsupported } = supportedGroups(resource, environment.prometheus.version);
  const diagnostics = [...unsupported];
  const { name, namespace } = resource.metadata;
  const metadata: Omit<Metadata, 'name'> = present({
    namespace,
    labels: accepted(resource, 'labels', diagnostics),
    annotations: accepted(resource, 'annotations', diagnostics),
  });
  const { parts, oversized } = splitBySize(groups);
  for (const group of oversized) {
    diagnostics.push(
      finding(resource, {
        rule: RULE,
        severity: 'error',
        path: `/spec/groups/${groups.indexOf(group)}`,
        subject: group.name,
        message: `group ${group.name} alone is over the operator's limit of ${SIZE_LIMIT / 1024} KiB for a PrometheusRule`,
        fix: 'divide its rules into several groups',
      }),
    );
  }
  const objects = parts.map((part, i): PrometheusRuleResource => ({
    apiVersion: PROMETHEUS_RULE_API_VERSION,
    kind: 'PrometheusRule',
    metadata: { name: i === 0 ? name : `${name}-${i + 1}`, ...metadata },
    spec: { groups: part },
  }));
  return { objects, diagnostics };
}
