import { FLOAT, STALE } from '@binnacle/promql/engine';
import { type Grid, gridLength } from './grid.ts';
import { type ActiveIncident, FACTORS, type Factors } from './incident.ts';
import { hashOf, unitAt } from './random.ts';
import { createWave, type Wave } from './wave.ts';

/** One instance of a service, as Prometheus scrapes it. */
export interface Target {
  readonly service: string;
  readonly job: string;
  readonly instance: string;
  /** 0 for the first instance of the service, which is the one that goes down. */
  readonly index: number;
}

/** What a counter counts: each has waves of its own, and goes wrong in its own way. */
export type Flow = keyof Factors;

/** How a target fared, at each time of a grid. Rates have a mean of 1; totals begin at 0 with each restart. */
export interface Timeline {
  /** Unix milliseconds. */
  readonly times: Float64Array;
  /** FLOAT where it answered, STALE where it did not. */
  readonly kinds: Uint8Array;
  /** When the process that answers began, Unix seconds. */
  readonly started: Float64Array;
  /** Unix milliseconds from which on nothing succeeds; infinite when all is well. */
  readonly failingSince: number;
  /** 0 to 1: how far an incident has filled everything up. */
  readonly pressure: Float64Array;
  /** One of four shapes of a flow: the instances and the series of one service do not all move alike. */
  readonly rate: (flow: Flow, shape: number) => Float64Array;
  readonly total: (flow: Flow, shape: number) => Float64Array;
}

/** Shapes of each flow. */
export const SHAPES = 4;
const HOUR = 3600;
/** A process lives about so long, in seconds. */
const LIFE = 30 * HOUR;
/** Incidents fill up what they fill within ten minutes. */
const FILLING = 600;

const LIVELINESS: Readonly<Record<Flow, { daily: number; noise: number; extra: number }>> = {
  traffic: { daily: 0.34, noise: 1, extra: 0.5 },
  fast: { daily: 0.33, noise: 1, extra: 0.5 },
  slow: { daily: 0.5, noise: 1.2, extra: 5 },
  errors: { daily: 0.4, noise: 1.4, extra: 6 },
  idle: { daily: -0.12, noise: 0.3, extra: -0.1 },
  busy: { daily: 0.4, noise: 1, extra: 0.6 },
  faults: { daily: 0.2, noise: 1, extra: 0.5 },
};

function waveOf(flow: Flow, shape: number, target: Target, seed: number): Wave {
  const { daily, noise, extra } = LIVELINESS[flow];
  // What is slow and what fails does so at the same time, in all instances: they share their bursts.
  const together = flow === 'slow' || flow === 'errors' ? 'trouble' : 'rush';
  const bursts = { every: 6 * HOUR, length: 480, extra, seed: hashOf(`${target.service} ${together}`, seed) };
  return createWave({ daily, noise, bursts }, hashOf(`${target.instance} ${target.service} ${shape}`, seed));
}

/** The restart before or at a time, in seconds. */
function restartBefore(seconds: number, seed: number): number {
  const stretch = Math.floor(seconds / LIFE);
  const own = (stretch + unitAt(seed, stretch)) * LIFE;
  return own <= seconds ? own : (stretch - 1 + unitAt(seed, stretch - 1)) * LIFE;
}

/** From when on a flow is multiplied by how much; the first entry is what it is before all incidents. */
function factorsOf(flow: Flow, incidents: readonly ActiveIncident[]): readonly { since: number; factor: number }[] {
  let factor = flow === 'faults' ? 0 : 1;
  const steps = [{ since: -Infinity, factor }];
  for (const { kind, since } of incidents.toSorted((a, b) => a.since - b.since)) {
    const change: Partial<Factors> = FACTORS[kind];
    const by = change[flow];
    if (by === undefined) continue;
    factor = flow === 'faults' ? by : factor * by;
    steps.push({ since: since / 1000, factor });
  }
  return steps;
}

/** How a target fares on a grid: the same for the same seed and incidents, whatever the grid's ends. */
export function createTimeline(
  target: Target,
  grid: Grid,
  { seed, incidents }: { readonly seed: number; readonly incidents: readonly ActiveIncident[] },
): Timeline {
  const own = incidents.filter(({ service }) => service === target.service);
  const length = gridLength(grid);
  const targetSeed = hashOf(`${target.service} ${target.instance}`, seed);
  const times = new Float64Array(length);
  const kinds = new Uint8Array(length).fill(FLOAT);
  const started = new Float64Array(length);
  const pressure = new Float64Array(length);
  /** Whole seconds at which the target counts: a scrape is a little late now and then. */
  const moments = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    const time = grid.start + i * grid.step;
    times[i] = time;
    moments[i] = time / 1000 + unitAt(targetSeed, Math.round(time / 1000)) * 1.5;
    started[i] = restartBefore(time / 1000, targetSeed);
    for (const { kind, since } of own) {
      if (time < since) continue;
      if (kind === 'down' && target.index === 0) kinds[i] = STALE;
      if (kind === 'saturation') pressure[i] = Math.min(1, (time - since) / 1000 / FILLING);
    }
  }
  const made = new Map<string, Float64Array>();

  function remembered(key: string, make: () => Float64Array): Float64Array {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  }

  /** The rate times the factors of the incidents that have begun. */
  function rates(flow: Flow, wave: Wave): Float64Array {
    const steps = factorsOf(flow, own);
    return Float64Array.from(
      moments,
      (moment) => wave.rate(moment) * (steps.findLast(({ since }) => moment >= since)?.factor ?? 1),
    );
  }

  function totals(flow: Flow, wave: Wave): Float64Array {
    const steps = factorsOf(flow, own).map((step, i) => ({ ...step, before: i === 0 ? 0 : wave.total(step.since) }));
    /** Between the beginnings of two incidents the factor stays the same. */
    const until = (seconds: number): number => {
      let sum = 0;
      for (const [i, { since, factor, before }] of steps.entries()) {
        if (i > 0 && seconds <= since) break;
        const next = steps[i + 1];
        const upTo = next !== undefined && next.since < seconds ? next.before : wave.total(seconds);
        sum += (upTo - before) * factor;
      }
      return sum;
    };
    let restart = NaN;
    let base = 0;
    return Float64Array.from(moments, (moment, i) => {
      const begin = started[i] ?? 0;
      if (begin !== restart) {
        restart = begin;
        base = until(begin);
      }
      return until(moment) - base;
    });
  }

  return {
    times,
    kinds,
    started,
    pressure,
    failingSince: Math.min(Infinity, ...own.filter(({ kind }) => kind === 'errors').map(({ since }) => since)),
    rate: (flow, shape) => remembered(`rate ${flow} ${shape}`, () => rates(flow, waveOf(flow, shape, target, seed))),
    total: (flow, shape) => remembered(`total ${flow} ${shape}`, () => totals(flow, waveOf(flow, shape, target, seed))),
  };
}
