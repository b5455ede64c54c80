import { isService, type Resource } from '@binnacle/model';
import { type ApiAnswer, failure, success } from '../prometheus/answer.ts';
import { timeOf } from '../prometheus/parameters.ts';
import { hashOf, unitAt } from '../sample/random.ts';
import type { ActiveIncident } from '../sample/incident.ts';

/** A trace as a search lists it; `start` and `duration` are milliseconds. */
interface Trace {
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly start: number;
  readonly duration: number;
  readonly status: 'ok' | 'error';
}

/** Traces that searches are answered from. */
export interface Traces {
  readonly resources: readonly Resource[];
  readonly seed: number;
  readonly incidents: readonly ActiveIncident[];
  /** Unix milliseconds. */
  readonly now: () => number;
}

const HOUR = 3_600_000;
/** One trace of each service in so many milliseconds is kept. */
const PERIOD = 20_000;
const USUAL_LIMIT = 20;
const MOST = 100_000;
const NAMES = ['GET /api/items', 'GET /api/orders', 'POST /api/orders', 'GET /api/users/{id}', 'consume orders'];
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

function traceAt(service: string, index: number, { seed, incidents }: Traces): Trace {
  const own = hashOf(`${service} trace ${index}`, seed);
  const start = Math.floor((index + unitAt(own, 1)) * PERIOD);
  const is = (kind: ActiveIncident['kind']): boolean =>
    incidents.some((one) => one.service === service && one.kind === kind && start >= one.since);
  // Log-normal around 60 ms.
  const normal = Math.sqrt(-2 * Math.log(1 - unitAt(own, 2))) * Math.cos(2 * Math.PI * unitAt(own, 3));
  const duration = Math.max(1, Math.round(60 * Math.exp(0.8 * normal) * (is('latency') ? 12 : 1)));
  return {
    id: [0, 1, 2, 3].map((part) => hashOf(String(part), own).toString(16).padStart(8, '0')).join(''),
    service,
    name: NAMES[own % NAMES.length] ?? '',
    start,
    duration,
    status: unitAt(own, 4) < (is('errors') ? 0.4 : 0.02) ? 'error' : 'ok',
  };
}

/** Answers Tempo's `GET /api/search` from sample traces: the newest of those that are meant. */
export function answerTraces(path: string, parameters: URLSearchParams, traces: Traces): ApiAnswer {
  if (path !== 'search') return failure('not_found', `sample traces have no ${path}`);
  const tests = readSearch(parameters.get('q') ?? '');
  if (typeof tests === 'string') return failure('bad_data', tests);
  const end = Math.min(traces.now(), timeOf(parameters, 'end', traces.now()));
  const start = timeOf(parameters, 'start', end - HOUR);
  const limit = Number(parameters.get('limit') ?? USUAL_LIMIT) || USUAL_LIMIT;
  const services = traces.resources.filter(isService).map(({ metadata }) => metadata.name);
  const found: Trace[] = [];
  let looked = 0;
  for (
    let index = Math.ceil(end / PERIOD);
    index >= start / PERIOD - 1 && found.length < limit && looked < MOST;
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
        startTimeUnixNano: `${began}000000`,
        durationMs: duration,
      })),
  });
}
