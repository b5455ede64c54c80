import type { Resource } from '../../resource.ts';

/** An alerting rule, in Prometheus's own field names. `expr` is printed PromQL. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly limit?: number;
  /** Prometheus ≥ 2.53 */
  readonly query_offset?: string;
  /** Prometheus ≥ 3.0 */
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: readonly (AlertRule | RecordingRule)[];
}

export interface PrometheusRuleSpec {
  readonly groups: readonly RuleGroup[];
}

export type PrometheusRuleResource = Resource<PrometheusRuleSpec> & { readonly kind: 'PrometheusRule' };

export const PROMETHEUS_RULE_API_VERSION = 'monitoring.coreos.com/v1';

export function isAlertRule(rule: AlertRule | RecordingRule): rule is AlertRule {
  return 'alert' in rule;
}

/** True for a PrometheusRule resource. */
export function isPrometheusRule(resource: Resource): resource is PrometheusRuleResource {
  return resource.kind === 'PrometheusRule';
}

/** Annotation of rules that are not PromQL: `logql` for those that Loki evaluates. */
export const QUERY_LANGUAGE_ANNOTATION = 'binnacle.dev/query-language';
export const QUERY_LANGUAGES: readonly string[] = ['promql', 'logql'];

function languageOf({ metadata }: Resource): string {
  return metadata.annotations?.[QUERY_LANGUAGE_ANNOTATION] ?? 'promql';
}

/** True for a PrometheusRule that a Prometheus evaluates. */
export function isPromqlRule(resource: Resource): resource is PrometheusRuleResource {
  return isPrometheusRule(resource) && languageOf(resource) === 'promql';
}

/** True for a PrometheusRule that Loki evaluates. */
export function isLogqlRule(resource: Resource): resource is PrometheusRuleResource {
  return isPrometheusRule(resource) && languageOf(resource) === 'logql';
}
