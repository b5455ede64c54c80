import { isRecord } from '@binnacle/model';
import { createStorage, type Labels, type Storage } from '@binnacle/promql/engine';
import { loadExposition } from '@binnacle/promql/exposition';

/** Samples that were read from a file. */
export interface Recording {
  readonly storage: Storage;
  /** Names of all metrics, sorted. */
  readonly names: readonly string[];
  /** Times of the first and the last sample, Unix milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly samples: number;
}

/** Why a file holds no samples, in one line, and what to do. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

interface Points {
  readonly labels: Labels;
  readonly points: readonly (readonly [time: number, value: number])[];
}

const RECORD_FIX = 'record with a selector, such as query=up[1h], or a range query of a selector';

function numberOf(text: unknown): number {
  if (typeof text !== 'string')
    throw new RecordingError('a value is no text', 'write what Prometheus answered, unchanged');
  if (text === '+Inf') return Infinity;
  return text === '-Inf' ? -Infinity : Number(text);
}

function pointOf(pair: unknown): readonly [number, number] {
  if (!Array.isArray(pair) || typeof pair[0] !== 'number') {
    throw new RecordingError('a sample is no pair of time and value', 'write what Prometheus answered, unchanged');
  }
  return [Math.round(pair[0] * 1000), numberOf(pair[1])];
}

function seriesOf(value: unknown): Points {
  if (!isRecord(value) || !isRecord(value['metric'])) {
    throw new RecordingError('a result has no metric', 'write what Prometheus answered, unchanged');
  }
  const labels = Object.fromEntries(Object.entries(value['metric']).map(([name, text]) => [name, String(text)]));
  if (labels['__name__'] === undefined) {
    throw new RecordingError(
      `the result ${JSON.stringify(labels)} has no name: it is what a query made of a metric`,
      RECORD_FIX,
    );
  }
  if (value['histogram'] !== undefined || value['histograms'] !== undefined) {
    throw new RecordingError(
      `${labels['__name__']} is a native histogram, which JSON answers hold in part only`,
      'record it as OpenMetrics 2.0',
    );
  }
  const pairs = Array.isArray(value['values']) ? value['values'] : value['value'] === undefined ? [] : [value['value']];
  return { labels, points: pairs.map(pointOf) };
}

/** Answers of Prometheus's API to queries: one, or a list of several. */
function answersIn(content: unknown): readonly Points[] {
  if (Array.isArray(content)) return content.flatMap(answersIn);
  if (!isRecord(content)) throw new RecordingError('this is no answer of Prometheus', RECORD_FIX);
  if (content['status'] === 'error')
    throw new RecordingError(`the answer is an error: ${String(content['error'])}`, 'record it again');
  const data = isRecord(content['data']) ? content['data'] : content;
  const { result, resultType } = data;
  if (!Array.isArray(result) || (resultType !== 'matrix' && resultType !== 'vector')) {
    throw new RecordingError('this is no answer to a query: it has no result', RECORD_FIX);
  }
  return result.map(seriesOf);
}

/** Puts series into a storage; several answers may each have a part of the same series. */
function fill(storage: Storage, all: readonly Points[]): void {
  const byLabels = new Map<string, { readonly labels: Labels; readonly points: Map<number, number> }>();
  for (const { labels, points } of all) {
    const key = JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const known = byLabels.get(key) ?? { labels, points: new Map<number, number>() };
    for (const [time, value] of points) known.points.set(time, value);
    byLabels.set(key, known);
  }
  for (const { labels, points } of byLabels.values()) {
    const sorted = [...points].toSorted(([a], [b]) => a - b);
    storage.append(labels, { times: sorted.map(([time]) => time), values: sorted.map(([, value]) => value) });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ALL = [{ label: '__name__', op: '=~', value: '.+', span: { start: 0, end: 0 } }] as const;

function described(storage: Storage): Recording {
  const names = new Set<string>();
  let [from, to, samples] = [Infinity, -Infinity, 0];
  for (const { labels, times, length } of storage.select(ALL)) {
    const at = labels.pairs.indexOf('__name__');
    names.add(labels.pairs[at + 1] ?? '');
    if (length === 0) continue;
    from = Math.min(from, times[0] ?? Infinity);
    to = Math.max(to, times[length - 1] ?? -Infinity);
    samples += length;
  }
  if (samples === 0) throw new RecordingError('there is no sample in it', RECORD_FIX);
  return { storage, names: [...names].toSorted(), from, to, samples };
}

/** The same samples, later by so many milliseconds. */
function moved({ storage }: Recording, by: number): Recording {
  const later = createStorage();
  for (const { labels, times, values, histograms, length } of storage.select(ALL)) {
    const own: Record<string, string> = {};
    for (let i = 0; i < labels.pairs.length; i += 2) own[labels.pairs[i] ?? ''] = labels.pairs[i + 1] ?? '';
    const samples = {
      times: times.slice(0, length).map((time) => time + by),
      values: values.slice(0, length),
      histograms,
    };
    later.append(own, samples);
  }
  return described(later);
}

/**
 * Reads recorded samples: answers of Prometheus's API as JSON, or text of Prometheus or OpenMetrics. Lines without a timestamp
 * are of `now`. With `shift` the samples move in time so that the last is of now. @throws RecordingError
 */
export function readRecording(
  text: string,
  { now, shift }: { readonly now: number; readonly shift: boolean },
): Recording {
  const storage = createStorage();
  const content = /^\s*[[{]/.test(text) ? jsonOf(text) : undefined;
  if (content !== undefined) fill(storage, answersIn(content));
  else {
    const loaded = loadExposition(storage, text, { time: now });
    if (!loaded.ok) {
      throw new RecordingError(
        `line ${loaded.line}, column ${loaded.column}: ${loaded.message}`,
        'give OpenMetrics, the text format of Prometheus, or an answer of its API as JSON',
      );
    }
  }
  const recording = described(storage);
  return shift ? moved(recording, Math.floor(now - recording.to)) : recording;
}
