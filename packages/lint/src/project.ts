import { parse, type ParseResult } from '@binnacle/promql';
import { isPromqlRule, type Environment, type Resource } from '@binnacle/model';
import { type Contracts, createContracts } from './contracts/contracts.ts';
import type { Place } from './place.ts';
import { type DashboardQuery, readDashboard } from './views/dashboard.ts';
import { type PrometheusRule, readPrometheusRule } from './views/prometheus-rule.ts';
import { readService, type Service } from './views/service.ts';
import { readVariableQuery } from './views/variable-query.ts';

/** One PromQL query of the project, parsed. */
export interface Query {
  readonly use: DashboardQuery['use'] | PrometheusRule['type'];
  /** `selector`: only a series selector works there, as in `label_values(selector, label)`. */
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

/** The typed views rules look at. */
export interface Project {
  readonly environments: readonly Environment[];
  readonly queries: readonly Query[];
  readonly malformedVariables: readonly MalformedVariable[];
  readonly rules: readonly PrometheusRule[];
  readonly services: readonly Service[];
  readonly contracts: Contracts;
  /** Parses each distinct text once. Grafana variables are understood in dashboards only. */
  parse(promql: string, where: 'dashboard' | 'rule'): ParseResult;
}

const PROMETHEUS_PLUGINS: ReadonlySet<string | undefined> = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
]);

function parseOnce(): Project['parse'] {
  const parsed = { dashboard: new Map<string, ParseResult>(), rule: new Map<string, ParseResult>() };
  return (promql, where) => {
    const known = parsed[where].get(promql);
    if (known !== undefined) return known;
    const result = parse(promql, { variables: where === 'dashboard' });
    parsed[where].set(promql, result);
    return result;
  };
}

/** Reads resources into views. Resources of kinds no rule looks at are left alone. */
export function createProject(resources: readonly Resource[], environments: readonly Environment[]): Project {
  const queries: Query[] = [];
  const malformedVariables: MalformedVariable[] = [];
  const rules: PrometheusRule[] = [];
  const services: Service[] = [];
  const parseCached = parseOnce();

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

  for (const resource of resources) {
    if (resource.kind === 'Dashboard') for (const query of readDashboard(resource)) addDashboardQuery(query);
    if (resource.kind === 'Service') services.push(readService(resource));
    if (!isPromqlRule(resource)) continue;
    for (const rule of readPrometheusRule(resource)) {
      rules.push(rule);
      const { type: use, expr: promql } = rule;
      const place = { ...rule.place, path: `${rule.place.path}/expr` };
      queries.push({
        use,
        form: 'expression',
        promql,
        parsed: parseCached(promql, 'rule'),
        place,
        text: promql,
        offset: 0,
      });
    }
  }
  services.sort((a, b) => (a.name < b.name ? -1 : 1));
  const contracts = createContracts({ environments, rules, services, parse: parseCached });
  return { environments, queries, malformedVariables, rules, services, contracts, parse: parseCached };
}
