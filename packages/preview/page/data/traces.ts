import { type DataFrame, type DataLink, type Field, type FieldConfig, FieldType } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { callTempo } from './api.ts';
import { field } from './field.ts';

interface Found {
  readonly traces: readonly {
    readonly traceID: string;
    readonly rootServiceName: string;
    readonly rootTraceName: string;
    readonly startTimeUnixNano: string;
    readonly durationMs: number;
  }[];
}

/** A trace as OpenTelemetry writes it. */
export interface WholeTrace {
  readonly batches: readonly {
    readonly resource: {
      readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
    };
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly traceId: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly name: string;
        readonly startTimeUnixNano: string;
        readonly endTimeUnixNano: string;
        readonly status: { readonly code: string };
      }[];
    }[];
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

/** Milliseconds with their fractions, of which a number of nanoseconds has no room. */
function milliseconds(nanoseconds: string): number {
  return Number(nanoseconds.slice(0, -6)) + Number(nanoseconds.slice(-6)) / NANOSECONDS;
}

/** Shows a trace beside the page that is open. */
export function openTrace(id: string): void {
  locationService.partial({ trace: id });
}

/** Where a cell with the id of a trace leads. */
function traceLink(): DataLink {
  const kept = new URLSearchParams(window.location.search);
  kept.delete('trace');
  const before = kept.size === 0 ? '' : `${kept}&`;
  return {
    title: 'Open the trace',
    url: `${window.location.pathname}?${before}trace=\${__value.raw}`,
    onClick: ({ e: event, replaceVariables }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Grafana leaves the event open; it is a click
      (event as Event | undefined)?.preventDefault();
      openTrace(replaceVariables?.('${__value.raw}') ?? '');
    },
  };
}

/** One trace as the frame of its spans. */
export function traceFrame({ batches }: WholeTrace, id: string, refId: string): DataFrame {
  const spans = batches.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service })));
  });
  const texts = (name: string, of: (span: (typeof spans)[number]) => string): Field<string> =>
    field(name, FieldType.string, spans.map(of));
  const numbers = (name: string, of: (span: (typeof spans)[number]) => number): Field<number> =>
    field(name, FieldType.number, spans.map(of));
  return {
    refId,
    length: spans.length,
    meta: { executedQueryString: id, preferredVisualisationType: 'trace' },
    fields: [
      texts('traceID', ({ traceId }) => traceId),
      texts('spanID', ({ spanId }) => spanId),
      texts('parentSpanID', ({ parentSpanId = '' }) => parentSpanId),
      texts('operationName', ({ name }) => name),
      texts('serviceName', ({ service }) => service),
      numbers('statusCode', ({ status }) => (status.code === 'STATUS_CODE_ERROR' ? 2 : 1)),
      numbers('startTime', ({ startTimeUnixNano }) => milliseconds(startTimeUnixNano)),
      numbers(
        'duration',
        ({ startTimeUnixNano, endTimeUnixNano }) =>
          Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / NANOSECONDS,
      ),
    ],
  };
}

async function search({ refId, query, source, from, to, limit }: TracesAsked): Promise<DataFrame> {
  const { data } = await callTempo<Found>(source, 'search', { q: query, start: from / 1000, end: to / 1000, limit });
  const { traces } = data;
  const column = (name: string, of: (trace: Found['traces'][number]) => string, config: FieldConfig): Field<string> =>
    field(name, FieldType.string, traces.map(of), config);
  return {
    refId,
    length: traces.length,
    meta: { executedQueryString: query, preferredVisualisationType: 'table' },
    fields: [
      column('traceID', ({ traceID }) => traceID, { displayNameFromDS: 'Trace ID', links: [traceLink()] }),
      field(
        'startTime',
        FieldType.time,
        traces.map(({ startTimeUnixNano }) => Math.floor(milliseconds(startTimeUnixNano))),
        { displayNameFromDS: 'Start time' },
      ),
      column('traceService', ({ rootServiceName }) => rootServiceName, { displayNameFromDS: 'Service' }),
      column('traceName', ({ rootTraceName }) => rootTraceName, { displayNameFromDS: 'Name' }),
      field(
        'traceDuration',
        FieldType.number,
        traces.map(({ durationMs }) => durationMs),
        { displayNameFromDS: 'Duration', unit: 'ms' },
      ),
    ],
  };
}

/** Where a trace is asked for by its id. */
export function pathOfTrace(id: string): string {
  return `traces/${encodeURIComponent(id)}`;
}

/** Asks for what a query of Tempo means: the spans of one trace, by its id, or the table of those that are found. @throws {ApiError} */
export async function askTraces(asked: TracesAsked): Promise<readonly DataFrame[]> {
  const id = asked.query.trim();
  if (!/^[0-9a-f]{16,32}$/i.test(id)) return [await search(asked)];
  const { data } = await callTempo<WholeTrace>(asked.source, pathOfTrace(id));
  return [traceFrame(data, id, asked.refId)];
}
