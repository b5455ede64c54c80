import {
  createStorage,
  type EvaluationOptions,
  instant as evaluateAt,
  type Labels,
  labelSet,
  range as evaluate,
} from '@binnacle/promql/engine';
import { type ApiAnswer, failure, ParameterError, success } from '../prometheus/answer.ts';
import { resultJson } from '../prometheus/format.ts';
import { durationOf, timeOf } from '../prometheus/parameters.ts';
import { type LogQuery, LogqlError, type LogRange, type LogSelector, parseLogql } from './logql.ts';
import { linesOf, type LogState, selectedStreams, type Stream } from './streams.ts';

/** Logs that queries are answered from. */
export interface Logs extends LogState {
  readonly streams: readonly Stream[];
  readonly engine: EvaluationOptions;
  /** Unix milliseconds. */
  readonly now: () => number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

const HOUR = 3_600_000;
const USUAL_LIMIT = 1000;
const MOST_STEPS = 11_000;
/** Samples stand at the steps themselves: none is older. */
const LOOKBACK = 1;

/** A time as Loki takes it: seconds, nanoseconds, or RFC 3339. */
function lokiTime(parameters: URLSearchParams, name: string, otherwise: number): number {
  const text = parameters.get(name) ?? '';
  return /^\d{16,}$/.test(text) ? Math.round(Number(text) / 1e6) : timeOf(parameters, name, otherwise);
}

function stretchOf(parameters: URLSearchParams, now: number): Stretch {
  const end = Math.min(now, lokiTime(parameters, 'end', now));
  const start = lokiTime(parameters, 'start', end - HOUR);
  const step = parameters.has('step') ? durationOf(parameters, 'step') : Math.max(1000, (end - start) / 250);
  if (end < start) throw new ParameterError('the end is before the start');
  if (step <= 0 || (end - start) / step > MOST_STEPS) throw new ParameterError('choose a longer step');
  return { start: Math.round(start), end: Math.round(end), step: Math.round(step) };
}

/** The newest lines of all streams together, by stream. */
function linesAnswer(selector: LogSelector, { start, end }: Stretch, limit: number, logs: Logs): object {
  const found = selectedStreams(logs.streams, selector).map((stream) => ({
    stream,
    lines: linesOf(stream, { from: start, to: end }, { filters: selector.filters, state: logs }),
  }));
  const newest = found
    .flatMap(({ lines }) => lines.map(({ time }) => time))
    .toSorted((a, b) => b - a)
    .slice(0, limit);
  const since = newest.at(-1) ?? Infinity;
  return {
    resultType: 'streams',
    result: found.flatMap(({ stream, lines }) => {
      const values = lines.filter(({ time }) => time >= since).map(({ time, text }) => [`${time}000000`, text]);
      return values.length === 0 ? [] : [{ stream: stream.labels, values: values.toReversed() }];
    }),
  };
}

/** Numbers made of the lines of a range before each step; steps without any have none. */
function appendRange(storage: ReturnType<typeof createStorage>, asked: LogRange, at: Stretch, logs: Logs): void {
  const { name, func, selector, range } = asked;
  for (const stream of selectedStreams(logs.streams, selector)) {
    const lines = linesOf(
      stream,
      { from: at.start - range, to: at.end + 1 },
      { filters: selector.filters, state: logs },
    );
    const sizes = lines.map(({ text }) => (func.startsWith('bytes') ? Buffer.byteLength(text) : 1));
    const [times, values]: [number[], number[]] = [[], []];
    let [first, next, sum] = [0, 0, 0];
    for (let time = at.start; time <= at.end; time += at.step) {
      while (next < lines.length && (lines[next]?.time ?? 0) <= time) sum += sizes[next++] ?? 0;
      while (first < next && (lines[first]?.time ?? 0) <= time - range) sum -= sizes[first++] ?? 0;
      if (first === next) continue;
      times.push(time);
      values.push(func.endsWith('_over_time') ? sum : sum / (range / 1000));
    }
    if (times.length > 0) storage.append({ ...stream.labels, __name__: name }, { times, values });
  }
}

function withoutName<T extends { readonly labels: Labels }>(one: T): T {
  const labels = Object.fromEntries(Object.entries(one.labels).filter(([name]) => name !== '__name__'));
  return { ...one, labels };
}

type Numbers = Extract<LogQuery, { kind: 'numbers' }>;

function storageOf({ ranges }: Numbers, at: Stretch, logs: Logs): ReturnType<typeof createStorage> {
  const storage = createStorage();
  for (const asked of ranges) appendRange(storage, asked, at, logs);
  return storage;
}

function refused(message: string): ApiAnswer {
  return failure('bad_data', `sample logs cannot evaluate this: ${message}`);
}

function numbersAnswer(query: Numbers, at: Stretch, logs: Logs): ApiAnswer {
  const options = { ...logs.engine, lookback: LOOKBACK, ...at };
  const answer = evaluate(query.promql, storageOf(query, at, logs), options);
  if (!answer.ok) return refused(answer.error.message);
  return success(resultJson({ ...answer.result, series: answer.result.series.map(withoutName) }, at.end));
}

/** Numbers at one point in time. */
function instantAnswer(parameters: URLSearchParams, logs: Logs): ApiAnswer {
  const query = parseLogql(parameters.get('query') ?? '');
  if (query.kind === 'lines') return failure('bad_data', 'lines are asked for over a time: choose a range query');
  const time = Math.min(logs.now(), lokiTime(parameters, 'time', logs.now()));
  const storage = storageOf(query, { start: time, end: time, step: 1 }, logs);
  const answer = evaluateAt(query.promql, storage, { ...logs.engine, lookback: LOOKBACK, time });
  if (!answer.ok) return refused(answer.error.message);
  const { result } = answer;
  return success(
    resultJson(result.type === 'vector' ? { ...result, samples: result.samples.map(withoutName) } : result, time),
  );
}

/** The labels of streams that a selector means; of all without one. */
function streamLabels(parameters: URLSearchParams, { streams }: Logs): readonly Stream['labels'][] {
  const text = parameters.get('query') ?? '';
  if (text === '' || text === '{}') return streams.map(({ labels }) => labels);
  const query = parseLogql(text);
  if (query.kind !== 'lines') throw new ParameterError('labels are those of a stream selector');
  return selectedStreams(streams, query.selector).map(({ labels }) => labels);
}

function route(path: string, parameters: URLSearchParams, logs: Logs): ApiAnswer {
  const [, label] = /^label\/([^/]+)\/values$/.exec(path) ?? [];
  if (label !== undefined) {
    const values = streamLabels(parameters, logs).flatMap((labels) => labels[decodeURIComponent(label)] ?? []);
    return success([...new Set(values)].filter((value) => value !== '').toSorted());
  }
  if (path === 'labels') {
    return success(
      [
        ...new Set(
          streamLabels(parameters, logs).flatMap((labels) => labelSet(labels).pairs.filter((_, i) => i % 2 === 0)),
        ),
      ].toSorted(),
    );
  }
  if (path === 'query') return instantAnswer(parameters, logs);
  if (path !== 'query_range') return failure('not_found', `sample logs have no ${path}`);
  const at = stretchOf(parameters, logs.now());
  const query = parseLogql(parameters.get('query') ?? '');
  const limit = Number(parameters.get('limit') ?? USUAL_LIMIT);
  if (query.kind === 'numbers') return numbersAnswer(query, at, logs);
  return success(linesAnswer(query.selector, at, Number.isInteger(limit) && limit > 0 ? limit : USUAL_LIMIT, logs));
}

/** Answers a request to Loki's HTTP API from sample logs. `path` is what follows `/loki/api/v1/`. */
export function answerLogs(path: string, parameters: URLSearchParams, logs: Logs): ApiAnswer {
  try {
    return route(path, parameters, logs);
  } catch (error) {
    if (error instanceof LogqlError || error instanceof ParameterError) return failure('bad_data', error.message);
    throw error;
  }
}
