import type { Server } from 'node:http';

/** Where the server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Why the server cannot listen, in one line, and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** Ports tried after the usual one. */
const TRIES = 20;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function listenOn(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Listens on a port; when `isFixed` is false and it is taken, on the next one that is free. @throws ListenError */
export async function listen(server: Server, { host, port }: Address, isFixed: boolean): Promise<number> {
  const last = isFixed || port === 0 ? port : port + TRIES;
  for (let candidate = port; candidate <= last; candidate += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each port is tried when the one before is taken
      return await listenOn(server, { host, port: candidate });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EADDRINUSE' && candidate < last) continue;
      if (code === 'EADDRINUSE') {
        const taken = isFixed ? `port ${port} is taken` : `ports ${port} to ${last} are taken`;
        throw new ListenError(taken, 'name another with --port, or end what listens there');
      }
      if (code === 'EACCES')
        throw new ListenError(`port ${candidate} needs more rights`, 'name one above 1023 with --port');
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        throw new ListenError(
          `${host} is no address of this machine`,
          'name one of its own with --host, or 0.0.0.0 for all',
        );
      }
      throw error;
    }
  }
  throw new ListenError(`no port from ${port} on is free`, 'name another with --port');
}
