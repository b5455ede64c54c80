import { parseDuration } from '../../duration.ts';
import { parse } from '../../parse.ts';
import { renderError } from '../../render-error.ts';
import { compileTemplate, type CompiledTemplate } from '../../template/render.ts';
import type { AlertRule, RecordingRule, RuleGroup } from './group.ts';

/** Texts by name, each ready to be rendered. */
export type Templates = readonly (readonly [name: string, template: CompiledTemplate])[];

/** A rule that can be evaluated. Durations are milliseconds; labels of the group are among its own. */
export type PreparedRule =
  | {
      readonly kind: 'record';
      readonly name: string;
      readonly expr: string;
      readonly labels: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'alert';
      readonly name: string;
      readonly expr: string;
      /** As written: they mark `ALERTS` where a template renders to nothing. */
      readonly labels: Readonly<Record<string, string>>;
      readonly labelTemplates: Templates;
      readonly annotations: Templates;
      readonly hold: number;
      readonly keepFiring: number;
    };

export interface PreparedGroup {
  readonly name: string;
  readonly interval: number;
  /** 0 for none. */
  readonly limit: number;
  readonly queryOffset: number;
  readonly rules: readonly PreparedRule[];
}

/** Checks groups and compiles their templates. What is wrong is one text each, naming the group, the rule and the field. */
export function prepareGroups(
  groups: readonly RuleGroup[],
  interval: number,
): { readonly prepared: readonly PreparedGroup[]; readonly problems: readonly string[] } {
  const problems: string[] = [];

  function duration(written: string | undefined, otherwise: number, place: string): number {
    if (written === undefined) return otherwise;
    const ms = parseDuration(written);
    if (ms !== undefined && Number.isFinite(ms)) return ms;
    problems.push(`${place}: ${JSON.stringify(written)} is no duration; write one such as 5m or 1h30m`);
    return otherwise;
  }

  function templates(texts: Readonly<Record<string, string>>, alert: string, place: string): Templates {
    return Object.entries(texts)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => {
        const template = compileTemplate(text, alert);
        if (template.problem !== undefined) problems.push(`${place} ${name}: ${template.problem}`);
        return [name, template] as const;
      });
  }

  function prepareRule(rule: AlertRule | RecordingRule, group: RuleGroup): PreparedRule {
    const name = 'alert' in rule ? rule.alert : rule.record;
    const place = `group ${group.name}, rule ${name}`;
    const [error] = parse(rule.expr, { variables: false }).errors;
    if (error !== undefined) problems.push(`${place}: expr: ${renderError(rule.expr, error).split('\n')[0] ?? ''}`);
    const labels = { ...group.labels, ...rule.labels };
    if (!('alert' in rule)) return { kind: 'record', name, expr: rule.expr, labels };
    return {
      kind: 'alert',
      name,
      expr: rule.expr,
      labels,
      labelTemplates: templates(labels, name, `${place}: label`),
      annotations: templates(rule.annotations ?? {}, name, `${place}: annotation`),
      hold: duration(rule.for, 0, `${place}: for`),
      keepFiring: duration(rule.keep_firing_for, 0, `${place}: keep_firing_for`),
    };
  }

  const names = new Set<string>();
  const prepared = groups.map((group) => {
    const place = `group ${group.name}`;
    if (names.has(group.name)) problems.push(`${place}: the name is given twice`);
    names.add(group.name);
    return {
      name: group.name,
      interval: duration(group.interval, interval, `${place}: interval`) || interval,
      limit: group.limit ?? 0,
      queryOffset: duration(group.query_offset, 0, `${place}: query_offset`),
      rules: group.rules.map((rule) => prepareRule(rule, group)),
    };
  });
  return { prepared, problems };
}
