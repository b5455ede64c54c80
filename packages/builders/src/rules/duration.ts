import { parseDuration } from '@binnacle/promql';

/**
 * The text itself when it is a Prometheus duration (`5m`, `1h30m`, `0s`): units from years down, each once.
 * @throws naming `what` when it is not.
 */
export function duration(what: string, text: string): string {
  if (!Number.isFinite(parseDuration(text))) {
    throw new Error(`${what}: "${text}" is not a duration; write one like "5m" or "1h30m"`);
  }
  return text;
}
