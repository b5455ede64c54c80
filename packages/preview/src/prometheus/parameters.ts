import { parse, parseDuration, type VectorSelector } from '@binnacle/promql';
import { ParameterError } from './answer.ts';

/** Prometheus refuses more points a series; at a resolution of a minute that is a week. */
const MOST_POINTS = 11_000;

function invalid(name: string, reason: string): ParameterError {
  return new ParameterError(`invalid parameter ${JSON.stringify(name)}: ${reason}`);
}

/** A point in time as Prometheus takes it, Unix seconds or RFC 3339, in Unix milliseconds. */
export function timeOf(parameters: URLSearchParams, name: string, otherwise?: number): number {
  const text = parameters.get(name);
  if (text === null || text === '') {
    if (otherwise !== undefined) return otherwise;
    throw invalid(name, `cannot parse "" to a valid timestamp`);
  }
  const seconds = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  if (Number.isFinite(seconds)) return Math.round(seconds * 1000);
  const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isFinite(written)) return written;
  throw invalid(name, `cannot parse ${JSON.stringify(text)} to a valid timestamp`);
}

/** A length of time, seconds or a duration, in milliseconds. */
export function durationOf(parameters: URLSearchParams, name: string): number {
  const text = parameters.get(name) ?? '';
  const seconds = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  if (Number.isFinite(seconds)) return seconds * 1000;
  const ms = text === '' ? undefined : parseDuration(text);
  if (ms === undefined) throw invalid(name, `cannot parse ${JSON.stringify(text)} to a valid duration`);
  return ms;
}

/** Start, end and step of a range query, Unix milliseconds. */
export function rangeOf(parameters: URLSearchParams): {
  readonly start: number;
  readonly end: number;
  readonly step: number;
} {
  const start = timeOf(parameters, 'start');
  const end = timeOf(parameters, 'end');
  if (end < start) throw invalid('end', 'end timestamp must not be before start time');
  const step = durationOf(parameters, 'step');
  if (step <= 0)
    throw invalid('step', 'zero or negative query resolution step widths are not accepted. Try a positive integer');
  if ((end - start) / step > MOST_POINTS) {
    throw new ParameterError(
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  return { start, end, step };
}

/** The query of a request. */
export function queryOf(parameters: URLSearchParams): string {
  const query = parameters.get('query') ?? '';
  const [error] = parse(query, { variables: false }).errors;
  if (error !== undefined) {
    const before = query.slice(0, error.span.start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const hint = error.hint === undefined ? '' : ` (${error.hint})`;
    throw invalid('query', `${place}: parse error: ${error.message}${hint}`);
  }
  return query;
}

/** The series selectors of a request. */
export function selectorsOf(parameters: URLSearchParams): readonly VectorSelector[] {
  return parameters.getAll('match[]').map((text) => {
    const { expr, errors } = parse(text, { variables: false });
    const [error] = errors;
    if (error !== undefined) throw invalid('match[]', `1:${error.span.start + 1}: parse error: ${error.message}`);
    if (expr.type !== 'VectorSelector') throw invalid('match[]', `${text} is no series selector`);
    return expr;
  });
}

/** How many results a request wants at most; undefined for all. */
export function limitOf(parameters: URLSearchParams): number | undefined {
  const text = parameters.get('limit');
  if (text === null || text === '' || text === '0') return undefined;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 0) throw invalid('limit', 'limit must be a non-negative number');
  return limit;
}
