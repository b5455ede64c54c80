import { durationMs, type MetricSpec } from '@binnacle/model';
import type { Labels } from '@binnacle/promql/engine';
import { hashOf, magnitude, picked, unitAt } from './random.ts';
import { isCapacity, type Subject } from './subject.ts';

/** What a gauge stands at. */
export type Level =
  | { readonly kind: 'constant'; readonly value: number }
  /** 1 while all is well. */
  | { readonly kind: 'succeeds' }
  /** Moves with the traffic around `base`; under pressure it becomes `full`. */
  | {
      readonly kind: 'moving';
      readonly base: number;
      readonly swing: number;
      readonly isWhole: boolean;
      readonly full: number;
    }
  /** A part of something that there is `of` of. */
  | {
      readonly kind: 'part';
      readonly of: number;
      readonly part: number;
      readonly isFree: boolean;
      readonly isWhole: boolean;
    }
  /** When the process began, Unix seconds, or how long ago that is. */
  | { readonly kind: 'started' }
  | { readonly kind: 'uptime' }
  /** When something last happened that happens every so many seconds; what `stops` does not while things fail. */
  | { readonly kind: 'last'; readonly every: number; readonly stops: boolean }
  /** A time in the future, so many seconds away at the least. */
  | { readonly kind: 'until'; readonly atLeast: number };

const DAY = 86_400;
const MINUTE = 60;
const GIB = 2 ** 30;
const MIB = 2 ** 20;

const BAD =
  /error|fail|down|oom|kill|readonly|corrupt|in_progress|running|pending|stale|degraded|blocked|maintenance|paused|loading|rewrite/i;
const LIMIT =
  /(?:^|_)(?:max|maximum|limit|capacity|quota|config|settings|pool_size|maxclients|threads|cores|cpus|retention)(?:_|$)/i;
/** Things of which there are as many today as yesterday, and as many on each instance. */
const FIXED =
  /(?:^|_)(?:slaves|replicas|followers|peers|members|brokers|shards|receivers|integrations|leaders?|masters?)(?:_|$)/i;
const TIME = /_(?:timestamp|time)_seconds$|(?:^|_)timestamp(?:_|$)|_expiry$|_expires?(?:_|$)/i;
const BUSY =
  /in_flight|inflight|active|connections|clients|backends|sessions|queue|pending|waiting|backlog|progress|goroutines|threads|workers|open_|tasks/i;
const REST =
  /blocked|waiting|pending|queue|backlog|lag|delayed|unprocessed|suppressed|dead|stuck|defunct|procs_blocked/i;

function time({ name }: MetricSpec, period: string | undefined): Level {
  if (/expir|not_after|until|renew/i.test(name)) return { kind: 'until', atLeast: 40 * DAY };
  if (/start|boot|created|build/i.test(name)) return { kind: 'started' };
  if (/fail|error|refus/i.test(name)) return { kind: 'constant', value: 0 };
  const own = period === undefined ? undefined : durationMs(period);
  const stops = !/heartbeat|completion|attempt|scrape/i.test(name);
  if (own !== undefined) return { kind: 'last', every: own / 1000, stops };
  if (/reload|save|backup|snapshot/i.test(name)) return { kind: 'last', every: 6 * 3600, stops };
  return { kind: 'last', every: /push|success|completion/i.test(name) ? 15 * MINUTE : 15, stops };
}

/** How much there can be of something, in all: the same for a gauge and its parts. */
function capacity({ name, unit }: MetricSpec, seed: number): number {
  if (/bytes/.test(unit)) {
    if (/swap/i.test(name)) return 4 * GIB;
    if (/mem|heap|cache/i.test(name)) return 16 * GIB;
    return picked([40, 80, 200, 500], seed) * GIB;
  }
  return picked([100, 250, 1000, 4096], seed);
}

function bytes(metric: MetricSpec, seed: number): Level {
  const { name } = metric;
  if (isCapacity(metric)) return { kind: 'constant', value: capacity(metric, seed) };
  const [low, high] = /disk|filesystem|database|storage|blocks/i.test(name)
    ? [2 * GIB, 60 * GIB]
    : [2 * MIB, 900 * MIB];
  const base = magnitude(seed, low, high);
  return { kind: 'moving', base, swing: 0.08, isWhole: true, full: base * 2.5 };
}

function ratio({ name }: MetricSpec, seed: number): Level {
  if (/fragmentation|frag/i.test(name)) return { kind: 'moving', base: 1.08, swing: 0.02, isWhole: false, full: 1.9 };
  if (/error|fail|miss|lost|drop|throttl/i.test(name))
    return { kind: 'moving', base: 0.004, swing: 0.5, isWhole: false, full: 0.2 };
  if (/hit|success|avail|health|up|complete/i.test(name))
    return { kind: 'moving', base: 0.975, swing: 0.01, isWhole: false, full: 0.7 };
  return { kind: 'moving', base: 0.3 + unitAt(seed, 1) * 0.3, swing: 0.35, isWhole: false, full: 0.97 };
}

