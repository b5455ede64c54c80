import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series, Timing } from '../service/roles.ts';
import { requestAlerts, requestRows, type RequestRuleOptions } from './signals/requests.ts';

type RoleName = 'requests' | 'errors' | 'duration';

/** What a library measures of the resource outside the process that it gives access to: network, disk, another process. */
export interface ClientRoles {
  /** Queries, calls, reads: every use of the resource. */
  readonly requests?: Series<'counter'>;
  readonly errors?: Series<'counter'>;
  readonly duration?: Timing;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  requests: { measures: 'a counter of every use of the resource', required: true },
  errors: { measures: 'a counter of failed uses; waive it when the resource cannot fail', required: true },
  duration: { measures: 'a histogram of the seconds a use took', required: true },
};

/**
 * A client or library: how often it is used, how often that fails, how long it takes. `by` tells apart the resources where
 * one library is used for several: the databases of a connection pool, but not the callers of a resolver.
 */
export function client<const R extends ClientRoles>(
  options: R & PartOptions<RoleName, R>,
): Archetype<Part<RequestRuleOptions>>;
export function client(options: ClientRoles & PartOptions<RoleName>): Archetype<Part<RequestRuleOptions>> {
  return archetype<RoleName, RequestRuleOptions>(
    'client',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => requestRows(options, title),
      rules: (place, rules) =>
        requestAlerts(place, options, { wording: { noun: 'calls', severity: 'ticket' }, options: rules }),
    },
  );
}
