import { type Diagnostic, durationMs, isAlertRule, resourceId, SERVICE_LABEL } from '@binnacle/model';
import { type DeclaredGroup, declaredRules } from '../sample/rules.ts';
import type { RuleGroupOnPage, RuleOnPage, RulesOnPage } from '../wire/project.ts';
import { ruleId } from '../rules/rule-id.ts';
import { placeOf } from './place.ts';
import { usesIn } from './uses.ts';
import type { ProjectState } from './state.ts';

const DEFAULT_INTERVAL = 60_000;

function seconds(duration: string | undefined): number {
  return (duration === undefined ? 0 : (durationMs(duration) ?? 0)) / 1000;
}

function groupOnPage(declared: DeclaredGroup, state: ProjectState): RuleGroupOnPage {
  const { group, interval, resource, path } = declared;
  const id = resourceId(resource);
  const uses = usesIn(state.resources);
  const service = resource.metadata.labels?.[SERVICE_LABEL];
  const rules = group.rules.map((rule, i): RuleOnPage => {
    const own = `${path}/rules/${i}`;
    const origin = placeOf(resource, own, state.root);
    const isAbout = ({ resource: of, path: where = '' }: Diagnostic): boolean =>
      of === id && (where === own || where.startsWith(`${own}/`));
    const base = {
      id: ruleId(declared, i),
      dashboards: uses.dashboardsFor(rule.expr, isAlertRule(rule) ? [] : [rule.record]),
      query: rule.expr,
      labels: { ...group.labels, ...rule.labels },
      ...(origin !== undefined && { origin }),
      findings: state.findings.filter(isAbout),
    };
    if (!isAlertRule(rule)) return { ...base, kind: 'record', name: rule.record };
    return {
      ...base,
      kind: 'alert',
      name: rule.alert,
      for: seconds(rule.for),
      keepFiringFor: seconds(rule.keep_firing_for),
      annotations: rule.annotations ?? {},
    };
  });
  return {
    name: group.name,
    resource: resource.metadata.name,
    ...(service !== undefined && { service }),
    interval: interval / 1000,
    rules,
  };
}

/** The rules of a project. How its alerts fare is a question of its own. */
export function rulesOnPage(state: ProjectState): RulesOnPage {
  const { evaluationInterval } = state.environment.prometheus;
  const { groups } = declaredRules(state.resources, durationMs(evaluationInterval) ?? DEFAULT_INTERVAL);
  return { groups: groups.map((group) => groupOnPage(group, state)) };
}
