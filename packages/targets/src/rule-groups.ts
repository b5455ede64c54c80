import {
  finding,
  isAlertRule,
  pointer,
  type AlertRule,
  type Diagnostic,
  type PrometheusRuleResource,
  type RecordingRule,
  type RuleGroup,
} from '@binnacle/model';
import { present } from './present.ts';
import { isAtLeast } from './version.ts';

/** First Prometheus version that reads the field; an older one refuses the whole file. Source: Prometheus's changelog. */
const SINCE = { keep_firing_for: '2.42', query_offset: '2.53', labels: '3.0' } as const;

/** Rule groups as one Prometheus version reads them, and what had to be left out. */
export interface SupportedGroups {
  readonly groups: readonly RuleGroup[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Profile {
  readonly resource: PrometheusRuleResource;
  readonly version: string;
}

function unsupported(profile: Profile, field: keyof typeof SINCE, at: { path: string; subject: string }): Diagnostic {
  return finding(profile.resource, {
    // The same for every target that writes rules: reports show it once.
    rule: 'target/prometheus-version',
    severity: 'warning',
    ...at,
    message: `${field} needs Prometheus ${SINCE[field]}; it is left out for Prometheus ${profile.version}`,
    fix: `remove ${field}, or run Prometheus ${SINCE[field]} or later there`,
  });
}

function withLabels<R extends AlertRule | RecordingRule>(rule: R, labels: RuleGroup['labels']): R {
  return labels === undefined ? rule : { ...rule, labels: { ...labels, ...rule.labels } };
}

/** What a system reads or not, whatever its Prometheus version. */
export type FieldSupport = Readonly<Partial<Record<keyof typeof SINCE, boolean>>>;

/**
 * A resource's rule groups in the fields that a Prometheus version knows. Group labels are moved into the rules for a
 * Prometheus that has none (a rule's own label wins, as it does there); what has no older form is left out with a warning.
 */
export function supportedGroups(
  resource: PrometheusRuleResource,
  version: string,
  support: FieldSupport = {},
): SupportedGroups {
  const profile: Profile = { resource, version };
  const diagnostics: Diagnostic[] = [];
  const reads = (field: keyof typeof SINCE): boolean => support[field] ?? isAtLeast(version, SINCE[field]);

  const groups = resource.spec.groups.map((group, g): RuleGroup => {
    const { labels, query_offset, rules, ...rest } = group;
    if (query_offset !== undefined && !reads('query_offset')) {
      diagnostics.push(
        unsupported(profile, 'query_offset', { path: pointer('spec', 'groups', g), subject: group.name }),
      );
    }
    return {
      ...rest,
      ...present({
        query_offset: reads('query_offset') ? query_offset : undefined,
        labels: reads('labels') ? labels : undefined,
      }),
      rules: rules.map((rule, r) => {
        const labelled = reads('labels') ? rule : withLabels(rule, labels);
        if (!isAlertRule(labelled) || labelled.keep_firing_for === undefined || reads('keep_firing_for'))
          return labelled;
        diagnostics.push(
          unsupported(profile, 'keep_firing_for', {
            path: pointer('spec', 'groups', g, 'rules', r),
            subject: labelled.alert,
          }),
        );
        const { keep_firing_for: _, ...older } = labelled;
        return older;
      }),
    };
  });
  return { groups, diagnostics };
}
