import { row } from '../dashboards/layout/row.ts';
import { hero, major } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import { level } from '../dashboards/signals/use.ts';
import { sum } from '../query/aggregate.ts';
import { rate } from '../query/rate.ts';
import { alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series } from '../service/roles.ts';
import { splitText } from '../service/split.ts';
import { earlier } from './signals/earlier.ts';

type RoleName = 'messages' | 'errors';

/** What is measured of the log. */
export interface LoggingRoles {
  /** Lines logged, by level. */
  readonly messages?: Series<'counter'>;
  /** Lines that mean something is wrong: `messages.where({ level: 'error' })`. */
  readonly errors?: Series<'counter'>;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  messages: { measures: 'a counter of log lines by level', required: true },
  errors: { measures: 'the log lines narrowed to errors', required: true },
};

/** When the alert fires. `false` leaves it out. */
export interface LoggingRuleOptions {
  /** How many times as many error lines as at the same hour of the day before. Default: 3. */
  readonly growth?: number | false;
  /** Error lines per second below which growth says nothing. Default: 0.1. */
  readonly minPerSecond?: number;
  /** Default: `ticket`. */
  readonly severity?: AlertSeverity;
}

/** The log: how many lines of which level, so that a release that logs more errors than the last one is noticed. */
export function logging<const R extends LoggingRoles>(
  options: R & PartOptions<RoleName, R>,
): Archetype<Part<LoggingRuleOptions>>;
export function logging(options: LoggingRoles & PartOptions<RoleName>): Archetype<Part<LoggingRuleOptions>> {
  const { messages, errors, by = [] } = options;
  return archetype<RoleName, LoggingRuleOptions>(
    'logging',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => [
        row(
          title,
          [
            ...(messages === undefined
              ? []
              : [hero(level('Lines logged', sum(rate(messages), { by }), 'How much is logged, of all levels.'))]),
            ...(errors === undefined
              ? []
              : [major(level('Errors logged', sum(rate(errors), { by }), 'Compare with the time before a release.'))]),
          ],
          { prefix: slug(title) },
        ),
      ],
      rules: (place, { growth = 3, minPerSecond = 0.1, severity = 'ticket' }) => {
        if (errors === undefined || growth === false) return [];
        const now = sum(rate(errors, '1h'), { by });
        const yesterday = sum(rate(earlier(errors, '1d'), '1h'), { by });
        return [
          alert(alertName(place, 'ErrorsGrowing'), {
            expr: now.gt(yesterday.mul(growth)).and(now.gt(minPerSecond)),
            for: '15m',
            severity,
            summary: (t) => `${place.service} logs ${t.value.humanize} errors a second${splitText(t, by)}`,
            description: `More than ${growth} times as many as at this hour yesterday. Look at what was released since.`,
          }),
        ];
      },
    },
  );
}
