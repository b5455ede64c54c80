import { parse, type ParseResult } from '@binnacle/promql';
import {
  indicatorQueries,
  isPromqlRule,
  isServiceLevelObjective,
  type Environment,
  type Resource,
} from '@binnacle/model';
import { type Contracts, createContracts } from './contracts/contracts.ts';
import { forgetful } from './memo.ts';
import type { Place } from './place.ts';
import { routedSeverities as readRoutedSeverities } from './routed-severities.ts';
import { type DashboardQuery, readDashboard } from './views/dashboard.ts';
import { type PrometheusRule, readPrometheusRule } from './views/prometheus-rule.ts';
import { readService, type Service } from './views/service.ts';
import { readVariableQuery } from './views/variable-query.ts';

/** One PromQL query of the project, parsed. */
export interface Query {
  readonly use: DashboardQuery['use'] | PrometheusRule['type'] | 'objective';
  /** `selector`: only a series selector works there, as in `label_values(selector, label)` or in an objective. */
  readonly form: 'expression' | 'selector';
  readonly promql: string;
  readonly parsed: ParseResult;
  readonly place: Place;
  /** What a snippet shows, and where in it the PromQL begins: a variable's query has a function around it. */
  readonly text: string;
  readonly offset: number;
  readonly legend?: NonNullable<DashboardQuery['legend']>;
  /** The label whose values a variable lists, and where in `text` it is. */
  readonly listed?: { readonly name: string; readonly offset: number };
}

/** A query variable that Grafana cannot read. */
export interface MalformedVariable {
  readonly text: string;
  readonly func: string;
  readonly place: Place;
}

/** What rules look at: the parts of one resource, and what the whole project declares. */
export interface Project {
  readonly environments: readonly Environment[];
  readonly queries: readonly Query[];
  readonly malformedVariables: readonly MalformedVariable[];
  readonly rules: readonly PrometheusRule[];
  readonly services: readonly Service[];
  readonly contracts: Contracts;
  /** Values of the label `severity` that routes of the project name. */
  readonly routedSeverities: readonly string[];
  /** Parses a text met a moment ago only once. Grafana variables are understood in dashboards only. */
  parse(promql: string, where: 'dashboard' | 'rule'): ParseResult;
}

const PROMETHEUS_PLUGINS: ReadonlySet<string | undefined> = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
]);

/** Parsed queries kept: a query is often written again in the same dashboard, or in the next. */
const MOST_PARSED = 2000;

function parseOnce(): Project['parse'] {
  const parsed = {
    dashboard: forgetful<string, ParseResult>(MOST_PARSED),
    rule: forgetful<string, ParseResult>(MOST_PARSED),
  };
  return (promql, where) => {
    const known = parsed[where].get(promql);
    if (known !== undefined) return known;
    const result = parse(promql, { variables: where === 'dashboard' });
    parsed[where].set(promql, result);
    return result;
  };
}

type Queries = Pick<Project, 'queries' | 'malformedVariables'>;

function dashboardQueries(resource: Resource, parseCached: Project['parse']): Queries {
  const queries: Query[] = [];
  const malformedVariables: MalformedVariable[] = [];

  function addDashboardQuery({ use, plugin, text, place, legend }: DashboardQuery): void {
    // Grafana does not send a query nothing was typed into.
    if (!PROMETHEUS_PLUGINS.has(plugin) || text.trim() === '') return;
    if (use !== 'variable') {
      queries.push({
        use,
        form: 'expression',
        promql: text,
        parsed: parseCached(text, 'dashboard'),
        place,
        text,
        offset: 0,
        ...(legend === undefined ? {} : { legend }),
      });
      return;
    }
    const query = readVariableQuery(text);
    if (query.kind === 'malformed') malformedVariables.push({ text, func: query.func, place });
    if (query.kind !== 'selector' && query.kind !== 'expression') return;
    const { kind: form, promql, offset } = query;
    const listed = query.kind === 'selector' && query.label !== undefined ? { listed: query.label } : {};
    queries.push({ use, form, promql, parsed: parseCached(promql, 'dashboard'), place, text, offset, ...listed });
  }

  for (const query of readDashboard(resource)) addDashboardQuery(query);
  return { queries, malformedVariables };
}

function ruleQuery({ type: use, expr: promql, place }: PrometheusRule, parseCached: Project['parse']): Query {
  return {
    use,
    form: 'expression',
    promql,
    parsed: parseCached(promql, 'rule'),
    place: { ...place, path: `${place.path}/expr` },
    text: promql,
    offset: 0,
  };
}

/** The queries of a resource that were checked to be there. */
function objectiveQueries(resource: Resource, parseCached: Project['parse']): Query[] {
  if (!isServiceLevelObjective(resource) || typeof resource.spec?.indicator !== 'object') return [];
  const subject = resource.metadata.name;
  return indicatorQueries(resource.spec.indicator).flatMap(({ path, query: text }) => {
    if (typeof text !== 'string') return [];
    const place = { resource, path, subject };
    return [
      { use: 'objective', form: 'selector', promql: text, parsed: parseCached(text, 'rule'), place, text, offset: 0 },
    ];
  });
}

const NOTHING = { queries: [], malformedVariables: [], rules: [], services: [] } as const;

/** A project whose resources are looked at one by one. */
export interface Viewed {
  /** A resource of the project as rules look at it; undefined when no rule looks at its kind. */
  readonly view: (resource: Resource) => Project | undefined;
  /** Plain data: everything a view depends on besides its resource. */
  readonly context: unknown;
}

/**
 * Reads what the whole project declares. The rest is read when a resource is viewed, and let go with the view: all of it
 * together is many times the size of the definitions.
 */
export function createProject(resources: readonly Resource[], environments: readonly Environment[]): Viewed {
  const parseCached = parseOnce();
  const services = new Map<Resource, Service>();
  const records: Pick<PrometheusRule, 'name' | 'expr' | 'labels'>[] = [];
  for (const resource of resources) {
    if (resource.kind === 'Service') services.set(resource, readService(resource));
    if (!isPromqlRule(resource)) continue;
    for (const { type, name, expr, labels } of readPrometheusRule(resource)) {
      if (type === 'record') records.push({ name, expr, labels });
    }
  }
  const sorted = [...services.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const contracts = createContracts({ environments, records, services: sorted, parse: parseCached });
  const routedSeverities = readRoutedSeverities(resources);
  const shared = { ...NOTHING, environments, contracts, routedSeverities, parse: parseCached };
  return {
    view(resource) {
      const service = services.get(resource);
      if (service !== undefined) return { ...shared, services: [service] };
      if (resource.kind === 'Dashboard') return { ...shared, ...dashboardQueries(resource, parseCached) };
      if (isServiceLevelObjective(resource)) return { ...shared, queries: objectiveQueries(resource, parseCached) };
      if (!isPromqlRule(resource)) return undefined;
      const rules = [...readPrometheusRule(resource)];
      return { ...shared, rules, queries: rules.map((rule) => ruleQuery(rule, parseCached)) };
    },
    context: {
      environments,
      records,
      routedSeverities,
      declared: sorted.map(({ name, metrics }) => [name, metrics.map(({ metric }) => metric)]),
    },
  };
}
