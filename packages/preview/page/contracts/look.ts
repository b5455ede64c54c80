import type { MetricSpec } from '@binnacle/model';

/** What a metric is looked at by: a query, and what its values are. */
export interface Look {
  readonly query: string;
  readonly label: string;
}

/** A query that shows whether a metric is there and moves: rates of what counts, the 95th percentile of what is measured. */
export function lookAt({ name, type }: Pick<MetricSpec, 'name' | 'type'>, window: string): Look {
  switch (type) {
    case 'counter':
      return { query: `rate(${name}[${window}])`, label: 'per second' };
    case 'histogram':
      return {
        query: `histogram_quantile(0.95, sum by (le) (rate(${name}_bucket[${window}])))`,
        label: '95th percentile',
      };
    case 'native-histogram':
      return { query: `histogram_quantile(0.95, sum(rate(${name}[${window}])))`, label: '95th percentile' };
    case 'gauge':
    case 'summary':
    case 'info':
      return { query: name, label: 'value' };
    default:
      return type satisfies never;
  }
}

/** The series of a metric that has all of its labels and is there once for each combination of them. */
export function seriesOf({ name, type }: Pick<MetricSpec, 'name' | 'type'>): string {
  return type === 'histogram' || type === 'summary' ? `${name}_count` : name;
}

const UNITS: Readonly<Record<string, string>> = {
  seconds: 's',
  bytes: 'bytes',
  ratio: 'percentunit',
  celsius: 'celsius',
  volts: 'volt',
  joules: 'joule',
};

/** Grafana's unit for what a metric is looked at by. */
export function lookUnit({ name, type, unit }: Pick<MetricSpec, 'name' | 'type' | 'unit'>): string {
  if (type === 'counter') return unit === 'bytes' ? 'Bps' : 'short';
  // A point in time is no length of time.
  return /(?:timestamp|start_time|boot_time)_seconds$/.test(name) ? 'short' : (UNITS[unit] ?? 'short');
}
