import { FLOAT, labelSet, STALE, type StoredSeries } from '@binnacle/promql/engine';
import type { TimedTarget } from './family.ts';
import { hashOf, unitAt } from './random.ts';
import { gaugeValues } from './samples.ts';

/** What Prometheus itself writes of every target. */
export const SCRAPE_METRICS: ReadonlyMap<string, string> = new Map([
  ['up', 'Whether the target answered its last scrape.'],
  ['scrape_duration_seconds', 'How long the scrape took.'],
  ['scrape_samples_scraped', 'Samples the target exposed.'],
  ['scrape_samples_post_metric_relabeling', 'Samples that were left after relabelling.'],
  ['scrape_series_added', 'Series that were new in this scrape.'],
]);

/** Series of one of these metrics, on all targets. */
export function scrapeSeries(name: string, targets: readonly TimedTarget[]): readonly StoredSeries[] {
  return targets.map(({ target: { job, instance }, timeline }): StoredSeries => {
    const { times, kinds } = timeline;
    const seed = hashOf(`${name} ${job} ${instance}`);
    const samples = 200 + (hashOf(job) % 900);
    const level =
      name === 'scrape_duration_seconds'
        ? ({ kind: 'moving', base: 0.01 + unitAt(seed, 1) * 0.02, swing: 0.3, isWhole: false, full: 2 } as const)
        : ({ kind: 'constant', value: name === 'up' ? 1 : name === 'scrape_series_added' ? 0 : samples } as const);
    const values = gaugeValues(timeline, level, seed);
    // These are there when the target is not.
    for (let i = 0; i < values.length; i += 1)
      if (kinds[i] === STALE && name !== 'scrape_duration_seconds') values[i] = 0;
    return {
      labels: labelSet({ __name__: name, job, instance }),
      length: times.length,
      times,
      values,
      kinds: new Uint8Array(times.length).fill(FLOAT),
      histograms: [],
    };
  });
}
