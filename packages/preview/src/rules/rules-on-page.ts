import {
  type AlertRule,
  durationMs,
  durationText,
  isAlertRule,
  isService,
  type RecordingRule,
  type Resource,
  SERVICE_LABEL,
} from '@binnacle/model';
import { placeOf } from '../project/place.ts';
import type { ProjectState } from '../project/state.ts';
import { type Uses, usesIn } from '../project/uses.ts';
import { type DeclaredGroup, declaredRules } from '../sample/rules.ts';
import type { DashboardLink, RuleGroupOnPage, RuleOnPage, RulesOnPage } from '../wire/rules.ts';
import { ruleId } from './rule-id.ts';

const DEFAULT_INTERVAL = 60_000;
/** More dashboards than that are no help. */
const MOST_DASHBOARDS = 8;

/** Dashboards of what the rule makes and reads; where there are none, of what the records it reads are made of. */
function dashboardsOf(rule: AlertRule | RecordingRule, uses: Uses): readonly DashboardLink[] {
  const names = [...uses.namesOf(rule.expr), ...(isAlertRule(rule) ? [] : [rule.record])];
  const direct = uses.dashboardsWith(names);
  return (direct.length > 0 ? direct : uses.dashboardsWith(uses.namesBehind(rule.expr))).slice(0, MOST_DASHBOARDS);
}

function ruleOnPage(
  declared: DeclaredGroup,
  index: number,
  { state, uses }: { state: ProjectState; uses: Uses },
): readonly RuleOnPage[] {
  const rule = declared.group.rules[index];
  if (rule === undefined) return [];
  const { resource, path, group } = declared;
  const origin = placeOf(resource, `${path}/rules/${index}`, state.root);
  const about = {
    id: ruleId(declared, index),
    expr: rule.expr,
    labels: { ...group.labels, ...rule.labels },
    dashboards: dashboardsOf(rule, uses),
    ...(origin !== undefined && { origin }),
  };
  if (!isAlertRule(rule)) return [{ ...about, kind: 'record', name: rule.record }];
  return [
    {
      ...about,
      kind: 'alert',
      name: rule.alert,
      annotations: rule.annotations ?? {},
      ...(rule.for !== undefined && { for: rule.for }),
      ...(rule.keep_firing_for !== undefined && { keepFiringFor: rule.keep_firing_for }),
    },
  ];
}

function serviceOf({ metadata }: Resource, rules: readonly RuleOnPage[]): string | undefined {
  return (
    metadata.labels?.[SERVICE_LABEL] ?? rules.find(({ labels }) => labels['service'] !== undefined)?.labels['service']
  );
}

/** The rules of a project as the page lists them. */
export function rulesOnPage(state: ProjectState): RulesOnPage {
  const { resources, environment } = state;
  const uses = usesIn(resources);
  const owners = new Map(resources.filter(isService).map(({ metadata, spec }) => [metadata.name, spec.owner]));
  const interval = durationMs(environment.prometheus.evaluationInterval) ?? DEFAULT_INTERVAL;
  return {
    groups: declaredRules(resources, interval).groups.map((declared): RuleGroupOnPage => {
      const rules = declared.group.rules.flatMap((_, index) => ruleOnPage(declared, index, { state, uses }));
      const service = serviceOf(declared.resource, rules);
      const owner = owners.get(service ?? '');
      return {
        id: ruleId(declared, 0),
        name: declared.group.name,
        interval: durationText(declared.interval),
        rules,
        ...(service !== undefined && { service }),
        ...(owner !== undefined && { owner }),
      };
    }),
  };
}
