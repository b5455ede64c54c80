import {
  type AnnotationQuery,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type MetricFindValue,
  rangeUtil,
  type ScopedVars,
} from '@grafana/data';
import { metricNames, parse, quote } from '@binnacle/promql';
import type { DataQuery } from '@grafana/schema';
import { RuntimeDataSource, sceneGraph, type SceneObject, SceneObjectBase } from '@grafana/scenes';
import { of } from 'rxjs';
import { ApiError, callPrometheus, type QueryData } from './api.ts';
import { eventsOf } from './events.ts';
import { withFilters } from './filters.ts';
import { prometheusFormat } from './format.ts';
import { framesOf } from './frames.ts';
import { withGrouping } from './grouping.ts';
import { promDuration, rateInterval, type Steps, stepsOf } from './intervals.ts';
import { defaultSource, sourceSettings } from './settings.ts';
import { askLogs } from './logs.ts';
import { askTraces } from './traces.ts';
import { askLogVariable, askVariable, readVariableQuery } from './variable-query.ts';
import { textOf } from '../drawing/field-values.ts';

/** Every query of the page goes to this one data source; which Prometheus is meant stands in the query. */
export const SOURCE = { uid: 'binnacle', type: 'prometheus' } as const;

/** A query of a panel, with the data source that its definition names. */
export interface PanelQuery extends DataQuery {
  /** The kind of data source: `prometheus`, `loki`. */
  readonly group: string;
  /** Name or variable; empty for the default. */
  readonly source: string;
  readonly expr?: string;
  /** Most lines or traces of an answer. */
  readonly limit?: number;
  readonly legendFormat?: string;
  readonly format?: string;
  readonly instant?: boolean;
  readonly range?: boolean;
  readonly interval?: string;
  readonly intervalFactor?: number;
}

/** True for the queries that the page's converter makes: all there are. */
export function isPanelQuery(query: DataQuery): query is PanelQuery {
  return 'group' in query && 'source' in query;
}

/** An error of one query, with the query as it was asked. */
export interface PanelQueryError extends DataQueryError {
  readonly query?: string;
}

type Request = DataQueryRequest<PanelQuery>;

function sceneOf({ __sceneObject: holder }: ScopedVars): SceneObject | undefined {
  const value: unknown = holder?.value;
  const object: unknown = typeof value === 'object' && value !== null ? value.valueOf() : undefined;
  return object instanceof SceneObjectBase ? object : undefined;
}

function interpolated(text: string, vars: ScopedVars): string {
  const scene = sceneOf(vars);
  return scene === undefined ? text : sceneGraph.interpolate(scene, text, vars, prometheusFormat);
}

/** The name of the data source that a query asks; that of the default Prometheus where it names none. */
function sourceName(source: string, vars: ScopedVars): string {
  const scene = sceneOf(vars);
  const name = scene === undefined ? source : sceneGraph.interpolate(scene, source, vars, 'raw');
  return name.trim() === '' || name === 'default' || name.includes('$') ? defaultSource() : name;
}

function milliseconds(duration: string | undefined, vars: ScopedVars): number | undefined {
  const text = duration === undefined ? '' : interpolated(duration, vars).trim();
  if (text === '' || text.startsWith('$')) return undefined;
  try {
    return rangeUtil.intervalToMs(text.replace(/^[<>]/, ''));
  } catch {
    return undefined;
  }
}

interface Asked {
  readonly expr: string;
  readonly source: string;
  readonly steps: Steps;
  readonly vars: ScopedVars;
}

function variable(value: string | number): { readonly text: string; readonly value: string | number } {
  return { text: String(value), value };
}

/** The query with every variable replaced, and the steps it is asked for. */
function ask(query: PanelQuery, request: Request): Asked {
  const { range, intervalMs, scopedVars } = request;
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const minimum = milliseconds(query.interval, scopedVars);
  const scrape = minimum ?? sourceSettings().scrapeInterval;
  const steps = stepsOf({
    from,
    to,
    interval: Math.max(intervalMs, sourceSettings().scrapeInterval),
    ...(minimum === undefined ? {} : { minimum }),
    factor: query.intervalFactor ?? 1,
  });
  const wide = rateInterval(steps.step, scrape);
  const vars: ScopedVars = {
    ...scopedVars,
    __interval: variable(promDuration(steps.step)),
    // What Loki's own editor writes for it.
    __auto: variable(promDuration(steps.step)),
    __interval_ms: variable(steps.step),
    __rate_interval: variable(promDuration(wide)),
    __rate_interval_ms: variable(wide),
    __range: variable(`${Math.round((to - from) / 1000)}s`),
    __range_s: variable(Math.round((to - from) / 1000)),
    __range_ms: variable(to - from),
  };
  const text = interpolated(query.expr ?? '', vars);
  const expr =
    query.group === 'prometheus'
      ? withGrouping(withFilters(text, request.filters ?? []), request.groupByKeys ?? [])
      : text;
  return { expr, source: sourceName(query.source, vars), steps, vars };
}

const seconds = (ms: number): number => ms / 1000;

