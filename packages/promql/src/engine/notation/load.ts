import { createLoader } from '../promqltest/loader.ts';
import type { Storage } from '../storage.ts';
import { parseSeriesLiteral, type SeriesLiteral } from './series-literal.ts';

/**
 * Loads series in Prometheus's test notation, one a line: `http_requests_total{job="api"} 0+10x5 _ stale`. Their samples begin at
 * time 0 and lie `interval` milliseconds apart.
 * @throws on a line that is no series, naming it.
 */
export function loadSeries(storage: Storage, lines: readonly string[], interval: number): void {
  const series = lines.map((line): SeriesLiteral => {
    const read = parseSeriesLiteral(line);
    if (typeof read === 'string') throw new Error(`${line}: ${read}`);
    return read;
  });
  createLoader(storage).load({ type: 'load', line: 1, series, interval, withNhcb: false });
}
