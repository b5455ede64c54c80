import type { ServerResponse } from 'node:http';
import { type Answer, answer, failure } from './answer.ts';

/** What goes wrong with a request. The `-before` ones are not processed; all others but `error`, `too-many` and `timeout` are. */
export type Fault =
  /** 500, not processed. */
  | 'error'
  /** Processed, then 500. */
  | 'error-after'
  /** 429 with `Retry-After`, not processed. */
  | 'too-many'
  /** No answer at all, not processed. */
  | 'timeout'
  /** Processed, but never answered. */
  | 'timeout-after'
  /** The connection is lost before the request is processed. */
  | 'drop-before'
  /** The connection is lost after it was processed. */
  | 'drop-after'
  /** Processed; the connection is lost in the middle of the body. */
  | 'truncate';

const RETRY_AFTER_SECONDS = 0;

/** True for a fault after which the request has done its work. */
export function isProcessed(fault: Fault | undefined): boolean {
  return fault === undefined || fault === 'truncate' || fault.endsWith('-after');
}

/** What is answered in the place of the real answer; undefined: nothing is. */
export function faultyAnswer(fault: Fault | undefined, real: Answer | undefined): Answer | undefined {
  switch (fault) {
    case undefined:
    case 'truncate':
      return real;
    case 'error':
    case 'error-after':
      return answer(500, { message: 'Internal server error', traceID: '' });
    case 'too-many': {
      const refused = failure(429, 'the server has received too many requests and has asked us to try again later', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
      return { ...refused, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } };
    }
    case 'timeout':
    case 'timeout-after':
    case 'drop-before':
    case 'drop-after':
      return undefined;
    default:
      return fault satisfies never;
  }
}

/** Sends a body, or as much of it as the fault lets through. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
  fault?: Fault,
): void {
  if (fault !== 'truncate') {
    response.writeHead(status, headers).end(text);
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text) + 1) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
