import { type ApiAnswer, failure, success } from '../prometheus/answer.ts';
import { timeOf } from '../prometheus/parameters.ts';
import { type Trace, traceAt, tracedServices, traceOf, TRACE_PERIOD, type Traces } from './sample-traces.ts';
import { type Span, spansOf } from './spans.ts';

const HOUR = 3_600_000;
const USUAL_LIMIT = 20;
const MOST = 100_000;
const CONDITION =
  /^\s*(resource\.service\.name|\.service\.name|name|status|duration)\s*(=~|!=|>=|<=|=|>|<)\s*("(?:[^"\\]|\\.)*"|[\w.]+)\s*$/;
const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

type Test = (trace: Trace) => boolean;

function compared(value: number, op: string, with_: number): boolean {
  const than: Readonly<Record<string, boolean>> = {
    '=': value === with_,
    '!=': value !== with_,
    '>': value > with_,
    '<': value < with_,
    '>=': value >= with_,
    '<=': value <= with_,
  };
  return than[op] ?? false;
}

function testOf(condition: string): Test | undefined {
  const [, field, op = '', written = ''] = CONDITION.exec(condition) ?? [];
  if (field === undefined) return undefined;
  if (field === 'duration') {
    const [, count, unit = ''] = /^(\d+(?:\.\d+)?)(us|ms|s|m)$/.exec(written) ?? [];
    if (count === undefined || op === '=~') return undefined;
    return ({ duration }) => compared(duration, op, Number(count) * (UNITS[unit] ?? 1));
  }
  const text = written.replace(/^"(.*)"$/, '$1');
  const valueOf = (trace: Trace): string =>
    field === 'name' ? trace.name : field === 'status' ? trace.status : trace.service;
  if (op === '=') return (trace) => valueOf(trace) === text;
  return op === '!=' ? (trace) => valueOf(trace) !== text : undefined;
}

/** What a search asks of a trace; why it cannot be told, for what sample traces do not know. */
function readSearch(query: string): readonly Test[] | string {
  const [, inner] = /^\s*\{([^{}]*)\}\s*$/.exec(query === '' ? '{}' : query) ?? [];
  const known = 'one { … } with resource.service.name, name, status and duration, joined by &&';
  if (inner === undefined) return `sample traces know ${known}; not ${JSON.stringify(query.slice(0, 60))}`;
  const conditions = inner.split('&&').filter((one) => one.trim() !== '');
  const tests = conditions.map(testOf);
  const unknown = conditions.find((_, i) => tests[i] === undefined);
  if (unknown !== undefined) return `sample traces know ${known}; not ${JSON.stringify(unknown.trim())}`;
  return tests.filter((test) => test !== undefined);
}

function nanoseconds(ms: number): string {
  return `${Math.round(ms * 1000)}000`;
}

/** A span in OpenTelemetry's JSON. */
function spanJson({ id, parent, name, start, duration, status }: Span, trace: string): object {
  return {
    traceId: trace,
    spanId: id,
    ...(parent !== '' && { parentSpanId: parent }),
    name,
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(start + duration),
    status: { code: status === 'error' ? 'STATUS_CODE_ERROR' : 'STATUS_CODE_OK' },
  };
}

/** Tempo's answer for one trace: its spans, by service. */
function traceAnswer(id: string, traces: Traces): ApiAnswer {
  const trace = traceOf(id, traces);
  if (trace === undefined) return failure('not_found', `there is no sample trace ${id}`);
  const byService = new Map<string, Span[]>();
  for (const span of spansOf(trace, traces))
    byService.set(span.service, [...(byService.get(span.service) ?? []), span]);
  return success({
    batches: [...byService].map(([service, spans]) => ({
      resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
      scopeSpans: [{ spans: spans.map((span) => spanJson(span, trace.id)) }],
    })),
  });
}

/** Answers Tempo's `GET /api/search`, the newest traces of those that are meant, and `/api/traces/ID` from sample traces. */
export function answerTraces(path: string, parameters: URLSearchParams, traces: Traces): ApiAnswer {
  const [, wanted] = /^traces\/([0-9a-f]{1,32})$/i.exec(path) ?? [];
  if (wanted !== undefined) return traceAnswer(wanted, traces);
  if (path !== 'search') return failure('not_found', `sample traces have no ${path}`);
  const tests = readSearch(parameters.get('q') ?? '');
  if (typeof tests === 'string') return failure('bad_data', tests);
  const end = Math.min(traces.now(), timeOf(parameters, 'end', traces.now()));
  const start = timeOf(parameters, 'start', end - HOUR);
  const limit = Number(parameters.get('limit') ?? USUAL_LIMIT) || USUAL_LIMIT;
  const services = tracedServices(traces);
  const found: Trace[] = [];
  let looked = 0;
  for (
    let index = Math.ceil(end / TRACE_PERIOD);
    index >= start / TRACE_PERIOD - 1 && found.length < limit && looked < MOST;
    index -= 1
  ) {
    for (const service of services) {
      looked += 1;
      const trace = traceAt(service, index, traces);
      if (trace.start >= start && trace.start <= end && tests.every((test) => test(trace))) found.push(trace);
    }
  }
  return success({
    traces: found
      .toSorted((a, b) => b.start - a.start)
      .slice(0, limit)
      .map(({ id, service, name, start: began, duration }) => ({
        traceID: id,
        rootServiceName: service,
        rootTraceName: name,
        startTimeUnixNano: nanoseconds(began),
        durationMs: duration,
      })),
  });
}
