import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { durationMs } from '@binnacle/model';
import { EnvHttpProxyAgent, fetch } from 'undici';
import { type Refusal, TargetError } from '../target-error.ts';
import { hidden, hiddenAddress } from './hidden.ts';
import { ATTEMPTS, isPassing, requestedWait, waitBefore } from './retry.ts';
import { timeLimit } from './time-limit.ts';
import { currentWrite } from './under-way.ts';
import { serversWords } from './words.ts';

const TIMEOUT_MS = 30_000;

/** How a client reaches its server. */
export interface HttpOptions {
  /** Base address; paths are appended to it. */
  readonly url: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Values that no message may show. */
  readonly secrets?: readonly string[];
  /** Names of the environment variables with the credentials. */
  readonly variables?: readonly string[];
  /** Absolute path of a PEM file. */
  readonly caFile?: string;
  /** A Prometheus duration. */
  readonly timeout?: string;
  /** Aborted when the user stops the run: reads end, no further write begins, one under way (`asWrite`) is gone through with. */
  readonly signal?: AbortSignal;
  /** Told of every wait for a retry; for progress lines. */
  readonly onWait?: (text: string) => void;
  readonly random?: () => number;
}

/** One request. At most one of `json` and `text`. */
export interface HttpRequest {
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Values of this request that no message may show, besides the client's own. */
  readonly secrets?: readonly string[];
  /** Statuses besides 2xx that are answers and no errors. */
  readonly accept?: readonly number[];
  /** False for a request that must not be sent twice, even where its answer was lost. Default: true. */
  readonly repeatable?: boolean;
  /** True for a request by method a write that changes nothing. */
  readonly isRehearsal?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
  /** The body read as JSON; undefined when it is empty or not JSON. */
  readonly json: unknown;
}

/** An answer that is none, and what its message must not show. */
interface Refused {
  readonly answer: HttpAnswer;
  readonly secrets: readonly string[];
}

export interface HttpClient {
  readonly url: string;
  /** Sends a request, again where that may help. Throws `TargetError` for an answer that is neither 2xx nor accepted. */
  readonly request: (method: string, path: string, request?: HttpRequest) => Promise<HttpAnswer>;
  readonly close: () => Promise<void>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf(status: number): Refusal {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  return status >= 500 || status === 429 ? 'unavailable' : 'refused';
}

/** What to look at when credentials are missing, wrong (401), or do not suffice (403). */
function accessFix(status: number, server: string, variables: readonly string[]): string | undefined {
  const names = variables.join(' and ');
  if (status === 403) return names === '' ? undefined : `look at what ${names} may do at ${server}`;
  if (status !== 401) return undefined;
  if (names === '') return `${server} asks for credentials: are they named in the settings, set, and still valid?`;
  return `look at ${names}: ${variables.length > 1 ? 'are they' : 'is it'} still valid, and meant for ${server}?`;
}

/** Why no answer came, in the system's words: `connect ECONNREFUSED 127.0.0.1:3000`. */
function reason(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  if (cause instanceof Error) return cause.message;
  return error instanceof Error ? error.message : String(error);
}

/** A certificate or an address that is wrong will be wrong again. */
const LASTING = /certificate|self-signed|ENOTFOUND|ERR_INVALID_URL|unknown scheme/i;

/** The query of an address: `?a=1&b=2`, or nothing. */
function search(query: HttpRequest['query']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) params.append(name, one);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * A client of one server: retries with growing, jittered waits on 429, 5xx and lost connections, honours the server's own
 * waits, proxies of the environment (`HTTPS_PROXY`, `NO_PROXY`) and a custom authority. It follows no redirect, so that
 * credentials go nowhere else. Call `close` when done.
 */
export function createHttpClient(options: HttpOptions): HttpClient {
  const { signal, onWait, random } = options;
  const url = options.url.replace(/\/+$/, '');
  const timeout = options.timeout === undefined ? TIMEOUT_MS : (durationMs(options.timeout) ?? TIMEOUT_MS);
  const tls = options.caFile === undefined ? {} : { ca: readFileSync(options.caFile) };
  const dispatcher = new EnvHttpProxyAgent({ connect: tls, requestTls: tls });
  const server = hiddenAddress(url, options.secrets ?? []);
  const clean = (text: string, more: readonly string[] = []): string =>
    hidden(text, [...(options.secrets ?? []), ...more], server);

  /** True when nothing more is to be asked: what was sent of a write under way is gone through with. */
  function isStopped(): boolean {
    return signal?.aborted === true && currentWrite()?.isSent !== true;
  }

  function interrupted(problem?: TargetError): TargetError {
    return new TargetError(
      'interrupted',
      problem === undefined
        ? `stopped before ${server} was asked`
        : `${problem.message}; stopped before it was asked again`,
    );
  }

  async function attempt(method: string, path: string, asked: HttpRequest): Promise<HttpAnswer> {
    const isRead = method === 'GET' || method === 'HEAD';
    const write = currentWrite();
    const limit = timeLimit(timeout, isRead && write?.isSent !== true ? signal : undefined);
    if (write !== undefined && !isRead && asked.isRehearsal !== true) write.isSent = true;
    const body = asked.json === undefined ? asked.text : JSON.stringify(asked.json);
    try {
      const response = await fetch(`${url}${path}${search(asked.query)}`, {
        method,
        headers: {
          accept: 'application/json',
          ...(asked.json !== undefined && { 'content-type': 'application/json' }),
          ...options.headers,
          ...asked.headers,
        },
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal: limit.signal,
        dispatcher,
      });
      const text = await response.text();
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        text,
        json: text === '' ? undefined : parsed(text),
      };
    } finally {
      limit.clear();
    }
  }

