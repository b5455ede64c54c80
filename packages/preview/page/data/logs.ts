import { type DataFrame, FieldType } from '@grafana/data';
import type { Labels, QueryData } from './api.ts';
import { callLoki } from './api.ts';
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
}

function streamFrame(
  { stream, values }: Extract<LogData, { resultType: 'streams' }>['result'][number],
  { refId, expr }: LogsAsked,
): DataFrame {
  const config = {};
  return {
    refId,
    length: values.length,
    meta: { executedQueryString: expr, preferredVisualisationType: 'logs' },
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config,
        values: values.map(([time]) => Math.floor(Number(time) / NANOSECONDS)),
      },
      { name: 'Line', type: FieldType.string, config, labels: { ...stream }, values: values.map(([, line]) => line) },
      { name: 'level', type: FieldType.string, config, values: values.map(() => stream['level'] ?? '') },
    ],
  };
}

/** Asks for lines, or for numbers made of them. @throws {ApiError} with what is not known of the query language */
export async function askLogs(asked: LogsAsked): Promise<readonly DataFrame[]> {
  const { source, expr, refId, legend, steps, limit } = asked;
  const { data } = await callLoki<LogData>(source, 'query_range', {
    query: expr,
    start: steps.start / 1000,
    end: steps.end / 1000,
    step: steps.step / 1000,
    limit,
  });
  if (data.resultType === 'streams') return data.result.map((one) => streamFrame(one, asked));
  return framesOf(data, { refId, expr, legend, format: 'time_series', steps, many: false });
}
