import { ExpectedError, systemCode } from '../../expected.ts';

/** How to ask a server. Nothing of it is ever printed but the address without its password. */
export interface HttpOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Longest wait for an answer to begin, and between two pieces of it, in milliseconds. */
  readonly timeout: number;
}

const MOST_REDIRECTS = 5;

/** An address as it may be shown: without user, password and query, which may hold a token. */
export function shown(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}

/** `fetch` refuses credentials in an address; they are sent as the header they stand for. */
function withoutCredentials(url: URL): readonly [URL, Readonly<Record<string, string>>] {
  if (url.username === '' && url.password === '') return [url, {}];
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return [bare, { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }];
}

const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'no such host'],
  ['ECONNRESET', 'the connection was closed'],
  ['UND_ERR_SOCKET', 'the connection was closed'],
]);

function why(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return REASONS.get(systemCode(cause)) ?? (cause instanceof Error ? cause.message : String(cause));
}

async function* bodyOf(response: Response, source: string, alive: () => void): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      alive();
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError(`${source} broke off: ${why(error)}`);
  }
}

export interface Answer {
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * GETs an address. Credentials and headers stay with the host they were given for: a redirect elsewhere is an error.
 * The body is read as a stream.
 */
export async function get(address: URL, { headers, timeout }: HttpOptions): Promise<Answer> {
  const abort = new AbortController();
  const seconds = timeout / 1000;
  let timer: NodeJS.Timeout | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error(`no answer within ${seconds} s`)), timeout);
    timer.unref();
  };
  alive();
  let [url, credentials] = withoutCredentials(address);
  const source = shown(url);
  for (let redirects = 0; ; redirects += 1) {
    let response: Response;
    try {
      response = await fetch(url, {
        headers: { ...credentials, ...headers },
        redirect: 'manual',
        signal: abort.signal,
      });
    } catch (error) {
      throw new ExpectedError(
        `cannot read ${source}: ${why(abort.signal.aborted ? abort.signal.reason : error)}`,
        'see that the address is right and the server is up; --timeout sets how long to wait',
      );
    }
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      const next = new URL(location, url);
      if (next.origin !== url.origin) {
        throw new ExpectedError(
          `${source} redirects to another host, ${shown(next)}`,
          'give that address if you trust it with your headers',
        );
      }
      if (redirects >= MOST_REDIRECTS) throw new ExpectedError(`${source} redirects in circles`);
      url = next;
      continue;
    }
    if (!response.ok) {
      clearTimeout(timer);
      const fix =
        response.status === 401 || response.status === 403
          ? 'give a token in BINNACLE_TOKEN, or a --header'
          : undefined;
      throw new ExpectedError(`${source} answers ${response.status} ${response.statusText}`.trimEnd(), fix);
    }
    const body = bodyOf(response, source, alive);
    return {
      contentType: response.headers.get('content-type') ?? '',
      body: (async function* () {
        try {
          yield* body;
        } finally {
          clearTimeout(timer);
        }
      })(),
    };
  }
}
