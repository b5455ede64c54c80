import type { Resource } from '@binnacle/model';
import { labelsOf, placeOf } from '../sample/invent/invented.ts';
import { readingsOf } from '../sample/invent/readings.ts';
import { rowsFor } from '../sample/invent/rows.ts';
import { type Stream, streamOf } from './streams.ts';

/** The streams that dashboards beside the project select, made up as their metrics are. */
export function besideStreams(dashboards: readonly Resource[], seed: number): readonly Stream[] {
  const streams = new Map<string, Stream>();
  for (const dashboard of dashboards) {
    const { logs, options, sources } = readingsOf(dashboard);
    const place = placeOf({ readings: logs, options, sources });
    const placed = logs.map((reading) => ({ reading, place }));
    if (placed.length === 0) continue;
    for (const labels of rowsFor(placed, labelsOf(placed))) {
      const stream = streamOf(labels, labels['service'] ?? labels['job'] ?? place.job, seed);
      streams.set(JSON.stringify(labels), stream);
    }
  }
  return [...streams.values()];
}

/** Texts that dashboards look for in lines. */
export function wantedTexts(dashboards: readonly Resource[]): readonly string[] {
  return [...new Set(dashboards.flatMap((dashboard) => readingsOf(dashboard).texts))].toSorted();
}
