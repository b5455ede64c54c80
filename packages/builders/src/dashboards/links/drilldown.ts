import type { Expr } from '@binnacle/promql';
import { datasourceVariable } from '../queries/datasource.ts';
import { nameOf, selectors } from '../units/series.ts';
import type { Link } from './link.ts';
import { TIME_RANGE, url } from './url.ts';

/** Label → value that a drilldown app starts from. */
export type Filters = Readonly<Record<string, string>>;

function filters(given: Filters): readonly (readonly [string, string])[] {
  return Object.entries(given).map(([key, value]) => ['var-filters', `${key}|=|${value}`] as const);
}

function datasource(plugin: string, name = 'var-ds'): readonly [string, string] {
  return [name, `\${${datasourceVariable(plugin)?.name ?? ''}}`];
}

/** A link to Grafana's Metrics Drilldown app (Grafana ≥ 11.6) at the first metric of an expression, narrowed as its selector is. */
export function metricsDrilldown(series: { readonly expr: Expr }): Link {
  const [first] = selectors(series.expr);
  const matchers = first?.matchers.filter(
    ({ label, op, value }) => op === '=' && label !== '__name__' && !value.includes('$'),
  );
  return {
    title: 'Metrics Drilldown',
    url: url('/a/grafana-metricsdrilldown-app/drilldown', [
      ['metric', first === undefined ? '' : nameOf(first)],
      datasource('prometheus'),
      ...filters(Object.fromEntries((matchers ?? []).map(({ label, value }) => [label, value]))),
      ...TIME_RANGE,
    ]),
  };
}

/** A link to Grafana's Logs Drilldown app at the logs of a service; `service` is the value of its label `service_name`. */
export function logsDrilldown(service: string, more: Filters = {}): Link {
  return {
    title: 'Logs Drilldown',
    url: url(`/a/grafana-lokiexplore-app/explore/service/${encodeURIComponent(service)}/logs`, [
      datasource('loki'),
      ...filters({ service_name: service, ...more }),
      ...TIME_RANGE,
    ]),
  };
}

/** A link to Grafana's Traces Drilldown app at the spans of a service: their rate, errors or duration. */
export function tracesDrilldown(
  service: string,
  { show = 'rate', ...more }: Filters & { readonly show?: 'rate' | 'errors' | 'duration' } = {},
): Link {
  return {
    title: 'Traces Drilldown',
    url: url('/a/grafana-exploretraces-app/explore', [
      datasource('tempo'),
      ['var-metric', show],
      ...filters({ 'resource.service.name': service, ...more }),
      ...TIME_RANGE,
    ]),
  };
}

/** A link to Grafana's Profiles Drilldown app at the profiles of a service. */
export function profilesDrilldown(service: string): Link {
  return {
    title: 'Profiles Drilldown',
    url: url('/a/grafana-pyroscope-app/explore', [
      datasource('grafana-pyroscope-datasource', 'var-dataSource'),
      ['explorationType', 'labels'],
      ['var-serviceName', service],
      ...TIME_RANGE,
    ]),
  };
}
