import type { Matcher } from '@binnacle/promql';
import { type EvaluationOptions, seriesMatcher, type Storage, type StoredSeries } from '@binnacle/promql/engine';
import { matchesLabels, matchesName } from '../prometheus/matches.ts';
import { alertHistory, type AlertHistory } from '../sample/alert-series.ts';
import { recordSeries } from '../sample/recorded.ts';
import { ALERT_SERIES, type DeclaredAlert, type DeclaredRules } from '../sample/rules.ts';

/** A storage with the series that rules make of what is in it, each evaluated when it is asked for. */
export interface RuledStorage {
  readonly storage: Storage;
  readonly history: (alert: DeclaredAlert) => AlertHistory;
}

/** The stretch of time over which rules are evaluated, Unix milliseconds. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly engine: EvaluationOptions;
}

/** Adds records and alerts to a storage that has samples of the metrics named. What is there already is not recorded again. */
export function ruledStorage(
  raw: Storage,
  { names, rules }: { readonly names: ReadonlySet<string>; readonly rules: DeclaredRules },
  stretch: Stretch,
): RuledStorage {
  const records = new Map<string, readonly StoredSeries[]>();
  const histories = new Map<DeclaredAlert, AlertHistory>();
  const evaluating = new Set<string>();

  function recorded(name: string): readonly StoredSeries[] {
    const known = records.get(name);
    if (known !== undefined) return known;
    // A record that needs itself has no samples.
    if (evaluating.has(name)) return [];
    evaluating.add(name);
    const series = (rules.records.get(name) ?? []).flatMap((rule) => {
      const start = Math.floor(stretch.start / rule.interval) * rule.interval;
      return recordSeries(name, rule, { ...stretch, start, step: rule.interval, storage });
    });
    evaluating.delete(name);
    records.set(name, series);
    return series;
  }

  function history(alert: DeclaredAlert): AlertHistory {
    const known = histories.get(alert);
    if (known !== undefined) return known;
    const found = alertHistory(alert, storage, stretch);
    histories.set(alert, found);
    return found;
  }

  function made(matchers: readonly Matcher[]): readonly StoredSeries[] {
    const wanted = [...rules.records.keys()].filter((name) => !names.has(name) && matchesName(matchers, name));
    const alerts = ALERT_SERIES.some((name) => !names.has(name) && matchesName(matchers, name))
      ? rules.alerts.filter(({ rule, group }) =>
          matchesLabels(matchers, { ...group.group.labels, ...rule.labels, alertname: rule.alert }),
        )
      : [];
    return [...wanted.flatMap(recorded), ...alerts.flatMap((alert) => history(alert).series)];
  }

  const storage: Storage = {
    ...raw,
    select(matchers) {
      const more = made(matchers).filter(({ labels }) => seriesMatcher(matchers)(labels));
      return more.length === 0 ? raw.select(matchers) : [...raw.select(matchers), ...more];
    },
  };
  return { storage, history };
}
