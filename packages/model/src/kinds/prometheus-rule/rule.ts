import { durationMs } from '../../duration.ts';
import type { Severity } from '../../diagnostic.ts';
import type { Finding } from '../../finding.ts';
import { pointerToken } from '../../pointer.ts';
import type { AlertRule, RecordingRule } from './spec.ts';
import { templateProblem } from './template.ts';

const CLASSIC_METRIC = /^[A-Za-z_:][A-Za-z0-9_:]*$/;
const CLASSIC_LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;
const LONE_SURROGATE = /\p{Cs}/u;
const ALERT_ONLY = ['for', 'keep_firing_for', 'annotations'] as const;

/** A rule as its schema lets it through: `record` and `alert` may both be there, or neither. */
type AnyRule = Partial<AlertRule & RecordingRule>;

/** Adds a finding about the rule at hand. */
type Report = (
  id: string,
  message: string,
  at: { readonly path: string; readonly fix?: string; readonly severity?: Severity },
) => void;

function checkNames(rule: AnyRule, report: Report): void {
  const { record, alert } = rule;
  if (record === undefined && alert === undefined) {
    report('name', 'a rule has neither alert nor record', { path: '', fix: "name it: 'alert: …' or 'record: …'" });
  } else if (record !== undefined && alert !== undefined) {
    report('name', `a rule is both alert '${alert}' and record '${record}'`, { path: '', fix: 'make it two rules' });
  }
  if (alert?.trim() === '') report('name', 'an alert has an empty name', { path: '/alert' });
  if (record === undefined || CLASSIC_METRIC.test(record)) return;
  if (record === '' || /[{}]/.test(record) || LONE_SURROGATE.test(record)) {
    report('name', `'${record}' is not a metric name`, {
      path: '/record',
      fix: 'write letters, digits, _ and :, e.g. job:up:sum',
    });
  } else {
    report('name', `'${record}' is a metric name only since Prometheus 3.0`, { path: '/record', severity: 'warning' });
  }
}

function checkRecord(rule: AnyRule, report: Report): void {
  if (rule.record === undefined) return;
  for (const key of ALERT_ONLY) {
    if (rule[key] !== undefined) {
      report('record', `record '${rule.record}' has '${key}', which only alerts have`, {
        path: `/${key}`,
        fix: 'remove it',
      });
    }
  }
}

function checkDurations(rule: AnyRule, report: Report): void {
  for (const key of ['for', 'keep_firing_for'] as const) {
    const text = rule[key];
    if (text === undefined || durationMs(text) !== undefined) continue;
    report('duration', `${key} '${text}' is not a Prometheus duration`, {
      path: `/${key}`,
      fix: "write a number and a unit, e.g. '5m', '1h30m'",
    });
  }
}

function checkLabels(rule: AnyRule, report: Report): void {
  for (const part of ['labels', 'annotations'] as const) {
    for (const [name, value] of Object.entries(rule[part] ?? {})) {
      const path = `/${part}/${pointerToken(name)}`;
      if (name === '__name__' || name === '' || LONE_SURROGATE.test(name)) {
        report('label', `'${name}' cannot be the name of a label`, { path });
      } else if (!CLASSIC_LABEL.test(name)) {
        report('label', `'${name}' is a label name only since Prometheus 3.0`, { path, severity: 'warning' });
      }
      if (LONE_SURROGATE.test(value)) report('label', `the value of '${name}' is not valid Unicode`, { path });
      const problem = rule.alert !== undefined && value.includes('{{') ? templateProblem(value) : undefined;
      if (problem !== undefined) report('template', `the template of '${name}' does not parse: ${problem}`, { path });
    }
  }
}

/** What Prometheus (rulefmt) refuses in one rule; its expression is not looked at beyond being there. */
export function ruleFindings(rule: AlertRule | RecordingRule, path: string): Finding[] {
  const found: Finding[] = [];
  const any: AnyRule = rule;
  const subject = any.alert ?? any.record;
  const report: Report = (id, message, { path: below, fix, severity = 'error' }) => {
    found.push({
      rule: `prometheus-rule/${id}`,
      severity,
      message,
      path: path + below,
      ...(subject !== undefined && { subject }),
      ...(fix !== undefined && { fix }),
    });
  };
  checkNames(any, report);
  checkRecord(any, report);
  if (rule.expr.trim() === '') report('expr', 'the expression is empty', { path: '/expr' });
  checkDurations(any, report);
  checkLabels(any, report);
  return found;
}