function seconds(metric: MetricSpec, seed: number): Level {
  const { name } = metric;
  if (/uptime/i.test(name)) return { kind: 'uptime' };
  if (/offset|skew|drift/i.test(name)) return { kind: 'moving', base: 0.0004, swing: 0.4, isWhole: false, full: 0.2 };
  if (/age|lag|delay|behind|oldest/i.test(name))
    return { kind: 'moving', base: magnitude(seed, 0.5, 6), swing: 0.6, isWhole: false, full: 900 };
  if (LIMIT.test(name) || /interval|timeout|ttl|retention/i.test(name))
    return { kind: 'constant', value: picked([30, 60, 300], seed) };
  return { kind: 'moving', base: magnitude(seed, 0.004, 0.09), swing: 0.5, isWhole: false, full: 4 };
}

function count(metric: MetricSpec, seed: number, subject: string): Level {
  const { name } = metric;
  if (/load(?:1|5|15)$/.test(name)) return { kind: 'moving', base: 0.9, swing: 0.6, isWhole: false, full: 14 };
  if (name.endsWith('status_code')) return { kind: 'constant', value: 200 };
  if (name.endsWith('http_version')) return { kind: 'constant', value: 2 };
  if (name.endsWith('ip_protocol')) return { kind: 'constant', value: 4 };
  if (BAD.test(name) && !BUSY.test(name)) return { kind: 'constant', value: 0 };
  if (/hash|_id$|version|mode$|offset/i.test(name)) return { kind: 'constant', value: 1000 + (seed % 9000) };
  if (/status$|_ssl$|clean_start|_enabled$|_ok$/i.test(name)) return { kind: 'constant', value: 1 };
  if (FIXED.test(name)) return { kind: 'constant', value: picked([1, 2, 3], hashOf(subject)) };
  if (isCapacity(metric) || LIMIT.test(name)) return { kind: 'constant', value: capacity(metric, seed) };
  if (REST.test(name)) return { kind: 'moving', base: magnitude(seed, 0.3, 1.5), swing: 1, isWhole: true, full: 240 };
  if (BUSY.test(name)) {
    const base = magnitude(seed, 4, 30);
    return { kind: 'moving', base, swing: 0.8, isWhole: true, full: base * 12 };
  }
  const base = magnitude(seed, 3, 400);
  return { kind: 'moving', base, swing: 0.15, isWhole: true, full: base * 2 };
}

/** What the values of a gauge are, by its role, its unit and its name; the same for the same labels. */
export function levelOf(metric: MetricSpec, subject: Subject, labels: Labels): Level {
  const { name, unit } = metric;
  const { role, partners = {}, period } = subject.roleOf(name) ?? {};
  const key = JSON.stringify(labels);
  const whole = subject.capacityOf(name);
  if (whole !== undefined) {
    const spec = subject.metrics.get(whole);
    const of = spec === undefined ? 1 : levelOf(spec, subject, labels);
    const isFree = /free|avail/i.test(name);
    // What is free is available too, and what is cached can be.
    const least = /swap/i.test(name) ? 0.02 : 0.35;
    const used =
      least + unitAt(hashOf(`${subject.service} ${whole} ${key}`), 3) * 0.25 + (/free/i.test(name) ? 0.05 : 0);
    if (typeof of === 'object' && of.kind === 'constant')
      return { kind: 'part', of: of.value, part: used, isFree, isWhole: true };
  }
  const seed = hashOf(`${subject.service} ${name} ${key}`);
  if (role === 'size' && partners['active'] !== undefined) return { kind: 'constant', value: 16 };
  if (role === 'active' && partners['size'] !== undefined)
    return { kind: 'part', of: 16, part: 0.45, isFree: false, isWhole: true };
  if (role === 'lastSuccess' || role === 'lastCompletion' || role === 'lastProcessed' || role === 'heartbeat')
    return time(metric, period);
  if (/success(?:ful)?$/.test(name)) return { kind: 'succeeds' };
  if (/bool/.test(unit) || /(?:^|_)(?:up|healthy|ready)$/.test(name)) {
    return { kind: 'constant', value: BAD.test(name) && !name.endsWith('up') ? 0 : 1 };
  }
  if (/seconds/.test(unit) && TIME.test(name)) return time(metric, period);
  if (/seconds/.test(unit)) return seconds(metric, seed);
  if (/bytes/.test(unit)) return bytes(metric, isCapacity(metric) ? hashOf(`${subject.service} ${key}`) : seed);
  if (/ratio|percent/.test(unit)) {
    const level = ratio(metric, seed);
    const scale = /percent/.test(unit) ? 100 : 1;
    return level.kind === 'moving' ? { ...level, base: level.base * scale, full: level.full * scale } : level;
  }
  if (/celsius/.test(unit)) return { kind: 'moving', base: 46, swing: 0.1, isWhole: false, full: 92 };
  if (/hertz/.test(unit)) return { kind: 'moving', base: 2.4e9, swing: 0.15, isWhole: true, full: 3.6e9 };
  if (/volts/.test(unit)) return { kind: 'moving', base: 12, swing: 0.01, isWhole: false, full: 11.4 };
  return count(metric, seed, subject.service);
}
