import { durationMs, isAlertRule } from '@binnacle/model';
import type { Alert } from '@binnacle/promql/engine/rules';
import type { AlertHistory } from '../sample/alert-series.ts';
import type { DeclaredAlert, DeclaredGroup, RuleStates } from '../sample/rules.ts';
import { valueText } from './format.ts';

/** The alerts of a history that are pending or firing at a time. */
function alertsAt({ evaluations }: AlertHistory, now: number): readonly Alert[] {
  const last = evaluations.findLast(({ time }) => time <= now);
  const [rule] = last?.rules ?? [];
  return rule?.kind === 'alert' ? rule.alerts : [];
}

function alertJson({ labels, annotations, state, activeAt, value }: Alert): object {
  return { labels, annotations, state, activeAt: new Date(activeAt).toISOString(), value: valueText(value) };
}

function alertRuleJson(declared: DeclaredAlert, data: RuleStates, now: number): object {
  const { rule, group } = declared;
  const alerts = alertsAt(data.alertHistory(declared, now), now);
  const state = alerts.some((alert) => alert.state === 'firing')
    ? 'firing'
    : alerts.length > 0
      ? 'pending'
      : 'inactive';
  return {
    state,
    name: rule.alert,
    query: rule.expr,
    duration: (durationMs(rule.for ?? '0s') ?? 0) / 1000,
    keepFiringFor: (durationMs(rule.keep_firing_for ?? '0s') ?? 0) / 1000,
    labels: { ...group.group.labels, ...rule.labels },
    annotations: rule.annotations ?? {},
    alerts: alerts.map(alertJson),
    health: 'ok',
    type: 'alerting',
  };
}

function groupJson(declared: DeclaredGroup, data: RuleStates, now: number): object {
  const { group, interval, resource } = declared;
  return {
    name: group.name,
    file: resource.metadata.name,
    interval: interval / 1000,
    limit: group.limit ?? 0,
    lastEvaluation: new Date(Math.floor(now / interval) * interval).toISOString(),
    rules: group.rules.map((rule) => {
      if (!isAlertRule(rule)) {
        return { name: rule.record, query: rule.expr, labels: rule.labels ?? {}, health: 'ok', type: 'recording' };
      }
      const alert = data.rules.alerts.find((one) => one.rule === rule);
      return alert === undefined ? {} : alertRuleJson(alert, data, now);
    }),
  };
}

/** `groups` of `/api/v1/rules`: every rule of the project, alerts with their state on the sample data. */
export function ruleGroups(data: RuleStates, now: number): readonly object[] {
  return data.rules.groups.map((declared) => groupJson(declared, data, now));
}

/** `alerts` of `/api/v1/alerts`: what is pending and firing on the sample data. */
export function activeAlerts(data: RuleStates, now: number): readonly object[] {
  return data.rules.alerts.flatMap((alert) => alertsAt(data.alertHistory(alert, now), now).map(alertJson));
}
