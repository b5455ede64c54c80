import { isRecord } from '@binnacle/model';

/** Attempts of one request, the first included. */
export const ATTEMPTS = 6;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 60_000;
/** A server that is overloaded, restarting or behind a proxy that lost it. Others (501, 505, …) stay as they are. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** True for a status after which the same request may succeed. */
export function isPassing(status: number): boolean {
  return PASSING.has(status);
}

function seconds(text: string | null | undefined, now: number): number | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : (date - now) / 1000;
}

/**
 * How long the server asks to wait, in milliseconds: `Retry-After` (seconds or a date), the reset headers of Datadog and
 * GitHub, or `details.retryAfterSeconds` of a Kubernetes status. Undefined when it does not say.
 */
export function requestedWait(
  header: (name: string) => string | null,
  body: unknown,
  now: number = Date.now(),
): number | undefined {
  const details = isRecord(body) ? body['details'] : undefined;
  const inBody = isRecord(details) ? details['retryAfterSeconds'] : undefined;
  const reset = seconds(header('x-ratelimit-reset'), now);
  const wait =
    seconds(header('retry-after'), now) ??
    (typeof inBody === 'number' ? inBody : undefined) ??
    // Datadog counts the seconds that are left, GitHub those since 1970.
    (reset !== undefined && reset > 1e9 ? reset - now / 1000 : reset);
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0) * 1000, LONGEST_WAIT_MS);
}

/** Wait before attempt `attempt` (1 is the first retry): exponential with full jitter, or what the server asked for plus a little. */
export function waitBefore(attempt: number, requested: number | undefined, random: () => number = Math.random): number {
  if (requested !== undefined) return requested + random() * FIRST_WAIT_MS;
  return Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS / 2) * (0.5 + random() / 2);
}
