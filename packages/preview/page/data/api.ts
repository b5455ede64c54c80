/** One sample as Prometheus writes it: Unix seconds and a number in a string. */
export type Sample = readonly [number, string];

/** What a query of Prometheus gives. Native histograms come in `histogram`, which the page does not draw. */
export type QueryData =
  | {
      readonly resultType: 'matrix';
      readonly result: readonly { readonly metric: Labels; readonly values?: readonly Sample[] }[];
    }
  | { readonly resultType: 'vector'; readonly result: readonly { readonly metric: Labels; readonly value?: Sample }[] }
  | { readonly resultType: 'scalar' | 'string'; readonly result: Sample };

export type Labels = Readonly<Record<string, string>>;

/** What a query answered, and what Prometheus remarked about it. */
export interface Answered<T> {
  readonly data: T;
  readonly warnings: readonly string[];
}

/** The server's own words for why it did not answer. */
export class ApiError extends Error {
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

type Parameters = Readonly<Record<string, string | number | readonly string[] | undefined>>;

function searchOf(parameters: Parameters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    for (const one of [value].flat()) search.append(name, String(one));
  }
  return search;
}

interface Envelope<T> {
  readonly status?: string;
  readonly data?: T;
  readonly error?: string;
  readonly errorType?: string;
  readonly warnings?: readonly string[];
  readonly infos?: readonly string[];
}

/** JSON of a path of the preview's own server. @throws {ApiError} with the server's words when it refuses. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, signal === undefined ? {} : { signal });
  const text = await response.text();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other side of the wire is this package too
  if (response.ok) return JSON.parse(text) as T;
  const said = reasonIn(text);
  throw new ApiError(
    said.errorType ?? `http ${response.status}`,
    said.error ?? (text.slice(0, 400) || response.statusText),
  );
}

function reasonIn(text: string): Envelope<never> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it lacks is checked for
    return JSON.parse(text) as Envelope<never>;
  } catch {
    return {};
  }
}

async function call<T>(path: string): Promise<Answered<T>> {
  const { data, status, error, errorType, warnings = [], infos = [] } = await getJson<Envelope<T>>(path);
  if (status === 'error' || data === undefined)
    throw new ApiError(errorType ?? 'error', error ?? 'the answer is empty');
  return { data, warnings: [...warnings, ...infos] };
}

/** One call of Prometheus's HTTP API: `query_range`, `labels`, `label/job/values`. @throws {ApiError} */
export function callPrometheus<T>(source: string, path: string, parameters: Parameters): Promise<Answered<T>> {
  return call(`/api/prometheus/${encodeURIComponent(source)}/api/v1/${path}?${searchOf(parameters)}`);
}

/** One call of Loki's HTTP API: `query_range`, `label/job/values`. @throws {ApiError} */
export function callLoki<T>(source: string, path: string, parameters: Parameters): Promise<Answered<T>> {
  return call(`/api/loki/${encodeURIComponent(source)}/loki/api/v1/${path}?${searchOf(parameters)}`);
}

/** Where Tempo's HTTP API answers a call: `search`, `traces/ID`. */
export function tempoPath(source: string, path: string): string {
  return `/api/tempo/${encodeURIComponent(source)}/api/${path}`;
}

/** One call of Tempo's HTTP API. @throws {ApiError} */
export function callTempo<T>(source: string, path: string, parameters: Parameters = {}): Promise<Answered<T>> {
  return call(`${tempoPath(source, path)}?${searchOf(parameters)}`);
}
