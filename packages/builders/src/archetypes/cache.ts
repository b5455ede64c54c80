import { row, type Row } from '../dashboards/layout/row.ts';
import { hero, major } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import { durations } from '../dashboards/signals/request-panels.ts';
import { level } from '../dashboards/signals/use.ts';
import { sum } from '../query/aggregate.ts';
import { rate } from '../query/rate.ts';
import { alert, type Alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series, Timing } from '../service/roles.ts';
import { splitText } from '../service/split.ts';
import { percent } from './signals/percent.ts';
import { failureShare, requestAlerts, requestRows } from './signals/requests.ts';

type RoleName = 'requests' | 'hits' | 'duration' | 'backingRequests' | 'backingErrors' | 'backingDuration';

/** What a cache measures, of itself and of the system it is in front of. */
export interface CacheRoles {
  /** Look-ups. */
  readonly requests?: Series<'counter'>;
  /** Look-ups the cache could answer. */
  readonly hits?: Series<'counter'>;
  /** How long a look-up takes, hit or miss. */
  readonly duration?: Timing;
  /** What the cache asked of the system behind it. */
  readonly backingRequests?: Series<'counter'>;
  readonly backingErrors?: Series<'counter'>;
  readonly backingDuration?: Timing;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  requests: { measures: 'a counter of look-ups', required: true },
  hits: { measures: 'a counter of look-ups the cache answered', required: true },
  duration: { measures: 'a histogram of the seconds a look-up took', required: true },
  backingRequests: { measures: 'a counter of requests to the system behind the cache', required: true },
  backingErrors: { measures: 'a counter of failed requests to the system behind the cache', required: true },
  backingDuration: { measures: 'a histogram of the seconds the system behind the cache took', required: true },
};

/** When the alerts fire. `false` leaves an alert out. */
export interface CacheRuleOptions {
  /** Share of look-ups that must be hits. Default: 0.8. */
  readonly hitRatio?: number | false;
  /** Look-ups per second below which the share says nothing. Default: 1. */
  readonly minPerSecond?: number;
  /** Share of failures of the system behind that is too many. Default: 0.05. */
  readonly errorShare?: number | false;
  /** Longest acceptable time of the system behind, in seconds. Default: 1. */
  readonly latency?: number | false;
  /** Default: `ticket`. */
  readonly severity?: AlertSeverity;
}

/** A cache: look-ups, hits and latency, and requests, errors and latency of the system it is in front of. */
export function cache<const R extends CacheRoles>(
  options: R & PartOptions<RoleName, R>,
): Archetype<Part<CacheRuleOptions>>;
export function cache(options: CacheRoles & PartOptions<RoleName>): Archetype<Part<CacheRuleOptions>> {
  const { requests, hits, by = [] } = options;
  const backing = {
    by,
    ...(options.backingRequests === undefined ? {} : { requests: options.backingRequests }),
    ...(options.backingErrors === undefined ? {} : { errors: options.backingErrors }),
    ...(options.backingDuration === undefined ? {} : { duration: options.backingDuration }),
  };
  return archetype<RoleName, CacheRuleOptions>(
    'cache',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => [...lookupRows(options, title), ...requestRows(backing, `${title}: behind`)],
      rules: (place, rules) => {
        const { hitRatio = 0.8, minPerSecond = 1, severity = 'ticket' } = rules;
        const alerts: Alert[] = [];
        if (requests !== undefined && hits !== undefined && hitRatio !== false) {
          alerts.push(
            alert(alertName(place, 'HitRatioLow'), {
              expr: failureShare(hits, requests, by)
                .lt(hitRatio)
                .and(sum(rate(requests), { by }).gt(minPerSecond)),
              for: '15m',
              severity,
              summary: (t) =>
                `Only ${t.value.humanizePercentage} of look-ups in ${place.service} ${place.part} are hits${splitText(t, by)}`,
              description: `Fewer than ${percent(hitRatio)}: what is behind the cache does work it is there to spare.`,
            }),
          );
        }
        const wording = { noun: 'requests behind the cache', severity, prefix: 'Backing' };
        return [...alerts, ...requestAlerts(place, backing, { wording, options: rules })];
      },
    },
  );
}

function lookupRows(
  { requests, hits, duration, by = [] }: CacheRoles & { readonly by?: readonly string[] },
  title: string,
): readonly Row[] {
  const panels = [
    ...(requests === undefined || hits === undefined
      ? []
      : [hero(level('Hit ratio', failureShare(hits, requests, by), 'Share of look-ups that the cache answered.'))]),
    ...(requests === undefined
      ? []
      : [major(level('Look-ups', sum(rate(requests), { by }), 'How much is asked of the cache.'))]),
    ...(duration === undefined ? [] : [major(durations(duration, { by }))]),
  ];
  return [row(title, panels, { prefix: slug(title) })];
}
