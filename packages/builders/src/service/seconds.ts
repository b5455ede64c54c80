import { window } from '../query/window.ts';

/** A Prometheus duration in seconds. @throws when it is not one. */
export function secondsOf(duration: string): number {
  const node = window(duration);
  if (node.type !== 'DurationLiteral') throw new Error(`"${duration}" is not a duration; write one like "1h"`);
  return node.ms / 1000;
}
