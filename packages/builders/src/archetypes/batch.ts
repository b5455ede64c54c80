import { printDuration } from '@binnacle/promql';
import { row, type Row } from '../dashboards/layout/row.ts';
import { hero, major, minor } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import { stat } from '../dashboards/panels/stat.ts';
import { thresholds } from '../dashboards/panels/thresholds.ts';
import { query } from '../dashboards/queries/query.ts';
import { level } from '../dashboards/signals/use.ts';
import { absent } from '../query/absent.ts';
import { max, sum } from '../query/aggregate.ts';
import { seconds } from '../query/quantity.ts';
import { alert, type Alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series } from '../service/roles.ts';
import { secondsOf } from '../service/seconds.ts';
import { splitText } from '../service/split.ts';
import { age, type Timestamp } from './signals/age.ts';

type RoleName = 'lastSuccess' | 'lastCompletion' | 'duration' | 'stages' | 'records';

/** What a batch job measures and pushes when it ends. All are gauges: each describes one run. */
export interface BatchRoles {
  /** Unix time of the last successful end. */
  readonly lastSuccess?: Timestamp;
  /** Unix time of the last end, successful or not. */
  readonly lastCompletion?: Timestamp;
  /** How long the last run took. */
  readonly duration?: Series<'gauge', 'seconds'>;
  /** How long each major stage of the last run took, by a label. */
  readonly stages?: Series<'gauge', 'seconds'>;
  /** How much the last run processed. */
  readonly records?: Series<'gauge'>;
}

/** When the job is expected to run. */
export interface BatchSchedule {
  /** Time between two runs, `1d`. More often than every 15 minutes, a daemon serves better. */
  readonly every: string;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  lastSuccess: { measures: 'a gauge of the unix time of the last success', required: true },
  lastCompletion: { measures: 'a gauge of the unix time of the last end, successful or not', required: true },
  duration: { measures: 'a gauge of the seconds the last run took', required: true },
  stages: { measures: 'a gauge of the seconds each major stage took', required: false },
  records: { measures: 'a gauge of the records the last run processed', required: false },
};

/** When the alerts fire. `false` leaves an alert out. */
export interface BatchRuleOptions {
  /** How late a success may be. Default: half the time between two runs. */
  readonly grace?: string;
  /** Longest acceptable run. Default: four fifths of the time between two runs. */
  readonly longest?: string | false;
  /** Fewest records a run must process. Default: no alert. */
  readonly minRecords?: number | false;
  /** Of a job that did not succeed in time. Default: `page` for a production service of tier 1 or 2, else `ticket`. */
  readonly severity?: AlertSeverity;
}

/** A batch job: when it last succeeded and ended, how long it and its stages took, how much it processed. */
export function batch<const R extends BatchRoles>(
  options: R & PartOptions<RoleName, R> & BatchSchedule,
): Archetype<Part<BatchRuleOptions>>;
export function batch(options: BatchRoles & PartOptions<RoleName> & BatchSchedule): Archetype<Part<BatchRuleOptions>> {
  const { lastSuccess, lastCompletion, duration, records, every, by = [] } = options;
  const period = secondsOf(every);
  return archetype<RoleName, BatchRuleOptions>(
    'batch',
    { roles: ROLES, players: options, waive: options.waive, period: every },
    {
      rows: (title) => [batchRow(options, title, period)],
      rules: (place, rules) => {
        const { longest, minRecords = false, severity = place.severity } = rules;
        const grace = rules.grace === undefined ? period / 2 : secondsOf(rules.grace);
        const job = `${place.service} ${place.part}`;
        const alerts: Alert[] = [];
        if (lastSuccess !== undefined) {
          alerts.push(
            alert(alertName(place, 'Late'), {
              expr: age(lastSuccess, by).gt(seconds(period + grace)),
              severity,
              summary: (t) => `${job} last succeeded ${t.value.humanizeDuration} ago${splitText(t, by)}`,
              description: `It runs every ${every}, and none succeeded for ${printDuration((period + grace) * 1000)}.`,
            }),
            // A job that never ran has no age; only equality matchers survive into the labels of absent().
            alert(alertName(place, 'NeverSucceeded'), {
              expr: absent(lastSuccess),
              for: every,
              severity,
              summary: `${job} has reported no success for ${every}`,
              description: 'It never ran, never succeeded, or what it pushed was lost.',
            }),
          );
        }
        if (lastSuccess !== undefined && lastCompletion !== undefined) {
          alerts.push(
            alert(alertName(place, 'Failed'), {
              expr: max(lastCompletion, { by }).gt(max(lastSuccess, { by })),
              severity: 'ticket',
              summary: (t) => `The last run of ${job} failed${splitText(t, by)}`,
              description: `It ended after the last success. ${job} is late if the next runs fail as well.`,
            }),
          );
        }
        if (duration !== undefined && longest !== false) {
          const limit = longest === undefined ? period * 0.8 : secondsOf(longest);
          alerts.push(
            alert(alertName(place, 'Slow'), {
              expr: max(duration, { by }).gt(seconds(limit)),
              severity: 'ticket',
              summary: (t) => `The last run of ${job} took ${t.value.humanizeDuration}${splitText(t, by)}`,
              description: `More than ${printDuration(limit * 1000)}; it runs every ${every}, so runs will soon overlap.`,
            }),
          );
        }
        if (records !== undefined && minRecords !== false) {
          alerts.push(
            alert(alertName(place, 'RecordsMissing'), {
              expr: sum(records, { by }).lt(minRecords),
              severity: 'ticket',
              summary: (t) => `The last run of ${job} processed ${t.value.humanize} records${splitText(t, by)}`,
              description: `Fewer than ${minRecords}: what it reads is incomplete.`,
            }),
          );
        }
        return alerts;
      },
    },
  );
}

function batchRow(
  { lastSuccess, duration, stages, records, by = [] }: BatchRoles & { readonly by?: readonly string[] },
  title: string,
  period: number,
): Row {
  const panels = [
    ...(lastSuccess === undefined
      ? []
      : [
          hero(
            level(
              'Time since the last success',
              age(lastSuccess, by),
              'A saw-tooth as high as the time between two runs.',
            ),
          ),
          minor(
            stat('Last success', {
              description: 'How long ago the last run succeeded.',
              queries: [query(age(lastSuccess, by))],
              thresholds: thresholds({ warning: period, critical: period * 1.5 }),
            }),
          ),
        ]),
    ...(duration === undefined ? [] : [major(level('Run time', max(duration, { by }), 'How long the last run took.'))]),
    ...(stages === undefined ? [] : [major(level('Stages', stages, 'How long each stage of the last run took.'))]),
    ...(records === undefined
      ? []
      : [major(level('Records', sum(records, { by }), 'How much the last run processed.'))]),
  ];
  return row(title, panels, { prefix: slug(title) });
}
