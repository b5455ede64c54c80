import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Diagnostic } from '@binnacle/model';
import type { Data } from '../data/data.ts';
import { projectOnPage } from '../project/project-on-page.ts';
import type { ProjectState } from '../project/state.ts';
import type { PreviewEvent, ProjectOnPage } from '../wire/project.ts';
import { sendProblem } from './answers.ts';
import { createEventHub } from './events.ts';
import { refusal } from './guard.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { listen } from './listen.ts';
import { answerRoute, type Site } from './routes.ts';
import { staticFile } from './static-files.ts';

/** How the page is served. */
export interface ServeOptions {
  /** Folder of the page's files. */
  readonly page: string;
  readonly data: Data;
  /** Address to listen on. Default: loopback, so that nobody else reaches it. */
  readonly host?: string;
  /** Default: 4477, or the next one that is free. A port that is given is taken or refused. */
  readonly port?: number;
  /** Where a Grafana shows the same dashboards. */
  readonly grafana?: string;
  /** Told of a request that could not be answered because of a mistake in Binnacle. */
  readonly onBug?: (error: unknown) => void;
}

/** A preview that is being served. */
export interface Preview {
  readonly url: string;
  /** Shows definitions that were loaded again; time range and variables stay with the page. */
  readonly update: (state: ProjectState) => void;
  /** Says why definitions do not load; what is shown stays. */
  readonly fail: (findings: readonly Diagnostic[]) => void;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const USUAL_PORT = 4477;
/** Queries stand in the address, and some are long. */
const LONGEST_HEADERS = 256 * 1024;
/** A request that is not whole after this long is none. */
const PATIENCE_MS = 30_000;

/** True when only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function urlOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${shown}:${port}/`;
}

/** Serves the page for a project and its data until it is closed. @throws ListenError when no port can be had */
export async function serve(first: ProjectState, options: ServeOptions): Promise<Preview> {
  const { page, data, host = LOOPBACK, port = USUAL_PORT, grafana, onBug } = options;
  const events = createEventHub();
  let state = first;
  let generation = 1;
  let broken: readonly Diagnostic[] | undefined;
  let shown: Omit<ProjectOnPage, 'generation' | 'broken' | 'grafana'> | undefined;
  data.use(state);

  function project(): ProjectOnPage {
    shown ??= projectOnPage(state, data.describe());
    const now = { generation, ...(broken !== undefined && { broken }), ...(grafana !== undefined && { grafana }) };
    return { ...shown, data: data.describe(), ...now };
  }

  function hello(): PreviewEvent {
    return broken === undefined ? { type: 'reloaded', generation } : { type: 'broken', findings: broken };
  }

  const site: Site = { state: () => state, project, data, events, hello };

  function sendFile(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendProblem(response, 405, `${path} is not for ${request.method}`);
      return;
    }
    const file = staticFile(page, path);
    if (file === undefined) sendProblem(response, 404, `there is nothing at ${path}`);
    else response.writeHead(200, { ...file.headers, 'content-length': file.content.length }).end(file.content);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refused = refusal(request.headers, [host]);
    if (refused !== undefined) {
      sendProblem(response, refused.status, refused.reason);
      return;
    }
    const target = request.url ?? '/';
    if (!target.startsWith('/') || !URL.canParse(target, 'http://localhost')) {
      sendProblem(response, 400, 'the address is none');
      return;
    }
    const url = new URL(target, 'http://localhost');
    if (url.pathname.startsWith('/api/')) await answerRoute(request, response, { url, site });
    else sendFile(request, response, url.pathname);
  }

  const server = createServer({ maxHeaderSize: LONGEST_HEADERS }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      onBug?.(error);
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500, 'this is a bug in binnacle; its stack is on the terminal');
    });
  });
  server.requestTimeout = PATIENCE_MS;
  server.headersTimeout = PATIENCE_MS;
  const bound = await listen(server, { host, port }, options.port !== undefined);

  return {
    url: urlOf(host, bound),
    update(next) {
      state = next;
      shown = undefined;
      broken = undefined;
      generation += 1;
      data.use(next);
      events.send({ type: 'reloaded', generation });
    },
    fail(findings) {
      broken = findings;
      events.send({ type: 'broken', findings });
    },
    close() {
      events.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
