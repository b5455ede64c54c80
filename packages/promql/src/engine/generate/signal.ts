import type { Incident, Signal } from './description.ts';
import { eventIn, normalAt } from './random.ts';

const HOUR = 3_600_000;
/** Streams of random numbers of one series, apart from one another. */
const NOISE = 1000;
const BURSTS = 2000;

function isIn(incident: Incident, sinceStart: number): boolean {
  return sinceStart >= incident.from && sinceStart < incident.to;
}

/** What the incidents do to a series at a moment. */
export function incidentEffect(
  incidents: readonly Incident[],
  sinceStart: number,
): { readonly factor: number; readonly slowness: number; readonly missing: boolean } {
  const now = incidents.filter((incident) => isIn(incident, sinceStart));
  return {
    factor: now.reduce((product, { factor = 1 }) => product * factor, 1),
    slowness: now.reduce((product, { slowness = 1 }) => product * slowness, 1),
    missing: now.some(({ missing }) => missing === true),
  };
}

/** The signal of a series at a time (Unix milliseconds), without incidents. Never below 0 unless its base is. */
export function signalAt({ base, daily, noise = 0, bursts }: Signal, seed: number, time: number): number {
  let value = base;
  if (daily !== undefined) {
    const hours = time / HOUR - (daily.peakHour ?? 14);
    value *= 1 + daily.amplitude * Math.cos((hours / 24) * 2 * Math.PI);
  }
  if (bursts !== undefined) {
    const begin = eventIn(seed + BURSTS, time, bursts.every);
    if (time >= begin && time < begin + bursts.length) value *= bursts.factor;
  }
  if (noise > 0) value *= Math.max(0, 1 + noise * normalAt(seed + NOISE, Math.floor(time / 1000)));
  return value;
}
