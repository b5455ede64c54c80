import {
  finding,
  isPromqlRule,
  PROMETHEUS_RULE_API_VERSION,
  toYaml,
  type Diagnostic,
  type Environment,
  type PrometheusRuleResource,
  type Resource,
} from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import { present } from '../present.ts';
import { supportedGroups } from '../rule-groups.ts';
import type { FileTarget, Made, Piece } from '../target.ts';
import { isAnnotationKey, isLabel } from '../kubernetes-labels.ts';
import { SIZE_LIMIT, splitBySize } from './split.ts';

const RULE = 'target/operator';

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

function emitOne(resource: PrometheusRuleResource, environment: Environment): Made {
  const { groups, diagnostics: unsupported } = supportedGroups(resource, environment.prometheus.version);
  const diagnostics = [...unsupported];
  const { name, namespace } = resource.metadata;
  const metadata = present({
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
  const pieces = parts.map((part, i): Piece => {
    const partName = i === 0 ? name : `${name}-${i + 1}`;
    const content = toYaml({
      apiVersion: PROMETHEUS_RULE_API_VERSION,
      kind: 'PrometheusRule',
      metadata: { name: partName, ...metadata },
      spec: { groups: part },
    });
    const file = `${partName}.yaml`;
    return { resource, segments: namespace === undefined ? [file] : [namespace, file], content };
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
