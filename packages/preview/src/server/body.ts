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
export function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= LONGEST) parts.push(part);
      // The rest is read and forgotten: who still sends does not hear an answer.
      else reject(new RequestError(413, `the body is longer than ${LONGEST} bytes`));
    });
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    request.on('error', reject);
  });
}

/** The media type of a request's body. */
export function typeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
