import { durationMs, type Environment, type Resource } from '@binnacle/model';
import type { Matcher } from '@binnacle/promql';
import {
  compareLabels,
  type EvaluationOptions,
  seriesMatcher,
  type Storage,
  type StoredSeries,
} from '@binnacle/promql/engine';
import { matchesLabels, matchesName } from '../prometheus/matches.ts';
import { alertHistory, type AlertHistory } from './alert-series.ts';
import { familySeries, type TimedTarget } from './family.ts';
import { gridsFor, joined, type ReadGrid } from './apart.ts';
import { evaluationGrid, type Grid, gridKey, horizonAt } from './grid.ts';
import { hintsOf, queriesIn } from './hints.ts';
import { type ActiveIncident } from './incident.ts';
import { readsOf } from './invent/own-reads.ts';
import { inventedSeries } from './invent/invented-series.ts';
import { type Invented, inventedBy } from './invent/invented.ts';
import { type Needs, needsOf, type Span } from './need.ts';
import { type RecordedRule, recordSeries } from './recorded.ts';
import { ALERT_SERIES, type DeclaredAlert, declaredRules, type RuleStates } from './rules.ts';
import { SCRAPE_METRICS, scrapeSeries } from './scrape.ts';
import { type DeclaredSeries, sampledServices } from './services.ts';
import type { Subject } from './subject.ts';
import { createTimeline, type Target } from './timeline.ts';

/** What samples are made of. */
export interface SampleSource {
  readonly resources: readonly Resource[];
  /** Dashboards of files beside the project: what they read and nobody declares is made up. */
  readonly beside?: readonly Resource[];
  readonly environment: Environment;
  readonly seed: number;
  readonly incidents: readonly ActiveIncident[];
}

/** Samples made from the contracts of a project. Nothing is made before it is asked for. */
export interface SampleData extends RuleStates {
  /** What queries with these needs read at a time: no sample is later than that. */
  readonly storage: (needs: Needs, now: number) => Storage;
  /** The metrics of contracts, by the names of their series. */
  readonly declared: ReadonlyMap<string, readonly DeclaredSeries[]>;
  /** Metrics that are made up, as no contract declares them. */
  readonly invented: Invented;
  /** Every name that has samples. */
  readonly names: () => readonly string[];
  /** How queries of this environment are evaluated. */
  readonly engine: EvaluationOptions;
}

const LOOKBACK = 300_000;
const DEFAULT_INTERVAL = 60_000;
/** Samples kept, of all metrics: 160 MB. */
const MOST_SAMPLES = 20_000_000;
/** How far back alerts are followed. */
const ALERTS_REACH = 6 * 3_600_000;

/** Series up to a time: what is later than that has not happened yet. */
function until(series: StoredSeries, now: number): StoredSeries {
  const { times, length } = series;
  let upTo = length;
  while (upTo > 0 && (times[upTo - 1] ?? 0) > now) upTo -= 1;
  return upTo === length ? series : { ...series, length: upTo };
}

function sorted(series: readonly StoredSeries[]): readonly StoredSeries[] {
  return series.toSorted((a, b) => compareLabels(a.labels, b.labels));
}

function refuse(): never {
  throw new TypeError('samples that are made cannot be added to');
}

function sizeOf(series: readonly StoredSeries[]): number {
  return series.reduce((sum, { length }) => sum + length, 0);
}

