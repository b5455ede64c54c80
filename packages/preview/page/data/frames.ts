import { type DataFrame, DataFrameType, type Field, FieldType, type FieldConfig } from '@grafana/data';
import type { Labels, QueryData, Sample } from './api.ts';
import type { Steps } from './intervals.ts';

/** What of a query decides the shape of its frames. */
export interface FrameOptions {
  readonly refId: string;
  readonly expr: string;
  /** `{{label}} text`; empty or `__auto` leaves the naming to Grafana. */
  readonly legend: string;
  readonly format: string;
  /** Of a range query; the points between which nothing was found are gaps. */
  readonly steps?: Steps;
  /** More than one query: the value columns of tables carry the letter of theirs. */
  readonly many: boolean;
}

/** A number as Prometheus writes it. What is not one is a gap. */
export function numberOf(text: string): number | null {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  const value = Number(text);
  return Number.isNaN(value) ? null : value;
}

/** A series the way PromQL writes it: `up{job="node"}`. */
export function seriesText({ __name__: name = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(', ')}}`;
}

/** The name of a series after its legend: `{{code}}` is the value of a label. */
export function legendText(legend: string, labels: Labels): string {
  return legend.replaceAll(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}

function nameOf({ legend, expr }: FrameOptions, labels: Labels): string | undefined {
  if (legend !== '' && legend !== '__auto') return legendText(legend, labels);
  const own = Object.keys(labels);
  if (own.length === 0) return expr;
  return own.length === 1 && own[0] === '__name__' ? labels['__name__'] : undefined;
}

function timeField(values: readonly number[]): Field {
  return { name: 'Time', type: FieldType.time, config: {}, values: [...values] };
}

function config(name: string | undefined, interval?: number): FieldConfig {
  return {
    ...(name === undefined || name === '' ? {} : { displayNameFromDS: name }),
    ...(interval === undefined ? {} : { interval }),
  };
}

/** Values at every step of the range, `null` where there is none. */
function onSteps(samples: readonly Sample[], { start, end, step }: Steps): (number | null)[] {
  const values: (number | null)[] = Array.from({ length: Math.floor((end - start) / step) + 1 }, () => null);
  for (const [seconds, text] of samples) values[Math.round((seconds * 1000 - start) / step)] = numberOf(text);
  return values;
}

function timesOf({ start, end, step }: Steps): number[] {
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, i) => start + i * step);
}

interface Series {
  readonly labels: Labels;
  readonly samples: readonly Sample[];
}

function seriesOf(data: QueryData): readonly Series[] {
  switch (data.resultType) {
    case 'matrix':
      return data.result.flatMap(({ metric, values }) =>
        values === undefined ? [] : [{ labels: metric, samples: values }],
      );
    case 'vector':
      return data.result.flatMap(({ metric, value }) =>
        value === undefined ? [] : [{ labels: metric, samples: [value] }],
      );
    case 'scalar':
      return [{ labels: {}, samples: [data.result] }];
    case 'string':
      return [];
    default:
      return data satisfies never;
  }
}

function lineFrame(series: Series, options: FrameOptions): DataFrame {
  const { labels, samples } = series;
  const { refId, steps, expr } = options;
  const times = steps === undefined ? samples.map(([seconds]) => seconds * 1000) : timesOf(steps);
  const values = steps === undefined ? samples.map(([, text]) => numberOf(text)) : onSteps(samples, steps);
  return {
    refId,
    length: times.length,
    meta: {
      type: steps === undefined ? DataFrameType.NumericMulti : DataFrameType.TimeSeriesMulti,
      executedQueryString: expr,
    },
    fields: [
      timeField(times),
      {
        name: 'Value',
        type: FieldType.number,
        labels: { ...labels },
        config: config(nameOf(options, labels), steps?.step),
        values,
      },
    ],
  };
}

function tableFrame(series: readonly Series[], { refId, many, expr }: FrameOptions): DataFrame {
  const names = [...new Set(series.flatMap(({ labels }) => Object.keys(labels)))].toSorted();
  const rows = series.flatMap(({ labels, samples }) =>
    samples.map(([seconds, text]) => ({ labels, time: seconds * 1000, value: numberOf(text) })),
  );
  return {
    refId,
    length: rows.length,
    meta: { executedQueryString: expr, preferredVisualisationType: 'table' },
    fields: [
      timeField(rows.map(({ time }) => time)),
      ...names.map((name): Field => ({
        name,
        type: FieldType.string,
        config: { filterable: true },
        values: rows.map(({ labels }) => labels[name] ?? ''),
      })),
      {
        name: many ? `Value #${refId}` : 'Value',
        type: FieldType.number,
        config: {},
        values: rows.map(({ value }) => value),
      },
    ],
  };
}

function bound({ labels }: Series): number {
  return numberOf(labels['le'] ?? '') ?? NaN;
}

/** Buckets of a histogram over time, one field each, from cumulative counts to the counts between two bounds. */
function heatmapFrame(series: readonly Series[], { refId, steps, expr }: FrameOptions): DataFrame {
  const sorted = series.filter((one) => !Number.isNaN(bound(one))).toSorted((a, b) => bound(a) - bound(b));
  const times = steps === undefined ? [] : timesOf(steps);
  const columns = sorted.map(({ samples }) => (steps === undefined ? [] : onSteps(samples, steps)));
  return {
    refId,
    length: times.length,
    meta: { type: DataFrameType.HeatmapRows, executedQueryString: expr },
    fields: [
      timeField(times),
      ...sorted.map((one, i): Field => ({
        name: one.labels['le'] ?? '',
        type: FieldType.number,
        labels: { ...one.labels },
        config: config(one.labels['le'], steps?.step),
        values: (columns[i] ?? []).map((value, t) =>
          value === null ? null : Math.max(0, value - (columns[i - 1]?.[t] ?? 0)),
        ),
      })),
    ],
  };
}

/** What Prometheus answered, as the panels of Grafana read it. */
export function framesOf(data: QueryData, options: FrameOptions): readonly DataFrame[] {
  const series = seriesOf(data);
  if (options.format === 'table') return series.length === 0 ? [] : [tableFrame(series, options)];
  if (options.format === 'heatmap' && series.some(({ labels }) => 'le' in labels))
    return [heatmapFrame(series, options)];
  return series.map((one) => lineFrame(one, options));
}
