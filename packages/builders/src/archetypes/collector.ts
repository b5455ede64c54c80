import { row } from '../dashboards/layout/row.ts';
import { hero, major } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import { level } from '../dashboards/signals/use.ts';
import { max } from '../query/aggregate.ts';
import { seconds } from '../query/quantity.ts';
import type { Instant } from '../query/vector.ts';
import { alert, type Alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series } from '../service/roles.ts';
import { splitText } from '../service/split.ts';

type RoleName = 'duration' | 'errors';

/** What a metrics collector measures of itself. Gauges, as both describe one scrape. */
export interface CollectorRoles {
  /** How long the last collection took. */
  readonly duration?: Series<'gauge', 'seconds'>;
  /** Errors of the last collection; an expression that is above zero when it failed will do. */
  readonly errors?: Instant<string, string, 'gauge'>;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  duration: { measures: 'a gauge of the seconds a collection took', required: true },
  errors: { measures: 'a gauge of the errors of a collection', required: true },
};

/** When the alerts fire. `false` leaves an alert out. */
export interface CollectorRuleOptions {
  /** Longest acceptable collection, in seconds. Default: 8, below the usual scrape timeout of ten. */
  readonly duration?: number | false;
  /** Default: `ticket`. */
  readonly severity?: AlertSeverity;
}

/** A collector of metrics from elsewhere: how long a collection takes, and whether it fails. */
export function collector<const R extends CollectorRoles>(
  options: R & PartOptions<RoleName, R>,
): Archetype<Part<CollectorRuleOptions>>;
export function collector(options: CollectorRoles & PartOptions<RoleName>): Archetype<Part<CollectorRuleOptions>> {
  const { duration, errors, by = [] } = options;
  return archetype<RoleName, CollectorRuleOptions>(
    'collector',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => [
        row(
          title,
          [
            ...(duration === undefined
              ? []
              : [
                  hero(
                    level(
                      'Collection time',
                      max(duration, { by }),
                      'A scrape that takes longer than its timeout reports nothing.',
                    ),
                  ),
                ]),
            ...(errors === undefined
              ? []
              : [major(level('Errors', max(errors, { by }), 'Above zero, what is reported is incomplete.'))]),
          ],
          { prefix: slug(title) },
        ),
      ],
      rules: (place, rules) => {
        const { duration: longest = 8, severity = 'ticket' } = rules;
        const what = `${place.service} ${place.part}`;
        const alerts: Alert[] = [];
        if (errors !== undefined) {
          alerts.push(
            alert(alertName(place, 'Failing'), {
              expr: max(errors, { by }).gt(0),
              for: '15m',
              severity,
              summary: (t) => `${what} cannot collect${splitText(t, by)}`,
              description: 'Every collection of the last fifteen minutes had errors, so what it reports is incomplete.',
            }),
          );
        }
        if (duration !== undefined && longest !== false) {
          alerts.push(
            alert(alertName(place, 'Slow'), {
              expr: max(duration, { by }).gt(seconds(longest)),
              for: '15m',
              severity,
              summary: (t) => `${what} takes ${t.value.humanizeDuration} to collect${splitText(t, by)}`,
              description: `More than ${longest} s: soon a scrape will time out and everything it reports be missing.`,
            }),
          );
        }
        return alerts;
      },
    },
  );
}
