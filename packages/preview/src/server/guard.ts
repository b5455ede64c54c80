import { isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';

/** A request that is refused: the status, and why in one line. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Host names without port; undefined for what is none. */
function hostnameOf(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
  } catch {
    return undefined;
  }
}

/**
 * Whether a request may be answered. The Host must be an address, `localhost` or a name that was asked for: a name that
 * somebody else points at this machine (DNS rebinding) is none of these. An Origin must be the server's own, so that no
 * other page can make a browser ask.
 */
export function refusal(headers: IncomingHttpHeaders, names: readonly string[]): Refusal | undefined {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  const hostname = hostnameOf(host);
  const isKnown =
    hostname !== undefined &&
    (isIP(hostname) !== 0 ||
      hostname === 'localhost' ||
      hostname.endsWith('.localhost') ||
      names.some((name) => name.toLowerCase() === hostname));
  if (!isKnown) {
    return { status: 403, reason: `the Host ${JSON.stringify(host)} is not this server's; name it with --host` };
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, reason: `requests of ${origin} are not answered` };
  }
  if (site === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') {
    return { status: 403, reason: 'requests of other sites are not answered' };
  }
  return undefined;
}
