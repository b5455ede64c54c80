import {
  isRecord,
  type LiveResource,
  PROMETHEUS_RULE_API_VERSION,
  type Resource,
  type RuleGroup,
  toJson,
} from '@binnacle/model';
import { revisionOf } from '../destinations/stored-file.ts';
import { groupStampOf, withoutGroupStamp } from '../stamp/comment.ts';

/** Where a ruler keeps a group: its namespaces are what rule files are to Prometheus. */
export interface GroupPlace {
  readonly namespace: string;
  readonly name: string;
}

/** True for data that is a rule group as far as we look into one. */
export function isRuleGroup(value: unknown): value is RuleGroup {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !Array.isArray(value['rules'])) return false;
  return value['rules'].every((rule) => isRecord(rule) && typeof rule['expr'] === 'string');
}

/** The namespace of a resource's groups: `shop-checkout`, `shop-team_checkout` for one in a namespace of its own. */
export function namespaceOf({ metadata: { name, namespace } }: Resource, prefix: string): string {
  return `${prefix}${namespace === undefined ? '' : `${namespace}_`}${name}`;
}

/** One group as a resource of its own: a ruler is written to, and resets what it remembers, group by group. */
export function groupResource(namespace: string, group: RuleGroup): Resource {
  return {
    apiVersion: PROMETHEUS_RULE_API_VERSION,
    kind: 'PrometheusRule',
    metadata: { namespace, name: group.name },
    spec: { groups: [group] },
  };
}

/** The group of a resource that `groupResource` made, and where it is; undefined for any other. */
export function groupOf({ metadata, spec }: Resource): (GroupPlace & { readonly group: RuleGroup }) | undefined {
  const { namespace } = metadata;
  const groups: unknown = isRecord(spec) ? spec['groups'] : undefined;
  const group: unknown = Array.isArray(groups) ? groups[0] : undefined;
  return namespace === undefined || !isRuleGroup(group) ? undefined : { namespace, name: metadata.name, group };
}

/** What a group is known by, whatever the order of its members. */
export function groupRevision(group: RuleGroup): string {
  return revisionOf(toJson(group));
}

/** A group that a ruler holds. */
export function liveGroup(namespace: string, group: RuleGroup): LiveResource {
  const stamp = groupStampOf(group);
  return {
    resource: groupResource(namespace, withoutGroupStamp(group)),
    revision: groupRevision(group),
    ...(stamp !== undefined && { stamp }),
  };
}
