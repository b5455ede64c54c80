import {
  type AlertRule,
  type Diagnostic,
  durationMs,
  durationText,
  type Environment,
  finding,
  isAlertRule,
  isLogqlRule,
  isPrometheusRule,
  type Owner,
  pointer,
  type PrometheusRuleResource,
  QUERY_LANGUAGE_ANNOTATION,
  type RecordingRule,
  type Resource,
  type RuleGroup,
} from '@binnacle/model';
import { supportedGroups } from '../../../rule-groups.ts';
import { selected } from '../../../selected.ts';
import { groupResource } from '../../../ruler/group.ts';
import { askedBy, type RuleDatasources } from './datasource.ts';
import { placement } from './placement.ts';

const RULE = 'target/grafana';
/** Grafana's scheduler: every interval is a multiple of it. */
const BASE_INTERVAL_MS = 10_000;
/** Grafana keeps no labels of groups: they move into the rules. */
const SUPPORT = { labels: false, keep_firing_for: true, query_offset: true };

/** Rule groups as plan objects, and the folder that has to be made for them. */
export interface DesiredRules {
  readonly groups: readonly Resource[];
  readonly folders: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the groups of an environment depend on. */
export interface DesiredRulesOptions {
  readonly environment: Environment;
  readonly owner: Owner;
  readonly datasources: RuleDatasources;
  /** True where a folder takes one alert of a title. */
  readonly hasUniqueTitles: boolean;
}

interface Walk extends DesiredRulesOptions {
  readonly diagnostics: Diagnostic[];
  /** Places, and titles of rules in a folder, that are taken. */
  readonly taken: Set<string>;
}

/** A name that nobody else has in its folder: Grafana refuses a second rule of one title. */
function unique(name: string, folder: string, taken: Set<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(`${folder}\0rule\0${candidate}`); n += 1) candidate = `${name} (${n})`;
  taken.add(`${folder}\0rule\0${candidate}`);
  return candidate;
}

/** The interval in Grafana's steps. */
function intervalOf(group: RuleGroup, { environment }: Walk): { text: string; isRounded: boolean } {
  const ms = durationMs(group.interval ?? environment.prometheus.evaluationInterval) ?? 60_000;
  const rounded = Math.max(1, Math.ceil(ms / BASE_INTERVAL_MS)) * BASE_INTERVAL_MS;
  return { text: durationText(rounded), isRounded: rounded !== ms };
}

function desiredGroup(
  resource: PrometheusRuleResource,
  at: number,
  group: RuleGroup,
  folder: string,
  walk: Walk,
): Resource {
  const { diagnostics, taken } = walk;
  const path = pointer('spec', 'groups', at);
  const say = (
    severity: 'error' | 'warning' | 'info',
    message: string,
    fix: string,
    below = path,
    subject = group.name,
  ) => diagnostics.push(finding(resource, { rule: RULE, severity, path: below, subject, message, fix }));
  const title = group.name.replaceAll('/', '-');
  if (title !== group.name)
    say('info', `Grafana cannot address a rule group with / in its name; it is called '${title}' there`, 'rename it');
  if (taken.has(`${folder}\0group\0${title}`)) {
    say(
      'error',
      `two rule groups of folder ${folder} are called '${title}'`,
      'rename one, or give one resource another folder with the annotation grafana.app/folder',
    );
  }
  taken.add(`${folder}\0group\0${title}`);
  const { text: interval, isRounded } = intervalOf(group, walk);
  if (isRounded)
    say(
      'info',
      `Grafana evaluates every 10 seconds or a multiple: this group every ${interval}`,
      'set the interval of the group',
    );
  for (const field of ['limit', 'query_offset'] as const) {
    if (group[field] !== undefined)
      say('warning', `Grafana's rule groups have no ${field}; it is left out`, `remove ${field}`);
  }
  const rules = group.rules.map((rule, r): AlertRule | RecordingRule => {
    if (!isAlertRule(rule)) return rule;
    const name = rule.alert;
    const own = walk.hasUniqueTitles ? unique(name, folder, taken) : name;
    if (own === name) return rule;
    say(
      'warning',
      `Grafana takes one rule of a title in a folder: the second ${name} is called '${own}' there, in its label alertname too`,
      'give the rules different names',
      `${path}/rules/${r}`,
      name,
    );
    return { ...rule, alert: own };
  });
  const plain = groupResource(folder, { name: title, interval, rules });
  const annotations = { [QUERY_LANGUAGE_ANNOTATION]: 'logql' };
  const made = isLogqlRule(resource) ? { ...plain, metadata: { ...plain.metadata, annotations } } : plain;
  const { source } = resource;
  if (source === undefined) return made;
  const parts = Object.entries(source.parts ?? {})
    .filter(([part]) => part === path || part.startsWith(`${path}/`))
    .map(([part, origin]) => [`/spec/groups/0${part.slice(path.length)}`, origin] as const);
  return { ...made, source: { origin: source.parts?.[path] ?? source.origin, parts: Object.fromEntries(parts) } };
}

/** The rule groups that an environment's resources become in Grafana: one object each, so that an unchanged one is never written. */
export function desiredRules(resources: readonly Resource[], options: DesiredRulesOptions): DesiredRules {
  const walk: Walk = { ...options, diagnostics: [], taken: new Set() };
  const rules = selected(resources, isPrometheusRule).filter((resource) => {
    if (askedBy(resource, options.datasources) !== undefined) return true;
    const message = `these rules ask Loki, and environments.${options.environment.name}.datasources has no default of type loki`;
    walk.diagnostics.push(finding(resource, { rule: RULE, severity: 'error', message, fix: 'declare it there' }));
    return false;
  });
  const { folderOf, made } = placement(rules, resources, options.owner);
  const groups = rules.flatMap((resource) =>
    supportedGroups(resource, options.environment.prometheus.version, SUPPORT).groups.flatMap((group, at) =>
      group.rules.length === 0 ? [] : [desiredGroup(resource, at, group, folderOf(resource), walk)],
    ),
  );
  return { groups, folders: made, diagnostics: walk.diagnostics };
}
