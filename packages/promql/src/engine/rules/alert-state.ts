import type { Labels } from '../labels.ts';

/** How long a resolved alert is still remembered, as Prometheus keeps telling Alertmanager about it. */
const RESOLVED_RETENTION = 15 * 60_000;

/** One alert of a rule: the rule's series with these labels. Times are Unix milliseconds. */
export interface Alert {
  /** With the rule's labels and `alertname`, without `__name__`. */
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: 'pending' | 'firing' | 'inactive';
  /** Of the sample that was last found; 0 when that was a native histogram. */
  readonly value: number;
  readonly activeAt: number;
  readonly firedAt?: number;
  readonly resolvedAt?: number;
  /** Set while it only fires because of `keep_firing_for`. */
  readonly keptSince?: number;
}

/** Alerts of a rule by the key of their labels. */
export type Alerts = ReadonlyMap<string, Alert>;

/** What the expression found. */
export interface Found {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly value: number;
}

function active(alert: Alert, time: number, hold: number): Alert {
  const { keptSince: _, ...rest } = alert;
  if (alert.state === 'pending' && time - alert.activeAt >= hold) return { ...rest, state: 'firing', firedAt: time };
  if (alert.state === 'firing' && time - alert.activeAt < hold) {
    const { firedAt: __, ...pending } = rest;
    return { ...pending, state: 'pending' };
  }
  return rest;
}

function gone(alert: Alert, time: number, { hold, keepFiring }: Durations): Alert | undefined {
  const { state } = alert;
  if (state === 'pending') return undefined;
  if (state === 'inactive') {
    return alert.resolvedAt !== undefined && time - alert.resolvedAt > RESOLVED_RETENTION ? undefined : alert;
  }
  if (keepFiring > 0) {
    const keptSince = alert.keptSince ?? time;
    if (time - keptSince < keepFiring) {
      const kept = active(alert, time, hold);
      return kept.state === 'firing' ? { ...kept, keptSince } : kept;
    }
  }
  const { keptSince: _, ...rest } = alert;
  return { ...rest, state: 'inactive', resolvedAt: time };
}

interface Durations {
  /** `for`, milliseconds. */
  readonly hold: number;
  /** `keep_firing_for`, milliseconds. */
  readonly keepFiring: number;
}

/**
 * The alerts of a rule after an evaluation at `time`: what is found becomes pending and, once found for `hold`, firing; what
 * is no longer found is forgotten when it was pending, and resolved when it has fired and `keepFiring` is over.
 */
export function nextAlerts(
  before: Alerts,
  found: ReadonlyMap<string, Found>,
  { time, ...durations }: Durations & { readonly time: number },
): Alerts {
  const after = new Map<string, Alert>();
  for (const [key, alert] of before) {
    if (found.has(key)) continue;
    const next = gone(alert, time, durations);
    if (next !== undefined) after.set(key, next);
  }
  for (const [key, { labels, annotations, value }] of found) {
    const known = before.get(key);
    const alert: Alert =
      known === undefined || known.state === 'inactive'
        ? { labels, annotations, value, state: 'pending', activeAt: time }
        : { ...known, annotations, value };
    after.set(key, active(alert, time, durations.hold));
  }
  return after;
}
