import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A Grafana that is asked for everything a page needs. */
export interface Upstream {
  /** Base address, with the sub-path it is served under. */
  readonly url: URL;
  /** Credentials; they stay in the server. */
  readonly headers: Readonly<Record<string, string>>;
  /** Certificates of the authority that signed its own, PEM. */
  readonly ca?: string | Buffer;
}

/** Of the browser's headers, those that say what it can read and what it sends. */
const SENT = [
  'accept',
  'accept-language',
  'content-type',
  'x-grafana-org-id',
  'x-panel-id',
  'x-dashboard-uid',
  'if-none-match',
];
/** Of Grafana's, those that are not about the connection, its cookies or its own address. */
const DROPPED = new Set([
  'connection',
  'content-length',
  'content-security-policy',
  'keep-alive',
  'set-cookie',
  'strict-transport-security',
  'transfer-encoding',
]);
/** Pages that name Grafana's address are read whole; no page of Grafana is longer. */
const LONGEST_PAGE = 16 * 2 ** 20;

function sentHeaders(headers: IncomingHttpHeaders, { url, headers: own }: Upstream): Record<string, string> {
  const passed = SENT.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  // Grafana refuses posts of other origins.
  return { ...Object.fromEntries(passed), ...own, host: url.host, origin: url.origin, 'accept-encoding': 'identity' };
}

function shownHeaders(
  headers: IncomingHttpHeaders,
  here: string,
  { url }: Upstream,
): Record<string, string | string[]> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string | string[]][] =>
    value === undefined || DROPPED.has(name) ? [] : [[name, value]],
  );
  const { location } = headers;
  const moved = location?.startsWith(url.origin) === true ? here + location.slice(url.origin.length) : location;
  return { ...Object.fromEntries(kept), ...(moved !== undefined && { location: moved }) };
}

/** As JSON in a page writes an address. */
function escaped(address: string): string {
  return address.replaceAll('/', String.raw`\/`);
}

/** Grafana's page names its own address; here it is this server's. */
function withAddress(page: string, { url }: Upstream, here: string): string {
  return page.replaceAll(url.origin, here).replaceAll(escaped(url.origin), escaped(here));
}

/**
 * Passes a request on to Grafana and its answer back, as it comes. Cookies go neither way. Rejects when Grafana cannot be
 * reached before it has answered.
 */
export function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { upstream, here }: { readonly upstream: Upstream; readonly here: string },
): Promise<void> {
  const send = upstream.url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = send(
      {
        protocol: upstream.url.protocol,
        hostname: upstream.url.hostname.replaceAll(/^\[|\]$/g, ''),
        port: upstream.url.port,
        path: request.url ?? '/',
        method: request.method ?? 'GET',
        headers: sentHeaders(request.headers, upstream),
        ...(upstream.ca !== undefined && { ca: upstream.ca }),
      },
      (answer) => {
        const headers = shownHeaders(answer.headers, here, upstream);
        response.statusCode = answer.statusCode ?? 502;
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        answer.on('error', () => response.destroy());
        if (!(answer.headers['content-type'] ?? '').startsWith('text/html')) {
          answer.pipe(response).on('close', resolve);
          return;
        }
        const parts: Buffer[] = [];
        let length = 0;
        answer.on('data', (part: Buffer) => {
          length += part.length;
          if (length <= LONGEST_PAGE) parts.push(part);
          else answer.destroy(new Error('too long'));
        });
        answer.on('end', () => {
          response.end(withAddress(Buffer.concat(parts).toString('utf8'), upstream, here), resolve);
        });
      },
    );
    response.on('close', () => asked.destroy());
    asked.on('error', reject);
    request.pipe(asked);
  });
}
