import { isService, type Resource } from '@binnacle/model';
import type { ActiveIncident } from '../sample/incident.ts';
import { hashOf, unitAt } from '../sample/random.ts';

/** A trace as a search lists it; `start` and `duration` are milliseconds. */
export interface Trace {
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

/** One trace of each service in so many milliseconds is kept. */
export const TRACE_PERIOD = 20_000;
const NAMES = ['GET /api/items', 'GET /api/orders', 'POST /api/orders', 'GET /api/users/{id}', 'consume orders'];

/** What a service calls an operation; the same for the same number. */
export function operationOf(number: number): string {
  return NAMES[number % NAMES.length] ?? '';
}

/** An unsigned 32-bit number in eight hexadecimal digits. */
export function hexOf(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}

/** Names of the services that have traces. */
export function tracedServices({ resources }: Traces): readonly string[] {
  return resources.filter(isService).map(({ metadata }) => metadata.name);
}

/** The trace of a service at a place in time, always the same. Its id tells both, so that it is found again. */
export function traceAt(service: string, index: number, { seed, incidents }: Traces): Trace {
  const own = hashOf(`${service} trace ${index}`, seed);
  const mask = hashOf(service, seed);
  const start = Math.floor((index + unitAt(own, 1)) * TRACE_PERIOD);
  const is = (kind: ActiveIncident['kind']): boolean =>
    incidents.some((one) => one.service === service && one.kind === kind && start >= one.since);
  // Log-normal around 60 ms.
  const normal = Math.sqrt(-2 * Math.log(1 - unitAt(own, 2))) * Math.cos(2 * Math.PI * unitAt(own, 3));
  const duration = Math.max(1, Math.round(60 * Math.exp(0.8 * normal) * (is('latency') ? 12 : 1)));
  return {
    id: [mask, index ^ mask, hashOf('2', own), hashOf('3', own)].map(hexOf).join(''),
    service,
    name: operationOf(own),
    start,
    duration,
    status: unitAt(own, 4) < (is('errors') ? 0.4 : 0.02) ? 'error' : 'ok',
  };
}

/** The trace of an id; undefined where there is none. */
export function traceOf(id: string, traces: Traces): Trace | undefined {
  const wanted = id.toLowerCase().padStart(32, '0');
  const mask = Number.parseInt(wanted.slice(0, 8), 16);
  const index = (Number.parseInt(wanted.slice(8, 16), 16) ^ mask) >>> 0;
  return tracedServices(traces)
    .map((service) => traceAt(service, index, traces))
    .find((trace) => trace.id === wanted && trace.start <= traces.now());
}
