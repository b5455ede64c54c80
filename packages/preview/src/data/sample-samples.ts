import { didYouMean, type Environment, type MetricSpec, nearest, type Resource } from '@binnacle/model';
import { createSampleData, type SampleData } from '../sample/sample-data.ts';
import type { ActiveIncident } from '../sample/incident.ts';
import { needsOf } from '../sample/need.ts';
import { ALERT_SERIES } from '../sample/rules.ts';
import { SCRAPE_METRICS } from '../sample/scrape.ts';
import { matchesName } from '../prometheus/matches.ts';
import type { MetricMetadata, Samples } from '../prometheus/samples.ts';

/** What sample data is made of. */
export interface SampleOptions {
  readonly resources: readonly Resource[];
  readonly beside?: readonly Resource[];
  readonly environment: Environment;
  readonly seed: number;
  readonly incidents: readonly ActiveIncident[];
  /** Unix milliseconds. */
  readonly now: () => number;
}

const LOOKBACK = 300_000;

/** The type as Prometheus's metadata calls it. */
function typeOf({ type }: MetricSpec): string {
  return type === 'native-histogram' ? 'histogram' : type === 'info' ? 'gauge' : type;
}

function metadataOf({ declared, invented }: SampleData): ReadonlyMap<string, readonly MetricMetadata[]> {
  const all = new Map<string, MetricMetadata[]>();
  for (const [name, help] of SCRAPE_METRICS) all.set(name, [{ type: 'gauge', help, unit: '' }]);
  for (const { metric } of [...declared.values(), ...invented.series.values()].flat()) {
    all.set(metric.name, [{ type: typeOf(metric), help: metric.help, unit: metric.unit }]);
  }
  return new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sample data as the API answers from it. */
export function sampleSamples(options: SampleOptions): Samples {
  const data = createSampleData(options);
  const known = new Set([...data.names(), ...ALERT_SERIES]);
  const listed = data.rules.alerts.length > 0 ? known : new Set(data.names());
  return {
    engine: data.engine,
    version: options.environment.prometheus.version,
    now: options.now,
    storageFor: (query, evaluated) => data.storage(needsOf(query, evaluated, LOOKBACK), options.now()),
    names: (matchers) => [...listed].filter((name) => matchesName(matchers, name)),
    metadata: () => metadataOf(data),
    absence(name) {
      if (known.has(name)) return undefined;
      const near = nearest(name, known);
      const fix = near === undefined ? '' : `; ${didYouMean(name, [near]) ?? ''}`;
      return `no sample series for ${name}: no service declares it${fix}`;
    },
    note: (name) =>
      data.invented.series.has(name) && !SCRAPE_METRICS.has(name)
        ? `${name} is made up from what the dashboards beside the project ask for: no service declares it`
        : undefined,
    states: data,
  };
}
