import type { MetricSpec } from '@binnacle/model';
import { hashOf, magnitude } from './random.ts';
import type { Subject } from './subject.ts';

/** What a counter, or the count of a histogram or summary, counts. */
export interface Counting {
  /** Events a second of the whole service, at an average hour. */
  readonly perSecond: number;
  /** `faults` happen in incidents only. `time` is seconds spent, of which there cannot be more than one a second. */
  readonly flow: 'traffic' | 'errors' | 'faults' | 'time';
}

/** How many of those that can fail do. */
const FAILING = 0.004;
const FAILURE =
  /_(?:(?:request_|query_|scrape_)?errors?|errs|failed|failures?|failing|timeouts?|timed_out|dropped|drops?|rejected|refused|invalid|denied|aborted|retries|retried|evicted|evictions?|missed|skipped|conflicts|deadlocks|panics|oom|corruptions?|exceeded|lost|discarded|discards|rollback|misses|out_of_order|out_of_bounds?|duplicate|unknown|too_old|not_found|collisions?|carrier|overruns?)(?=_|$)/;
/** Failures that every healthy system has a little of. */
const ORDINARY = /_(?:misses|rollback|retries|retried)(?=_|$)/;
/** Failures that no healthy system has any of. */
const NEVER =
  /_(?:missed|skipped|evicted|evictions?|corruptions?|panics|oom|out_of_order|out_of_bounds?|too_old|lost)(?=_|$)/;
/** The rarer of two things that are counted apart, and how much of the more frequent one there is of it. */
const PAIRS: readonly (readonly [rare: RegExp, frequent: string, share: number])[] = [
  [/_misses(?=_|$)/, '_hits', 0.06],
  [/_blks_read$/, '_blks_hit', 0.012],
  [/_rollback$/, '_commit', 0.01],
];
/** Seconds that one of the things takes of which a counter adds up the time. */
const SECONDS_EACH = 0.002;
/** What would fail once in hours does not fail: one failure in a day of samples is noise on every panel. */
const RAREST = 1 / 1800;
/** Things that are counted in very different numbers: the first pattern that fits the name or the unit. */
const MAGNITUDES: readonly (readonly [pattern: RegExp, low: number, high: number])[] = [
  [/bytes|octets/, 20_000, 2_000_000],
  [/switches|interrupts|intr|instructions|samples|appended|softirqs|faults/, 400, 6_000],
  [/packets|tuples|tup_|rows|sectors|pages|blks|blocks|keys|keyspace|hits|objects/, 50, 900],
  [/requests|queries|commands|calls|lookups|events|messages|operations|reads|writes|transactions|xact/, 12, 60],
  [/orders|sales|sign|logins|payments|batches|tasks|jobs/, 0.8, 5],
  [/euros|dollars|price|value|amount/, 10, 90],
  [/reload|compaction|checkpoint|truncation|retention|restart|fork|snapshot|save|creations|deletions/, 0.002, 0.02],
];

/** A counter of the same service of what may fail as this one counts failing. */
function attemptsOf(name: string, { metrics }: Subject): string | undefined {
  const [failure] = FAILURE.exec(name) ?? [];
  if (failure === undefined) return undefined;
  const rest = name.replace(failure, '');
  const candidates = [rest, rest.replace(/_calls(?=_total)/, '')];
  return candidates.find((other) => other !== name && metrics.has(other));
}

/** What a metric counts, in agreement with the other metrics of its service. */
export function countingOf(metric: MetricSpec, subject: Subject, depth = 0): Counting {
  const { name, unit, type } = metric;
  const { role, partners = {} } = subject.roleOf(name) ?? {};
  /** A part of what another metric of the service counts. */
  const partOf = (other: string | undefined, share: number): number | undefined => {
    const family = other === undefined || subject.metrics.has(other) ? other : other.replace(/_(?:count|sum)$/, '');
    const counted = family === undefined || family === name || depth > 2 ? undefined : subject.metrics.get(family);
    return counted === undefined ? undefined : countingOf(counted, subject, depth + 1).perSecond * share;
  };
  const tried = partners['requests'] ?? partners['attempts'] ?? partners['messages'];
  if (role === 'errors' || role === 'failures') {
    const failing = partOf(tried, FAILING);
    if (failing !== undefined) return { flow: 'errors', perSecond: failing };
  }
  if (role === 'hits') {
    const hits = partOf(tried, 0.93);
    if (hits !== undefined) return { flow: 'traffic', perSecond: hits };
  }
  if (role === 'duration' || role === 'out') {
    const same = partOf(role === 'out' ? partners['in'] : tried, 1);
    if (same !== undefined) return { flow: 'traffic', perSecond: same };
  }
  if (type === 'counter' && NEVER.test(name)) return { flow: 'faults', perSecond: 2 };
  for (const [rare, frequent, share] of PAIRS) {
    const perSecond = rare.test(name) ? partOf(name.replace(rare, frequent), share) : undefined;
    if (perSecond !== undefined) return { flow: 'traffic', perSecond };
  }
  const failing = partOf(attemptsOf(name, subject), ORDINARY.test(name) ? 0.06 : FAILING);
  if (failing !== undefined && failing >= RAREST) return { flow: 'errors', perSecond: failing };
  if (type === 'counter' && FAILURE.test(name) && !ORDINARY.test(name)) return { flow: 'faults', perSecond: 2 };
  if (type === 'counter' && /seconds/.test(unit)) {
    const perSecond = partOf(name.replace(/_(?:duration_|time_)?seconds(?=_total$)/, ''), SECONDS_EACH);
    return perSecond === undefined ? { flow: 'time', perSecond: 1 } : { flow: 'traffic', perSecond };
  }
  const what = type === 'counter' ? `${name} ${unit}` : (metric.counts ?? 'requests');
  const [, low, high] = MAGNITUDES.find(([pattern]) => pattern.test(what)) ?? [undefined, 0.5, 20];
  return { flow: 'traffic', perSecond: magnitude(hashOf(`${subject.service} ${name}`), low, high) };
}