async function answer(query: PanelQuery, request: Request): Promise<readonly DataFrame[]> {
  const { expr, source, steps, vars } = ask(query, request);
  const { refId, limit } = query;
  if (query.group === 'loki')
    return askLogs({
      refId,
      expr,
      legend: interpolated(query.legendFormat ?? '', vars),
      source,
      steps,
      limit,
      instant: query.instant === true,
    });
  if (query.group === 'tempo') {
    const [from, to] = [request.range.from.valueOf(), request.range.to.valueOf()];
    return askTraces({ refId, query: expr, source, from, to, limit });
  }
  const wantsInstant = query.instant === true;
  const wantsRange = query.range ?? !wantsInstant;
  const options = {
    refId: query.refId,
    expr,
    legend: interpolated(query.legendFormat ?? '', vars),
    format: query.format ?? 'time_series',
    many: request.targets.length > 1,
  };
  const asked = [
    ...(wantsRange
      ? [
          callPrometheus<QueryData>(source, 'query_range', {
            query: expr,
            start: seconds(steps.start),
            end: seconds(steps.end),
            step: seconds(steps.step),
          }).then(({ data }) => framesOf(data, { ...options, steps })),
        ]
      : []),
    ...(wantsInstant
      ? [
          callPrometheus<QueryData>(source, 'query', { query: expr, time: seconds(request.range.to.valueOf()) }).then(
            ({ data }) => framesOf(data, options),
          ),
        ]
      : []),
  ];
  return (await Promise.all(asked)).flat();
}

function errorOf(error: unknown, query: PanelQuery, request: Request): PanelQueryError {
  const message = error instanceof Error ? error.message : String(error);
  return {
    refId: query.refId,
    message: error instanceof ApiError && error.kind !== '' ? `${error.kind}: ${message}` : message,
    ...(ASKED.has(query.group) ? { query: ask(query, request).expr } : {}),
  };
}

/** Kinds of data sources that are asked. */
const ASKED: ReadonlySet<string> = new Set(['loki', 'prometheus', 'tempo']);

const KINDS: Readonly<Record<string, string>> = {
  __expr__: 'a server-side expression, which only Grafana evaluates',
  datasource: 'the data of another panel or of Grafana itself',
  grafana: 'data of Grafana itself',
};

function refuse(query: PanelQuery): never {
  const what = KINDS[query.group] ?? `a query of ${query.group}`;
  throw new Error(`query ${query.refId} is ${what}; the preview asks Prometheus, Loki and Tempo alone`);
}

function questionOf(query: unknown): { readonly query: string; readonly source: string; readonly group: string } {
  const fields: Readonly<Record<string, unknown>> = typeof query === 'object' && query !== null ? { ...query } : {};
  return { query: textOf(fields['query']), source: textOf(fields['source']), group: textOf(fields['group']) };
}

/** What is behind the preview's server, for panels, variables and annotations alike. */
export class PrometheusSource extends RuntimeDataSource {
  constructor() {
    super(SOURCE.type, SOURCE.uid);
    this.interval = '1s';
    this.annotations = {
      prepareAnnotation: (annotation: AnnotationQuery) => annotation,
      prepareQuery: ({ target }) => target,
      processEvents: (annotation, frames) => of(eventsOf(annotation, frames)),
    };
  }

  override async query(given: DataQueryRequest): Promise<DataQueryResponse> {
    const request: Request = { ...given, targets: given.targets.filter(isPanelQuery) };
    const shown = request.targets.filter(
      ({ hide, expr, group }) => hide !== true && !(group !== 'tempo' && ASKED.has(group) && (expr ?? '') === ''),
    );
    const errors: PanelQueryError[] = [];
    const frames = await Promise.all(
      shown.map((query) =>
        (ASKED.has(query.group)
          ? answer(query, { ...request, targets: shown })
          : Promise.resolve(query).then(refuse)
        ).catch((error: unknown) => {
          errors.push(errorOf(error, query, request));
          return [];
        }),
      ),
    );
    return { data: frames.flat(), ...(errors.length === 0 ? {} : { errors }) };
  }

  override async metricFindQuery(query: unknown, request: DataQueryRequest): Promise<MetricFindValue[]> {
    const { query: text, source, group } = questionOf(query);
    const { range, scopedVars } = request;
    const between = { start: seconds(range.from.valueOf()), end: seconds(range.to.valueOf()) };
    const length = `${Math.round(between.end - between.start)}s`;
    const vars = {
      ...scopedVars,
      __range: variable(length),
      __rate_interval: variable('1m'),
      __interval: variable('1m'),
    };
    const read = readVariableQuery(interpolated(text, vars));
    const asked = sourceName(source, vars);
    const values = group === 'loki' ? askLogVariable(read, asked, between) : askVariable(read, asked, between);
    return (await values).map((value) => ({ text: value }));
  }

  /** Labels of the metrics that the queries read; of all where none are given. */
  override async getTagKeys({ queries = [] }: Partial<DataSourceGetTagKeysOptions> = {}): Promise<MetricFindValue[]> {
    const names = queries.filter(isPanelQuery).flatMap(({ group, expr = '' }) => {
      return group === 'prometheus' ? [...metricNames(parse(expr).expr)] : [];
    });
    const selectors = [...new Set(names)].map((name) => `{__name__=${quote(name)}}`);
    const { data } = await callPrometheus<readonly string[]>(sourceName('', {}), 'labels', { 'match[]': selectors });
    return data.filter((name) => name !== '__name__').map((text) => ({ text }));
  }

  override async getTagValues({ key }: { readonly key: string }): Promise<MetricFindValue[]> {
    const call = `label/${encodeURIComponent(key)}/values`;
    const { data } = await callPrometheus<readonly string[]>(sourceName('', {}), call, {});
    return data.map((text) => ({ text }));
  }
}
