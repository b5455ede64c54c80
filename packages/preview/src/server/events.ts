import type { ServerResponse } from 'node:http';
import type { PreviewEvent } from '../wire/project.ts';

/** Pages that listen to events. */
export interface EventHub {
  /** Keeps an answer open for events; `hello` is the first. */
  readonly add: (response: ServerResponse, hello: PreviewEvent) => void;
  readonly send: (event: PreviewEvent) => void;
  readonly close: () => void;
}

/** Connections that carry nothing are cut by some proxies. */
const HEARTBEAT_MS = 20_000;
/** More pages than anybody has open. */
const MOST = 100;

function textOf(event: PreviewEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

/** A hub for server-sent events. */
export function createEventHub(): EventHub {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(': still here\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    add(response, hello) {
      if (open.size >= MOST) {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write(`retry: 1000\n${textOf(hello)}`);
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    send(event) {
      const text = textOf(event);
      for (const response of open) response.write(text);
    },
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
