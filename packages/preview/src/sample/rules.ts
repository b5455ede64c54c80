import { durationMs, isAlertRule, isPromqlRule, type Resource } from '@binnacle/model';
import type { AlertRule, RuleGroup } from '@binnacle/promql/engine/rules';
import type { AlertHistory } from './alert-series.ts';
import type { RecordedRule } from './recorded.ts';

/** Series that alerts make, whatever they are called. */
export const ALERT_SERIES: readonly string[] = ['ALERTS', 'ALERTS_FOR_STATE'];

/** A group of the project's rules, with the resource it was declared in. */
export interface DeclaredGroup {
  readonly group: RuleGroup;
  /** Milliseconds. */
  readonly interval: number;
  readonly resource: Resource;
  /** JSON pointer to the group in the resource. */
  readonly path: string;
}

/** An alert of the project. */
export interface DeclaredAlert {
  readonly rule: AlertRule;
  readonly group: DeclaredGroup;
}

/** The rules of a project, as they are looked up. */
export interface DeclaredRules {
  readonly groups: readonly DeclaredGroup[];
  readonly records: ReadonlyMap<string, readonly RecordedRule[]>;
  readonly alerts: readonly DeclaredAlert[];
}

/** Rules, and how their alerts fare on samples. */
export interface RuleStates {
  readonly rules: DeclaredRules;
  readonly alertHistory: (alert: DeclaredAlert, now: number) => AlertHistory;
  /** From when on alerts are followed, Unix milliseconds. */
  readonly since: (now: number) => number;
}

/** The rules in resources; `interval` is that of groups that have none. */
export function declaredRules(resources: readonly Resource[], interval: number): DeclaredRules {
  const groups = resources.filter(isPromqlRule).flatMap((resource) =>
    resource.spec.groups.map((group, i): DeclaredGroup => ({
      group,
      interval: (group.interval === undefined ? undefined : durationMs(group.interval)) ?? interval,
      resource,
      path: `/spec/groups/${i}`,
    })),
  );
  const records = new Map<string, RecordedRule[]>();
  const alerts: DeclaredAlert[] = [];
  for (const declared of groups) {
    for (const rule of declared.group.rules) {
      if (isAlertRule(rule)) {
        alerts.push({ rule, group: declared });
        continue;
      }
      const same = records.get(rule.record) ?? [];
      const labels = { ...declared.group.labels, ...rule.labels };
      same.push({ expr: rule.expr, labels, interval: declared.interval });
      records.set(rule.record, same);
    }
  }
  return { groups, records, alerts };
}
