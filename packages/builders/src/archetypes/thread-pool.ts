import { row, type Row } from '../dashboards/layout/row.ts';
import { hero, major } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import { level } from '../dashboards/signals/use.ts';
import { sum } from '../query/aggregate.ts';
import { seconds } from '../query/quantity.ts';
import { rate } from '../query/rate.ts';
import { alert, type Alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series, Timing } from '../service/roles.ts';
import { splitText } from '../service/split.ts';
import { backlogAlert } from './signals/backlog.ts';
import { percent } from './signals/percent.ts';
import { typicalTime, typicalTimeName } from './signals/timing.ts';

type RoleName = 'queued' | 'active' | 'size' | 'tasks' | 'duration' | 'wait';

/** What a pool of threads, workers or connections measures. */
export interface ThreadPoolRoles {
  /** Tasks waiting for a thread. */
  readonly queued?: Series<'gauge'>;
  /** Threads in use. */
  readonly active?: Series<'gauge'>;
  /** Threads there are. */
  readonly size?: Series<'gauge'>;
  /** Tasks done. */
  readonly tasks?: Series<'counter'>;
  /** How long a task takes. */
  readonly duration?: Timing;
  /** How long a task waits for a thread. */
  readonly wait?: Timing;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  queued: { measures: 'a gauge of tasks waiting', required: true },
  active: { measures: 'a gauge of threads in use', required: true },
  size: { measures: 'a gauge of threads there are', required: true },
  tasks: { measures: 'a counter of tasks done', required: true },
  duration: { measures: 'a histogram of the seconds a task took', required: true },
  wait: { measures: 'a histogram of the seconds a task waited', required: false },
};

/** When the alerts fire. `false` leaves an alert out. */
export interface ThreadPoolRuleOptions {
  /** Share of threads in use that leaves none for the next burst. Default: 0.9. */
  readonly busy?: number | false;
  /** Longest acceptable wait, in seconds: of a histogram at the 99th percentile, of a summary on average. Default: 1. */
  readonly wait?: number | false;
  /** Alert when the queue only ever becomes longer. Default: true. */
  readonly growing?: boolean;
  /** Default: `ticket`. */
  readonly severity?: AlertSeverity;
}

/** A pool: tasks queued and done, threads in use and in all, how long tasks wait and take. */
export function threadPool<const R extends ThreadPoolRoles>(
  options: R & PartOptions<RoleName, R>,
): Archetype<Part<ThreadPoolRuleOptions>>;
export function threadPool(options: ThreadPoolRoles & PartOptions<RoleName>): Archetype<Part<ThreadPoolRuleOptions>> {
  const { queued, active, size, wait, by = [] } = options;
  return archetype<RoleName, ThreadPoolRuleOptions>(
    'thread-pool',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => [poolRow(options, title)],
      rules: (place, rules) => {
        const { busy = 0.9, wait: longest = 1, growing = true, severity = 'ticket' } = rules;
        const pool = `${place.service} ${place.part}`;
        const alerts: Alert[] = [];
        if (active !== undefined && size !== undefined && busy !== false) {
          alerts.push(
            alert(alertName(place, 'Exhausted'), {
              expr: sum(active, { by }).div(sum(size, { by })).gt(busy),
              for: '10m',
              severity,
              summary: (t) => `${t.value.humanizePercentage} of the threads of ${pool} are in use${splitText(t, by)}`,
              description: `More than ${percent(busy)} for ten minutes: tasks will wait, and then time out.`,
            }),
          );
        }
        if (queued !== undefined && growing) {
          alerts.push(backlogAlert(place, queued, { condition: 'QueueGrowing', noun: 'queued tasks', by, severity }));
        }
        if (wait !== undefined && longest !== false) {
          const measure = typicalTimeName(wait, 0.99);
          alerts.push(
            alert(alertName(place, 'WaitLong'), {
              expr: typicalTime(wait, 0.99, by).gt(seconds(longest)),
              for: '10m',
              severity,
              summary: (t) => `Tasks wait ${t.value.humanizeDuration} (${measure}) for ${pool}${splitText(t, by)}`,
              description: `The ${measure} of the wait for a thread is above ${longest} s.`,
            }),
          );
        }
        return alerts;
      },
    },
  );
}

function poolRow(
  { queued, active, size, tasks, duration, wait, by = [] }: ThreadPoolRoles & { readonly by?: readonly string[] },
  title: string,
): Row {
  const panels = [
    ...(active === undefined || size === undefined
      ? []
      : [
          hero(
            level(
              'In use',
              sum(active, { by }).div(sum(size, { by })),
              'Share of the threads in use. At 100 %, tasks wait.',
            ),
          ),
        ]),
    ...(queued === undefined ? [] : [major(level('Queue', sum(queued, { by }), 'Tasks that wait for a thread.'))]),
    ...(tasks === undefined ? [] : [major(level('Tasks', sum(rate(tasks), { by }), 'Tasks done per second.'))]),
    ...(duration === undefined
      ? []
      : [major(level('Task time', typicalTime(duration, 0.99, by), 'How long a task holds its thread.'))]),
    ...(wait === undefined
      ? []
      : [major(level('Wait', typicalTime(wait, 0.99, by), 'How long a task waits for a thread.'))]),
  ];
  return row(title, panels, { prefix: slug(title) });
}
