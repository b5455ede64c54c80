import { resolve } from 'node:path';
import type { HttpSettings } from '@binnacle/model';
import { createHttpClient, type HttpClient } from './client.ts';
import { credentials, type Secrets } from './credentials.ts';

/** What of a destination's context reaches its server. */
interface Reach {
  readonly settings: HttpSettings;
  readonly secrets: Secrets;
  readonly root: string;
  readonly signal?: AbortSignal;
  readonly onWait?: (text: string) => void;
  /** Names of environment variables with credentials that the settings do not name. */
  readonly variables?: readonly string[];
}

/** The environment variables that settings name: the values of all `…Env`. */
function variablesOf(settings: object): string[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    key.endsWith('Env') && typeof value === 'string' ? [value] : [],
  );
}

/**
 * A client for the server that settings name, with its credentials, and with headers and secrets of the destination's own.
 * Throws `TargetError` when the credentials are not set.
 */
export function clientFor(
  reach: Reach,
  headers: Readonly<Record<string, string>> = {},
  ownSecrets: readonly string[] = [],
): HttpClient {
  const { settings, secrets, root, signal, onWait, variables = [] } = reach;
  const { url, caFile, timeout } = settings;
  const access = credentials(settings, secrets);
  return createHttpClient({
    url,
    headers: { ...headers, ...access.headers },
    secrets: [...ownSecrets, ...access.secrets],
    variables: [...new Set([...variables, ...variablesOf(settings)])],
    ...(caFile !== undefined && { caFile: resolve(root, caFile) }),
    ...(timeout !== undefined && { timeout }),
    ...(signal !== undefined && { signal }),
    ...(onWait !== undefined && { onWait }),
  });
}
