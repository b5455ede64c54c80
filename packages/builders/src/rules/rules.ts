import {
  captureOrigin,
  PROMETHEUS_RULE_API_VERSION,
  SERVICE_LABEL,
  TEAM_LABEL,
  type AlertRule,
  type Origin,
  type PrometheusRuleResource,
  type RecordingRule,
  type RuleGroup,
  type ServiceResource,
} from '@binnacle/model';
import { print } from '@binnacle/promql';
import { given, givenService } from '../given.ts';
import { rawOrigin } from '../query/promql.ts';
import type { Alert } from './alert.ts';
import { ruleExpression } from './expression.ts';
import type { Group } from './group.ts';
import type { RecordedVector } from './record.ts';

/** What rules take from their service. */
type Owner = Pick<ServiceResource, 'metadata' | 'spec'>;
const GROUPS = "write rules(service, [group('name', [alert(…), record(…)])])";
type LabelSet = Readonly<Record<string, string>>;

/** How a set of rules differs from its service's only one. */
export interface RulesOptions {
  /** Appended to the service's name, for a service whose rules are in several files. */
  readonly name?: string;
}

/** The rules of a service: every alert is stamped with service, team, tier and runbook. */
export function rules(service: Owner, groups: readonly Group[], options: RulesOptions = {}): PrometheusRuleResource {
  const origin = captureOrigin();
  const { name } = givenService(service, 'the service of rules()').metadata;
  given(groups, Array.isArray(groups), `the list of groups of ${name}`, GROUPS);
  groups.forEach((one, i) =>
    given(one, Array.isArray(one?.rules) && 'options' in one, `groups[${i}] of ${name}`, GROUPS),
  );
  const parts: Record<string, Origin> = {};
  groups.forEach((group, i) => {
    if (group.origin !== undefined) parts[`/spec/groups/${i}`] = group.origin;
    group.rules.forEach((rule, j) => {
      const written = rawOrigin(rule.expr);
      if (rule.origin !== undefined) parts[`/spec/groups/${i}/rules/${j}`] = rule.origin;
      if (written !== undefined) parts[`/spec/groups/${i}/rules/${j}/expr`] = written;
    });
  });
  return {
    apiVersion: PROMETHEUS_RULE_API_VERSION,
    kind: 'PrometheusRule',
    metadata: {
      name: options.name === undefined ? name : `${name}-${options.name}`,
      labels: { [SERVICE_LABEL]: name, [TEAM_LABEL]: service.spec.owner },
    },
    spec: { groups: groups.map((group) => ruleGroup(service, group)) },
    ...(origin === undefined ? {} : { source: { origin, parts } }),
  };
}

function ruleGroup(service: Owner, group: Group): RuleGroup {
  const { interval, limit, queryOffset, labels = {} } = group.options;
  return {
    name: group.name,
    ...(interval === undefined ? {} : { interval }),
    ...(limit === undefined ? {} : { limit }),
    ...(queryOffset === undefined ? {} : { query_offset: queryOffset }),
    // On each rule, where every version reads them; labels of a group need Prometheus 3.
    rules: group.rules.map((rule) =>
      rule.type === 'alert' ? alertRule(service, rule, labels) : recordingRule(rule, labels),
    ),
  };
}

function recordingRule({ name, expr, labels }: RecordedVector, groupLabels: LabelSet): RecordingRule {
  const all = { ...groupLabels, ...labels };
  return { record: name, expr: print(expr), ...(Object.keys(all).length === 0 ? {} : { labels: all }) };
}

function alertRule(service: Owner, alert: Alert, groupLabels: LabelSet): AlertRule {
  const { spec, metadata } = service;
  const runbook = spec.links.find((link) => link.type === 'runbook')?.url;
  return {
    alert: alert.name,
    expr: print(ruleExpression(alert.expr)),
    ...(alert.for === undefined ? {} : { for: alert.for }),
    ...(alert.keepFiringFor === undefined ? {} : { keep_firing_for: alert.keepFiringFor }),
    labels: { service: metadata.name, team: spec.owner, tier: String(spec.tier), ...groupLabels, ...alert.labels },
    annotations: { ...(runbook === undefined ? {} : { runbook_url: runbook }), ...alert.annotations },
  };
}
