import { type DataFrame, FieldType } from '@grafana/data';
import type { Labels, QueryData } from './api.ts';
import { callLoki } from './api.ts';
import { field } from './field.ts';
import { framesOf } from './frames.ts';
import type { Steps } from './intervals.ts';

/** What Loki answers: lines of streams, or numbers as Prometheus's. */
type LogData =
  | QueryData
  | {
      readonly resultType: 'streams';
      readonly result: readonly {
        readonly stream: Labels;
        readonly values: readonly (readonly [nanoseconds: string, line: string])[];
      }[];
    };

const NANOSECONDS = 1_000_000;

/** A query of logs, with every variable replaced. */
export interface LogsAsked {
  readonly refId: string;
  readonly expr: string;
  readonly legend: string;
  readonly source: string;
  readonly steps: Steps;
  readonly limit: number | undefined;
  /** One number of each series, of the end of the time. */
  readonly instant: boolean;
}

type Streams = Extract<LogData, { resultType: 'streams' }>['result'];

/** All lines as one frame of Grafana's fields for them, the newest first. */
function linesFrame(streams: Streams, { refId, expr }: LogsAsked): DataFrame {
  const lines = streams
    .flatMap(({ stream, values }) => values.map(([time, text]) => ({ stream, time, text })))
    // Nanoseconds have as many digits for the next centuries.
    .toSorted((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  return {
    refId,
    length: lines.length,
    meta: { executedQueryString: expr, preferredVisualisationType: 'logs' },
    fields: [
      field(
        'labels',
        FieldType.other,
        lines.map(({ stream }) => stream),
      ),
      field(
        'Time',
        FieldType.time,
        lines.map(({ time }) => Math.floor(Number(time) / NANOSECONDS)),
      ),
      field(
        'Line',
        FieldType.string,
        lines.map(({ text }) => text),
      ),
      field(
        'tsNs',
        FieldType.string,
        lines.map(({ time }) => time),
      ),
    ],
  };
}

/** Lines are asked for over a time, whatever the query says. */
function isOfLines(expr: string): boolean {
  return expr.trimStart().startsWith('{');
}

/** Asks for lines, or for numbers made of them. @throws {ApiError} with what is not known of the query language */
export async function askLogs(asked: LogsAsked): Promise<readonly DataFrame[]> {
  const { source, expr, refId, legend, steps, limit, instant } = asked;
  const options = { refId, expr, legend, format: 'time_series', many: false };
  if (instant && !isOfLines(expr)) {
    const { data } = await callLoki<QueryData>(source, 'query', { query: expr, time: steps.end / 1000 });
    // One table, whose column of values carries the letter of the query.
    return framesOf(data, { ...options, format: 'table', many: true });
  }
  const { data } = await callLoki<LogData>(source, 'query_range', {
    query: expr,
    start: steps.start / 1000,
    end: steps.end / 1000,
    step: steps.step / 1000,
    limit,
  });
  if (data.resultType !== 'streams') return framesOf(data, { ...options, steps });
  return data.result.length === 0 ? [] : [linesFrame(data.result, asked)];
}
