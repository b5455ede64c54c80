import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Resource } from '@binnacle/model';
import { refusal } from '../server/guard.ts';
import { listen } from '../server/listen.ts';
import { overlaid, type ToClassic } from './overlay.ts';
import { passOn, type Upstream } from './pass-on.ts';
import { isReading } from './reading.ts';

/** What is shown in a Grafana, and which. */
export interface ServeGrafanaOptions {
  readonly grafana: Upstream;
  readonly toClassic: ToClassic;
  readonly host: string;
  /** Tried first; the next one that is free else. */
  readonly port: number;
}

/** A Grafana with the project's dashboards in it, as they are now. */
export interface ServedGrafana {
  /** Base address; a dashboard is at `d/<uid>` below it. */
  readonly url: string;
  readonly update: (resources: readonly Resource[]) => void;
  readonly close: () => Promise<void>;
}

function sendMessage(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ message }));
}

/**
 * Serves a running Grafana from here, with the project's dashboards in place of its own. Everything else is Grafana's: its page,
 * its plugins, its datasources. Nothing is written to it: what is not a read is refused. @throws ListenError
 */
export async function serveGrafana(
  first: readonly Resource[],
  { grafana, toClassic, host, port }: ServeGrafanaOptions,
): Promise<ServedGrafana> {
  let resources = first;
  let generation = 1;
  const base = grafana.url.pathname.replace(/\/$/, '');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request.headers, [host]);
    if (refused !== undefined) return sendMessage(response, refused.status, refused.reason);
    const { method = 'GET', url: target = '/' } = request;
    if (!target.startsWith('/') || !URL.canParse(target, 'http://localhost')) {
      return sendMessage(response, 400, 'the address is none');
    }
    const { pathname } = new URL(target, 'http://localhost');
    if (pathname !== base && !pathname.startsWith(`${base}/`)) {
      response.writeHead(302, { location: `${base}/` }).end();
      return;
    }
    const path = pathname.slice(base.length);
    if (!isReading(method, path)) {
      return sendMessage(response, 403, 'binnacle preview writes nothing to Grafana: change the definition instead');
    }
    const own = method === 'GET' ? overlaid(path, resources, { toClassic, generation }) : undefined;
    if (own !== undefined) {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(JSON.stringify(own));
      return;
    }
    const here = `http://${request.headers.host ?? ''}`;
    await passOn(request, response, { upstream: grafana, here });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else sendMessage(response, 502, `${grafana.url.origin}${base} cannot be reached: ${reason}`);
    });
  });
  // Grafana's live channel would take what is published: its page does without.
  server.on('upgrade', (_request, socket) => socket.destroy());
  const bound = await listen(server, { host, port }, false);
  return {
    url: `http://${host}:${bound}${base}/`,
    update(next) {
      resources = next;
      generation += 1;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