  function refused(method: string, path: string, { answer, secrets }: Refused): TargetError {
    const { status } = answer;
    const target = answer.header('location');
    if (status >= 300 && status < 400) {
      const to = target === null ? '' : ` to ${clean(target)}`;
      return new TargetError('refused', clean(`${server}${path} is moved${to}`, secrets), {
        status,
        fix: 'write the address it is served under as the `url`',
      });
    }
    const words = clean(serversWords(answer.json, answer.text) || `${method} ${path} answered ${status}`, secrets);
    const fix = accessFix(status, server, options.variables ?? []);
    return new TargetError(refusalOf(status), words, {
      status,
      ...(fix !== undefined && { fix }),
    });
  }

  async function request(method: string, path: string, asked: HttpRequest = {}): Promise<HttpAnswer> {
    const attempts = asked.repeatable === false ? 1 : ATTEMPTS;
    for (let tried = 1; ; tried += 1) {
      if (isStopped()) throw interrupted();
      let requested: number | undefined;
      let problem: TargetError;
      try {
        const answer = await attempt(method, path, asked);
        const { status } = answer;
        if ((status >= 200 && status < 300) || asked.accept?.includes(status) === true) return answer;
        problem = refused(method, path, { answer, secrets: asked.secrets ?? [] });
        if (!isPassing(status)) throw problem;
        requested = requestedWait(answer.header, answer.json);
      } catch (error) {
        if (error instanceof TargetError) throw error;
        if (isStopped()) throw interrupted();
        problem = new TargetError('unavailable', `${server}: ${clean(reason(error), asked.secrets)}`, {
          fix: 'is the address right, and does the server run?',
        });
        if (LASTING.test(problem.message)) throw problem;
      }
      if (tried >= attempts) throw problem;
      const wait = waitBefore(tried, requested, random);
      onWait?.(`${problem.message}; again in ${(wait / 1000).toFixed(1)} s`);
      await sleep(wait, undefined, signal === undefined ? {} : { signal }).catch(() => {
        throw interrupted(problem);
      });
    }
  }

  return { url: server, request, close: () => dispatcher.close() };
}
