import type { IncomingMessage } from 'node:http';

/** A request that cannot be read: the status, and why in one line. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Queries are longer than one thinks, and still not so long. */
const LONGEST = 1_000_000;

/** The body of a request. @throws RequestError for one that is too long. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST) throw new RequestError(413, `the body is longer than ${LONGEST} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The media type of a request's body. */
export function typeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
