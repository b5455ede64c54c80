import type { ServerResponse } from 'node:http';

/** Sends JSON; a text is JSON already. `HEAD` gets the headers alone, as Node leaves the body out. */
export function sendJson(response: ServerResponse, status: number, body: object | string): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Sends why a request is not answered. */
export function sendProblem(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, { status: 'error', error });
}
