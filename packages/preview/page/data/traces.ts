import { type DataFrame, FieldType } from '@grafana/data';
import { searchTraces } from './api.ts';

interface Found {
  readonly traces: readonly {
    readonly traceID: string;
    readonly rootServiceName: string;
    readonly rootTraceName: string;
    readonly startTimeUnixNano: string;
    readonly durationMs: number;
  }[];
}

const NANOSECONDS = 1_000_000;

/** A search of traces, with every variable replaced. Times are Unix milliseconds. */
export interface TracesAsked {
  readonly refId: string;
  readonly query: string;
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly limit: number | undefined;
}

/** Asks for traces, as the table that a list of traces is drawn of. @throws {ApiError} with what is not known of the query language */
export async function askTraces({ refId, query, source, from, to, limit }: TracesAsked): Promise<readonly DataFrame[]> {
  const { data } = await searchTraces<Found>(source, { q: query, start: from / 1000, end: to / 1000, limit });
  const { traces } = data;
  const config = {};
  const text = (name: string, values: string[]) => ({ name, type: FieldType.string, config, values });
  return [
    {
      refId,
      length: traces.length,
      meta: { executedQueryString: query, preferredVisualisationType: 'table' },
      fields: [
        text(
          'traceID',
          traces.map(({ traceID }) => traceID),
        ),
        {
          name: 'startTime',
          type: FieldType.time,
          config,
          values: traces.map(({ startTimeUnixNano }) => Math.floor(Number(startTimeUnixNano) / NANOSECONDS)),
        },
        text(
          'traceService',
          traces.map(({ rootServiceName }) => rootServiceName),
        ),
        text(
          'traceName',
          traces.map(({ rootTraceName }) => rootTraceName),
        ),
        {
          name: 'traceDuration',
          type: FieldType.number,
          config: { unit: 'ms' },
          values: traces.map(({ durationMs }) => durationMs),
        },
      ],
    },
  ];
}
