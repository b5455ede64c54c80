import {
  isRecord,
  type LiveResource,
  PROMETHEUS_RULE_API_VERSION,
  type PrometheusRuleResource,
  type Resource,
  type RuleGroup,
  type Stamp,
  toYaml,
} from '@binnacle/model';
import { parse } from 'yaml';
import { revisionOf, type StoredFile } from '../destinations/stored-file.ts';
import { headerStampOf, withHeaderStamp } from '../stamp/header.ts';

/** Members of a group that a system calls otherwise than Prometheus does: our name → its own. */
export type GroupWords = Readonly<Record<string, string>>;

/** Neither names nor namespaces of Kubernetes have one. */
const SEPARATOR = '_';

/** A resource's file: `checkout.yaml`, `shop_checkout.yaml` in a namespace. */
export function ruleFileName({ metadata: { name, namespace } }: Resource, extension: string): string {
  return `${namespace === undefined ? '' : `${namespace}${SEPARATOR}`}${name}.${extension}`;
}

function metadataOf(file: string, extension: string): Resource['metadata'] {
  const stem = file.slice(0, -extension.length - 1);
  const at = stem.lastIndexOf(SEPARATOR);
  return at === -1 ? { name: stem } : { name: stem.slice(at + 1), namespace: stem.slice(0, at) };
}

function renamed(group: unknown, words: Iterable<readonly [string, string]>): unknown {
  if (!isRecord(group)) return group;
  const known = new Map(words);
  return Object.fromEntries(Object.entries(group).map(([key, value]) => [known.get(key) ?? key, value]));
}

/** The groups of a rule file; undefined when it is none. */
export function groupsIn(content: string): readonly unknown[] | undefined {
  try {
    const value: unknown = parse(content);
    const groups = isRecord(value) ? (value['groups'] ?? []) : undefined;
    return Array.isArray(groups) ? groups : undefined;
  } catch {
    return undefined;
  }
}

/** A resource's groups as a stamped rule file. */
export function ruleFile(resource: PrometheusRuleResource, stamp: Stamp, words: GroupWords): string {
  const groups = resource.spec.groups.map((group) => renamed(group, Object.entries(words)));
  return withHeaderStamp(toYaml({ groups }), stamp);
}

/** What a rule file in the folder is, whoever wrote it; one that does not parse is a resource with nothing in it. */
export function liveRuleFile({ name, content }: StoredFile, extension: string, words: GroupWords): LiveResource {
  const own = Object.entries(words).map(([ours, theirs]) => [theirs, ours] as const);
  const groups = (groupsIn(content) ?? []).map((group) => renamed(group, own));
  const stamp = headerStampOf(content);
  return {
    resource: {
      apiVersion: PROMETHEUS_RULE_API_VERSION,
      kind: 'PrometheusRule',
      metadata: metadataOf(name, extension),
      spec: { groups },
    },
    revision: revisionOf(content),
    ...(stamp !== undefined && { stamp }),
  };
}

/** The resource as a rule file holds it: without labels and annotations. */
export function ruleFileResource(
  { apiVersion, kind, metadata: { name, namespace } }: PrometheusRuleResource,
  groups: readonly RuleGroup[],
): PrometheusRuleResource {
  return { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }) }, spec: { groups } };
}
