import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series } from '../service/roles.ts';
import { requestAlerts, requestRows, type RequestRuleOptions } from './signals/requests.ts';

type RoleName = 'failures' | 'attempts';

/** What is measured of something that may fail. */
export interface FailureRoles {
  readonly failures?: Series<'counter'>;
  /** Everything tried, failed or not: without it nobody can say whether ten failures are many. */
  readonly attempts?: Series<'counter'>;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  failures: { measures: 'a counter of failures', required: true },
  attempts: { measures: 'a counter of attempts, successful or not', required: true },
};

/** When the alert fires. */
export type FailureRuleOptions = Pick<RequestRuleOptions, 'errorShare' | 'minErrors' | 'for' | 'severity'>;

/** Something that may fail: failures, and the attempts that make a ratio of them. */
export function failures<const R extends FailureRoles>(
  options: R & PartOptions<RoleName, R>,
): Archetype<Part<FailureRuleOptions>>;
export function failures(options: FailureRoles & PartOptions<RoleName>): Archetype<Part<FailureRuleOptions>> {
  const { failures: errors, attempts: requests, by } = options;
  const signals = {
    ...(requests === undefined ? {} : { requests }),
    ...(errors === undefined ? {} : { errors }),
    ...(by === undefined ? {} : { by }),
  };
  return archetype<RoleName, FailureRuleOptions>(
    'failures',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => requestRows(signals, title),
      rules: (place, rules) =>
        requestAlerts(place, signals, { wording: { noun: 'attempts', severity: 'ticket' }, options: rules }),
    },
  );
}