/** Samples of a project. Equal sources make equal samples. */
export function createSampleData(source: SampleSource): SampleData {
  const { resources, beside = [], environment, seed, incidents } = source;
  const { scrapeInterval, evaluationInterval, version } = environment.prometheus;
  const scrape = durationMs(scrapeInterval) ?? DEFAULT_INTERVAL;
  const evaluation = durationMs(evaluationInterval) ?? DEFAULT_INTERVAL;
  const engine: EvaluationOptions = { defaultStep: evaluation, leftOpen: !version.startsWith('2.') };
  const rules = declaredRules(resources, evaluation);
  const { of: hints } = hintsOf(queriesIn(resources));
  const { subjects, declared } = sampledServices(resources, hints);
  const isOwn = readsOf(resources, beside);
  const invented = inventedBy(beside, (name) => declared.has(name) || rules.records.has(name) || isOwn(name));
  let horizon = 0;
  let kept = 0;
  const cache = new Map<string, readonly StoredSeries[]>();
  const timelines = new Map<string, readonly TimedTarget[]>();
  const histories = new Map<DeclaredAlert, AlertHistory>();
  /** Records that are being evaluated: one that needs itself has no samples. */
  const evaluating = new Set<string>();

  /** Forgets what was made for an earlier stretch of time. */
  function advance(now: number): void {
    if (horizonAt(now) === horizon) return;
    horizon = horizonAt(now);
    kept = 0;
    cache.clear();
    timelines.clear();
    histories.clear();
  }

  function timed(subject: Subject, grid: Grid): readonly TimedTarget[] {
    const key = `${subject.service} ${gridKey(grid)}`;
    const known = timelines.get(key);
    if (known !== undefined) return known;
    const made = (subjects.get(subject) ?? []).map((target) => targetOn(target, grid));
    timelines.set(key, made);
    return made;
  }

  function targetOn(target: Target, grid: Grid): TimedTarget {
    return { target, timeline: createTimeline(target, grid, { seed, incidents }) };
  }

  /** A target of no service. */
  function alone(target: Target, grid: Grid): TimedTarget {
    const key = JSON.stringify([target.job, target.instance, gridKey(grid)]);
    const [known = targetOn(target, grid)] = timelines.get(key) ?? [];
    timelines.set(key, [known]);
    return known;
  }

  function scraped(name: string, grid: Grid): readonly StoredSeries[] {
    const made = inventedSeries(name, invented, (target) => alone(target, grid));
    if (SCRAPE_METRICS.has(name)) {
      const targets = [...subjects.keys()].flatMap((subject) => timed(subject, grid));
      return [...scrapeSeries(name, targets), ...made];
    }
    if (made.length > 0) return made;
    return (declared.get(name) ?? []).flatMap(({ metric, part, subject }) =>
      familySeries({ metric, subject, hints }, timed(subject, grid), part),
    );
  }

  function recorded(name: string, rule: RecordedRule, grid: Grid): readonly StoredSeries[] {
    const storage = view(needsOf(rule.expr, { from: grid.start, to: grid.end }, LOOKBACK), Infinity);
    return recordSeries(name, rule, { ...grid, storage, engine });
  }

  /** Series that were made before, or are made now. */
  function remembered(key: string, make: () => readonly StoredSeries[]): readonly StoredSeries[] {
    const old = cache.get(key);
    if (old !== undefined) return old;
    const fresh = make();
    kept += sizeOf(fresh);
    for (const [oldest, series] of cache) {
      if (kept <= MOST_SAMPLES) break;
      cache.delete(oldest);
      kept -= sizeOf(series);
    }
    cache.set(key, fresh);
    return fresh;
  }

  /** Series of a metric that is read at these times, sorted by labels. */
  function seriesOf(name: string, spans: readonly Span[]): readonly StoredSeries[] {
    const parts = gridsFor(spans, horizon, scrape).map((one) => seriesOn(name, one));
    return parts.length > 1 ? sorted(joined(parts)) : parts.flat();
  }

  function seriesOn(name: string, { read, grid }: ReadGrid): readonly StoredSeries[] {
    if (declared.has(name) || SCRAPE_METRICS.has(name) || invented.series.has(name)) {
      return remembered(`${name} ${gridKey(grid)}`, () => sorted(scraped(name, grid)));
    }
    if (evaluating.has(name)) return [];
    evaluating.add(name);
    try {
      const all = (rules.records.get(name) ?? []).flatMap((rule, i) => {
        const own = evaluationGrid(read.from, rule.interval, grid);
        return remembered(`${name} ${i} ${gridKey(own)}`, () => recorded(name, rule, own));
      });
      return sorted(all);
    } finally {
      evaluating.delete(name);
    }
  }

  function history(alert: DeclaredAlert): AlertHistory {
    const known = histories.get(alert);
    if (known !== undefined) return known;
    const start = horizon - ALERTS_REACH;
    const made = alertHistory(alert, view(needsOf(alert.rule.expr, { from: start, to: horizon }, LOOKBACK), Infinity), {
      start,
      end: horizon,
      engine,
    });
    histories.set(alert, made);
    return made;
  }

  function alertSeries(matchers: readonly Matcher[]): readonly StoredSeries[] {
    return rules.alerts
      .filter(({ rule, group }) =>
        matchesLabels(matchers, { ...group.group.labels, ...rule.labels, alertname: rule.alert }),
      )
      .flatMap((alert) => history(alert).series);
  }

  const every = [declared, SCRAPE_METRICS, rules.records, invented.series].flatMap((all) => [...all.keys()]);
  const names = [...new Set(every)].toSorted();
  const known = new Set([...names, ...ALERT_SERIES]);

  /** Names that matchers may mean. */
  function namesFor(matchers: readonly Matcher[]): readonly string[] {
    const exact = matchers.find(({ label, op }) => label === '__name__' && op === '=');
    const candidates = exact === undefined ? [...known] : known.has(exact.value) ? [exact.value] : [];
    return candidates.filter((name) => matchesName(matchers, name));
  }

  function view(needs: Needs, now: number): Storage {
    return {
      append: refuse,
      end: refuse,
      size: () => ({ series: 0, samples: 0 }),
      select(matchers) {
        const accepts = seriesMatcher(matchers);
        const wanted = namesFor(matchers);
        const found = wanted.flatMap((name) => {
          if (ALERT_SERIES.includes(name)) return alertSeries(matchers);
          const lately = [{ from: horizon - LOOKBACK, to: horizon }];
          return seriesOf(name, needs.get(name) ?? needs.get('') ?? lately);
        });
        const selected = found.filter(({ labels }) => accepts(labels)).map((series) => until(series, now));
        return wanted.length > 1 || ALERT_SERIES.includes(wanted[0] ?? '') ? sorted(selected) : selected;
      },
    };
  }

  return {
    declared,
    invented,
    rules,
    names: () => names,
    engine,
    storage(needs, now) {
      advance(now);
      return view(needs, now);
    },
    since: (now) => horizonAt(now) - ALERTS_REACH,
    alertHistory(alert, now) {
      advance(now);
      return history(alert);
    },
  };
}
