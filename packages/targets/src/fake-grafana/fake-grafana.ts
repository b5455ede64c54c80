import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord } from '@binnacle/model';
import { parse, stringify } from 'yaml';
import { answer, type Answer, legacyError } from './answer.ts';
import { type Fault, faultyAnswer, isProcessed, send } from './faults.ts';
import { type FakeDatasource, type Organisation, organisation } from './organisation.ts';
import { profileOf } from './profile.ts';
import type { Context, FakeRequest } from './request.ts';
import { route } from './routes.ts';
import { textOf } from '../text-of.ts';

/** How the fake behaves; everything has a default. */
export interface FakeGrafanaOptions {
  /** Default: `13.2`. */
  readonly version?: string;
  /** Sub-path it is served under: `/grafana`. */
  readonly path?: string;
  /** Tokens, and the organisation each belongs to. Default: `test-token` of organisation 1. */
  readonly tokens?: Readonly<Record<string, number>>;
  /** `user:password`, and the organisation it works in. */
  readonly users?: Readonly<Record<string, number>>;
  /** Number of a Cloud stack: the namespace is `stacks-<n>` then. */
  readonly stack?: number;
  /** Default: `prom-1` and `loki-1`. */
  readonly datasources?: readonly FakeDatasource[];
  /** Most objects on one page, whatever is asked for. Default: 100. */
  readonly pageSize?: number;
  /** Default: 4. */
  readonly maxFolderDepth?: number;
  /** Keeps no annotations and labels but the folder, as the storage of some Grafana 12 does. */
  readonly dropsAnnotations?: boolean;
  /** Refuses to change who manages a resource. Default: from version 13. */
  readonly enforcesManagers?: boolean;
  /** False: recording rules are refused. Default: true. */
  readonly recordingRules?: boolean;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** What goes wrong with the request of this number, from 0. */
  readonly faults?: (request: LoggedRequest, index: number) => Fault | undefined;
}

/** A request the fake received. */
export interface LoggedRequest {
  readonly method: string;
  /** With the query, without the sub-path. */
  readonly path: string;
  /** Bytes of its body. */
  readonly size: number;
}

/** A running fake. */
export interface FakeGrafana {
  /** Address, with the sub-path. */
  readonly url: string;
  /** Everything that was asked, in order; may be emptied. */
  readonly requests: LoggedRequest[];
  /** What an organisation holds, to look at and to change behind everybody's back. Default: the first. */
  readonly organisation: (id?: number) => Organisation;
  readonly close: () => Promise<void>;
}

const DATASOURCES: readonly FakeDatasource[] = [
  { uid: 'prom-1', name: 'Prometheus', type: 'prometheus' },
  { uid: 'loki-1', name: 'Loki', type: 'loki' },
];
const FIRST_REVISION = 1000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += textOf(chunk);
  return text;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return parse(text);
  }
}

/** Starts a Grafana in memory, on a free port of the loopback interface. */
export async function createFakeGrafana(options: FakeGrafanaOptions = {}): Promise<FakeGrafana> {
  const profile = profileOf(options.version ?? '13.2');
  const base = (options.path ?? '').replace(/\/+$/, '');
  const tokens = options.tokens ?? { 'test-token': 1 };
  const organisations = new Map<number, Organisation>();
  const requests: LoggedRequest[] = [];
  let received = 0;
  let revision = FIRST_REVISION;

  function organisationOf(id = 1): Organisation {
    const known = organisations.get(id);
    if (known !== undefined) return known;
    const namespace = options.stack === undefined ? (id === 1 ? 'default' : `org-${id}`) : `stacks-${options.stack}`;
    const made = organisation(id, namespace, options.datasources ?? DATASOURCES);
    organisations.set(id, made);
    return made;
  }

  /** The organisation that the credentials belong to. */
  function access(authorization = ''): number | undefined {
    const [scheme, value = ''] = authorization.split(' ');
    if (scheme === 'Bearer') return tokens[value];
    return scheme === 'Basic' ? options.users?.[Buffer.from(value, 'base64').toString()] : undefined;
  }

  function respond(request: FakeRequest): Answer {
    if (request.path === '/api/health')
      return answer(200, { database: 'ok', version: profile.version, commit: 'fake' });
    const id = access(request.header('authorization'));
    if (id === undefined) return legacyError(401, 'Invalid API key', 'api-key.invalid');
    const context: Context = {
      profile,
      organisation: organisationOf(id),
      next: () => (revision += 1),
      pageSize: options.pageSize ?? 100,
      maxFolderDepth: options.maxFolderDepth ?? 4,
      dropsAnnotations: options.dropsAnnotations ?? false,
      enforcesManagers: options.enforcesManagers ?? profile.enforcesManagers,
      recordingRules: options.recordingRules ?? true,
      identity: 'service-account:1',
    };
    return route(request, context);
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(incoming);
    const url = new URL(incoming.url ?? '/', 'http://fake');
    const isBelow = base === '' || url.pathname.startsWith(`${base}/`);
    const path = isBelow ? url.pathname.slice(base.length) : url.pathname;
    const logged = { method: incoming.method ?? 'GET', path: `${path}${url.search}`, size: Buffer.byteLength(text) };
    const fault = options.faults?.(logged, received);
    received += 1;
    requests.push(logged);
    const request: FakeRequest = {
      method: logged.method,
      path,
      segments: path.split('/').slice(1).map(decodeURIComponent),
      query: url.searchParams,
      header: (name) => {
        const value = incoming.headers[name];
        return Array.isArray(value) ? value[0] : value;
      },
      body: parsed(text),
    };
    if (options.latency !== undefined) await sleep(options.latency);
    const real = isProcessed(fault) ? (isBelow ? respond(request) : legacyError(404, 'Not found')) : undefined;
    const given = faultyAnswer(fault, real);
    if (given === undefined) {
      if (fault === 'drop-before' || fault === 'drop-after') response.destroy();
      return;
    }
    const isYaml = given.yaml !== undefined;
    const content = isYaml
      ? stringify(given.yaml)
      : isRecord(given.json) || Array.isArray(given.json)
        ? JSON.stringify(given.json)
        : '';
    const headers = { 'content-type': isYaml ? 'application/yaml' : 'application/json', ...given.headers };
    send(response, given.status, headers, content, fault);
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      send(
        response,
        500,
        {},
        JSON.stringify({ message: error instanceof Error ? error.message : String(error), traceID: '' }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    organisation: organisationOf,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
