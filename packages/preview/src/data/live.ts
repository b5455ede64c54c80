import type { Dispatcher, Response } from 'undici';
import { type ApiAnswer, failure } from '../prometheus/answer.ts';
import type { ApiRequest, Data } from './data.ts';

/** How a Prometheus, or what speaks as it does, is asked. */
export interface LiveDataOptions {
  /** Base address, with the sub-path it is served under. */
  readonly url: string;
  /** Sent with every request, credentials among them. They stay in the server. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that one answer may take. */
  readonly timeout?: number;
  /** Certificates of the authority that signed the server's own, PEM. */
  readonly ca?: string | Buffer;
  /** Bytes that one answer may have. */
  readonly mostBytes?: number;
}

const USUAL_TIMEOUT = 30_000;
const USUAL_MOST = 64 * 2 ** 20;
/** These take queries that are longer than an address may be. */
const POSTED = new Set(['query', 'query_range', 'series', 'labels']);

const UNTRUSTED = "nobody known signed its certificate: name the authority's in `caFile` of the destination";

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'no such host'],
  ['SELF_SIGNED_CERT_IN_CHAIN', UNTRUSTED],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', UNTRUSTED],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNTRUSTED],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', UNTRUSTED],
  ['EAI_AGAIN', 'no such host'],
  ['ECONNRESET', 'the connection was closed'],
  ['UND_ERR_SOCKET', 'the connection was closed'],
]);

/** An answer that is none of Prometheus's. */
class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** An address as it may be shown: without user, password and query. */
function shownAddress(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function credentialsIn({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function reasonOf(error: unknown): string {
  if (error instanceof Unusable) return error.message;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return REASONS.get(code) ?? (cause instanceof Error ? cause.message : String(cause));
}

async function textOf(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return '';
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most)
      throw new Unusable(`its answer is longer than ${most} bytes: ask for fewer series or a longer step`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a server says, or why it cannot be shown. */
async function checked(response: Response, most: number): Promise<ApiAnswer> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) throw new Unusable('it leads elsewhere: give the address it leads to');
  if (status === 401 || status === 403) throw new Unusable(`it answers ${status}: give credentials that may read`);
  const isJson = (headers.get('content-type') ?? '').includes('json');
  const body = await textOf(response, most);
  if (!isJson) throw new Unusable(`it answers ${status} and no JSON: is this the address of a Prometheus?`);
  return { status, body };
}

/** Connections to a server, through the proxies of the environment. */
async function connections(ca: string | Buffer | undefined): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici');
  const tls = ca === undefined ? {} : { ca };
  return new EnvHttpProxyAgent({ connect: tls, requestTls: tls });
}

/** Data of a server that runs. Only reading is passed on, and nothing of the browser but the parameters. */
export function liveData({
  url,
  headers = {},
  timeout = USUAL_TIMEOUT,
  mostBytes = USUAL_MOST,
  ca,
}: LiveDataOptions): Data {
  const address = new URL(url);
  const base = shownAddress(address);
  let dispatcher: Promise<Dispatcher> | undefined;
  const sent = { ...credentialsIn(address), ...headers, accept: 'application/json' };

  async function ask({ path, parameters, signal }: ApiRequest): Promise<ApiAnswer> {
    const isPosted = POSTED.has(path);
    const query = isPosted || parameters.size === 0 ? '' : `?${parameters.toString()}`;
    const limit = AbortSignal.timeout(timeout);
    try {
      const { fetch } = await import('undici');
      const response = await fetch(`${base}/api/v1/${path}${query}`, {
        method: isPosted ? 'POST' : 'GET',
        headers: sent,
        redirect: 'manual',
        dispatcher: await (dispatcher ??= connections(ca)),
        signal: AbortSignal.any([signal, limit]),
        ...(isPosted && { body: parameters }),
      });
      return await checked(response, mostBytes);
    } catch (error) {
      if (limit.aborted) return failure('timeout', `${base} did not answer within ${timeout / 1000} s`);
      return { ...failure('unavailable', `${base} cannot be read: ${reasonOf(error)}`), status: 502 };
    }
  }

  return {
    describe: () => ({ kind: 'live', url: base }),
    use: () => undefined,
    states: () => undefined,
    now: Date.now,
    answer: ask,
    setIncident: () => `nothing can be made to go wrong at ${base}: incidents belong to sample data`,
  };
}
