const DURATION = /^(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;

/**
 * The text itself when it is a Prometheus duration (`5m`, `1h30m`, `0s`): units from years down, each once.
 * @throws naming `what` when it is not.
 */
export function duration(what: string, text: string): string {
  if (!DURATION.test(text)) throw new Error(`${what}: "${text}" is not a duration; write one like "5m" or "1h30m"`);
  return text;
}
