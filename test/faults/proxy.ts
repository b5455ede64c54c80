import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FAULTS as OF_FAKES } from '../../packages/targets/src/fixtures/fake-server.ts';

/** What the fakes can do to a request, and a server that has too much to do. */
export const FAULTS = [...OF_FAKES, 'too many'] as const;

/** What happens to one request. */
export type Fault = (typeof FAULTS)[number];

/** Seconds that a server with too much to do asks for. */
const RETRY_AFTER = 1;

/** The requests of one push that a fault strikes. */
export interface Strikes {
  readonly fault: Fault;
  /** Which ones, from 1. */
  readonly at: readonly number[];
}

/** Strikes, and the end of the process that sends the requests. */
interface Planned extends Strikes {
  /** Resolves when the asking process is gone. */
  readonly kill: () => Promise<void>;
}

/** Stands between a program and a server: hands on every request but the one that is struck. */
export interface Proxy {
  readonly url: string;
  /** Begins to count anew; without strikes nothing goes wrong. */
  readonly begin: (planned?: Planned) => void;
  /** How many requests came since then. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const HAS_NO_EFFECT: ReadonlySet<Fault> = new Set(['error', 'too many', 'lost before', 'killed before']);

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function handOn(incoming: IncomingMessage, body: Buffer, server: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const out = ask(new URL(url, server), { method, headers, agent: false }, (answer) => {
      bodyOf(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        reject,
      );
    });
    out.on('error', reject);
    out.end(body);
  });
}

function send(response: ServerResponse, { status, headers, body }: Answer, isWhole = true): void {
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  // One byte more than comes, so that half an answer to nothing is one, too.
  response.writeHead(status, { ...kept, 'content-length': body.length + (isWhole ? 0 : 1) });
  if (isWhole) response.end(body);
  else response.write(body.subarray(0, body.length / 2), () => setTimeout(() => response.destroy(), 5));
}

/** Starts a proxy on the loopback interface. */
export async function startProxy(server: string): Promise<Proxy> {
  let count = 0;
  let planned: Planned | undefined;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    count += 1;
    const strike = planned?.at.includes(count) === true ? planned : undefined;
    const fault = strike?.fault;
    const body = await bodyOf(incoming);
    const answer = fault !== undefined && HAS_NO_EFFECT.has(fault) ? undefined : await handOn(incoming, body, server);
    if (fault === undefined || fault === 'truncated') {
      if (answer !== undefined) send(response, answer, fault === undefined);
    } else if (fault === 'error' || fault === 'error after') {
      send(response, { status: 500, headers: {}, body: Buffer.from('{"message":"Internal server error"}') });
    } else if (fault === 'too many') {
      send(response, { status: 429, headers: { 'retry-after': String(RETRY_AFTER) }, body: Buffer.from('') });
    } else if (fault !== 'timeout') {
      if (fault === 'killed before' || fault === 'killed after') await strike?.kill();
      response.destroy();
    }
  }

  const listening = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a server that listens on a port says
  const { port } = listening.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    begin: (strikes) => {
      count = 0;
      planned = strikes;
    },
    count: () => count,
    close: async () => {
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
}
