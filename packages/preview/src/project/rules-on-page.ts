import { type Diagnostic, durationMs, isAlertRule, resourceId, SERVICE_LABEL } from '@binnacle/model';
import type { AlertHistory } from '../sample/alert-series.ts';
import { type DeclaredGroup, declaredRules, type RuleStates } from '../sample/rules.ts';
import type { AlertStatesOnPage, RuleGroupOnPage, RuleOnPage, RulesOnPage } from '../wire/project.ts';
import { ruleId } from '../rules/rule-id.ts';
import { placeOf } from './place.ts';
import { usesIn } from './uses.ts';
import type { ProjectState } from './state.ts';

/** A stretch of time, Unix milliseconds. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

type Span = AlertStatesOnPage['spans'][number];

const DEFAULT_INTERVAL = 60_000;

function seconds(duration: string | undefined): number {
  return (duration === undefined ? 0 : (durationMs(duration) ?? 0)) / 1000;
}

/** What was pending and firing from when to when, by the labels of the alert. */
function statesOf({ transitions }: AlertHistory, { start, end }: Stretch): readonly AlertStatesOnPage[] {
  const bySeries = new Map<string, { readonly newest: (typeof transitions)[number]; readonly spans: Span[] }>();
  for (const transition of transitions) {
    const { time, labels, to } = transition;
    if (time > end) continue;
    const key = JSON.stringify(labels);
    const spans = bySeries.get(key)?.spans ?? [];
    const open = spans.at(-1);
    if (open !== undefined && open.to === Infinity) spans[spans.length - 1] = { ...open, to: time };
    if (to !== 'inactive') spans.push({ state: to, from: time, to: Infinity });
    bySeries.set(key, { newest: transition, spans });
  }
  return [...bySeries.values()].flatMap(({ newest, spans }) => {
    const shown = spans
      .filter(({ to }) => to > start)
      .map((span) => ({ ...span, from: Math.max(start, span.from), to: Math.min(end, span.to) }));
    return shown.length === 0 ? [] : [{ labels: newest.labels, annotations: newest.annotations, spans: shown }];
  });
}

function groupOnPage(
  declared: DeclaredGroup,
  at: { state: ProjectState; states: RuleStates | undefined; now: number; stretch: Stretch },
): RuleGroupOnPage {
  const { group, interval, resource, path } = declared;
  const { state, states, now, stretch } = at;
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
    const alert = states?.rules.alerts.find(
      (one) => one.rule === rule || (one.rule.alert === rule.alert && one.rule.expr === rule.expr),
    );
    return {
      ...base,
      kind: 'alert',
      name: rule.alert,
      for: seconds(rule.for),
      keepFiringFor: seconds(rule.keep_firing_for),
      annotations: rule.annotations ?? {},
      ...(states !== undefined &&
        alert !== undefined && { states: statesOf(states.alertHistory(alert, now), stretch) }),
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

/** The rules of a project, with the states of alerts in as much of a stretch of time as they are followed for. */
export function rulesOnPage(
  state: ProjectState,
  { states, now, ...wanted }: Stretch & { readonly states: RuleStates | undefined; readonly now: number },
): RulesOnPage {
  const { evaluationInterval } = state.environment.prometheus;
  const { groups } =
    states?.rules ?? declaredRules(state.resources, durationMs(evaluationInterval) ?? DEFAULT_INTERVAL);
  const stretch = { start: Math.max(wanted.start, states?.since(now) ?? wanted.start), end: Math.min(wanted.end, now) };
  return { ...stretch, groups: groups.map((group) => groupOnPage(group, { state, states, now, stretch })) };
}
