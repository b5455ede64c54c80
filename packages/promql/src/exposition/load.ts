import type { Histogram } from '../engine/histogram/histogram.ts';
import type { Labels } from '../engine/labels.ts';
import { labelSet } from '../engine/labels.ts';
import type { Storage } from '../engine/storage.ts';
import { type Format, LineError, readLine } from './line.ts';

/** Types whose series have one more that says when they began. */
const HAS_CREATED: ReadonlySet<string> = new Set(['counter', 'histogram', 'gaugehistogram', 'summary']);

export interface LoadOptions {
  /** `openmetrics` when the text ends in `# EOF`, otherwise `text`, unless it is said here. */
  readonly format?: Exclude<Format, 'either'>;
  /** Unix milliseconds of the lines that have no timestamp. Without it they are refused. */
  readonly time?: number;
}

/** How much was loaded, or the first line that cannot be: its number and column from 1. */
export type Loaded =
  | { readonly ok: true; readonly series: number; readonly samples: number }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

interface Collected {
  readonly labels: Labels;
  readonly times: number[];
  readonly values: number[];
  readonly histograms: (Histogram | undefined)[];
}

function isCreated(name: string, types: ReadonlyMap<string, string>): boolean {
  return name.endsWith('_created') && HAS_CREATED.has(types.get(name.slice(0, -'_created'.length)) ?? '');
}

/**
 * Loads Prometheus's text format or OpenMetrics into a storage: every sample at its timestamp, native histograms of OpenMetrics
 * 2.0 included. Exemplars, help and `_created` are left out. Nothing is loaded when a line is wrong.
 * @throws RangeError when the storage already has later samples of a series.
 */
export function loadExposition(storage: Storage, text: string, options: LoadOptions = {}): Loaded {
  const { time } = options;
  const format = options.format ?? (/^# EOF\r?\n?$/m.test(text.slice(-10)) ? 'openmetrics' : 'text');
  const types = new Map<string, string>();
  const series = new Map<string, Collected>();
  let samples = 0;
  let ended = false;

  function add(line: string): void {
    const read = readLine(line, format);
    if (read === undefined) return;
    if (ended) throw new LineError('nothing may follow # EOF', 0);
    if (read.kind === 'eof') ended = true;
    if (read.kind === 'type') types.set(read.family, read.text);
    if (read.kind !== 'sample' || isCreated(read.name, types)) return;
    const at = read.timestamp ?? time;
    if (at === undefined) {
      throw new LineError(`${read.name} has no timestamp: write one, or say which time to take`, line.length);
    }
    const labels = { ...Object.fromEntries(read.labels), __name__: read.name };
    const { key } = labelSet(labels);
    const known: Collected = series.get(key) ?? { labels, times: [], values: [], histograms: [] };
    series.set(key, known);
    const last = known.times.at(-1);
    if (last !== undefined && at <= last) {
      throw new LineError(`this sample of ${read.name} is not later than the one before of the same series`, 0);
    }
    known.times.push(at);
    known.values.push(read.value);
    known.histograms.push(read.histogram);
    samples += 1;
  }

  for (const [i, line] of text.split(/\r?\n/).entries()) {
    try {
      add(line);
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      return { ok: false, line: i + 1, column: error.column, message: error.message };
    }
  }
  if (format === 'openmetrics' && !ended) {
    return { ok: false, line: text.split('\n').length, column: 1, message: '# EOF is missing: the text was cut off' };
  }
  for (const { labels, ...rest } of series.values()) storage.append(labels, rest);
  return { ok: true, series: series.size, samples };
}
