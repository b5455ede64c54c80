import { row, type Row } from '../../dashboards/layout/row.ts';
import { major } from '../../dashboards/layout/size.ts';
import { slug } from '../../dashboards/names.ts';
import type { Panel } from '../../dashboards/panels/panel.ts';
import { red, type RedSignals } from '../../dashboards/signals/red.ts';
import { durations } from '../../dashboards/signals/request-panels.ts';
import { absent } from '../../query/absent.ts';
import { sum } from '../../query/aggregate.ts';
import { seconds } from '../../query/quantity.ts';
import { increase, rate } from '../../query/rate.ts';
import type { Vector } from '../../query/vector.ts';
import { alert, type Alert, type AlertSeverity } from '../../rules/alert.ts';
import { alertName } from '../../service/alert-name.ts';
import type { Place } from '../../service/part.ts';
import type { Series, Timing } from '../../service/roles.ts';
import { capitalised } from '../../service/capitalised.ts';
import { splitText } from '../../service/split.ts';
import { percent } from './percent.ts';
import { typicalTime, typicalTimeName } from './timing.ts';

/** The signals of whatever is asked and answers; `by` are the labels that tell apart what is watched separately. */
export interface RequestSignals {
  readonly requests?: Series<'counter'>;
  readonly errors?: Series<'counter'>;
  readonly duration?: Timing;
  readonly by?: readonly string[];
}

/** When request alerts fire. `false` leaves an alert out. */
export interface RequestRuleOptions {
  /** Share of failures that is too many. Default: 0.05. */
  readonly errorShare?: number | false;
  /** Failures in five minutes below which the share says nothing. Default: 3. */
  readonly minErrors?: number;
  /** Longest acceptable time, in seconds: of a histogram at `quantile`, of a summary on average. Default: 1. */
  readonly latency?: number | false;
  /** Default: 0.99. */
  readonly quantile?: number;
  /** How long a condition must hold. Default: 5m. */
  readonly for?: string;
  /** Default: `page` for what users of a production service of tier 1 or 2 notice, else `ticket`. */
  readonly severity?: AlertSeverity;
}

/** What the alerts of one part call things, and how urgent they are unless told otherwise. */
export interface RequestWording {
  /** Plural: `requests`, `calls`. */
  readonly noun: string;
  readonly severity: AlertSeverity;
  /** Put before the condition in the alert's name. */
  readonly prefix?: string;
}

/** Failures as a share of everything tried; nothing while nothing was tried. */
export function failureShare(
  failed: Series<'counter'>,
  tried: Series<'counter'>,
  by: readonly string[] = [],
): Vector<string, string, 'gauge'> {
  return sum(rate(failed), { by }).div(sum(rate(tried), { by }));
}

/** A row of rate, errors and duration, and what else belongs to it. */
export function requestRows(
  { requests, errors, duration, by = [] }: RequestSignals,
  title: string,
  more: readonly Panel[] = [],
): readonly Row[] {
  const others = more.map(major);
  if (requests === undefined) {
    const panels = duration === undefined ? others : [major(durations(duration, { by })), ...others];
    return [row(title, panels, { prefix: slug(title) })];
  }
  const signals = {
    requests,
    ...(errors === undefined ? {} : { errors }),
    ...(duration === undefined ? {} : { duration }),
  };
  const made = red<RedSignals>(signals, { title, by });
  return [{ ...made, panels: [...made.panels, ...others] }];
}

/** Alerts on failures and latency, as far as both are measured. */
export function requestAlerts(
  place: Place,
  { requests, errors, duration, by = [] }: RequestSignals,
  { wording, options }: { readonly wording: RequestWording; readonly options: RequestRuleOptions },
): readonly Alert[] {
  const { errorShare = 0.05, minErrors = 3, latency = 1, quantile = 0.99 } = options;
  const { noun, prefix = '' } = wording;
  const common = { for: options.for ?? '5m', keepFiringFor: '5m', severity: options.severity ?? wording.severity };
  const what = `${place.service} ${place.part}`;
  const alerts: Alert[] = [];
  if (requests !== undefined && errors !== undefined && errorShare !== false) {
    alerts.push(
      alert(alertName(place, `${prefix}ErrorsHigh`), {
        ...common,
        expr: failureShare(errors, requests, by)
          .gt(errorShare)
          .and(sum(increase(errors), { by }).ge(minErrors)),
        summary: (t) => `${t.value.humanizePercentage} of ${noun} of ${what} fail${splitText(t, by)}`,
        description: `More than ${percent(errorShare)} of ${noun} failed over five minutes, and at least ${minErrors} of them.`,
      }),
    );
  }
  if (duration !== undefined && latency !== false) {
    const measure = typicalTimeName(duration, quantile);
    alerts.push(
      alert(alertName(place, `${prefix}LatencyHigh`), {
        ...common,
        expr: typicalTime(duration, quantile, by).gt(seconds(latency)),
        summary: (t) =>
          `${capitalised(noun)} of ${what} take ${t.value.humanizeDuration} (${measure})${splitText(t, by)}`,
        description: `The ${measure} of the time ${noun} take is above ${latency} s.`,
      }),
    );
  }
  return alerts;
}

/** An alert on a metric that should always be there. */
export function absentAlert(
  place: Place,
  series: Series,
  {
    condition,
    severity,
    missing,
  }: { readonly condition: string; readonly severity: AlertSeverity; readonly missing: string },
): Alert {
  return alert(alertName(place, condition), {
    expr: absent(series),
    for: '10m',
    severity,
    summary: `${place.service} ${place.part} reports no ${missing}`,
    description: `No series of ${series.expr.name ?? 'the metric'} for ten minutes: the process is down, is not scraped, or the metric was renamed.`,
  });
}
