import { level } from '../dashboards/signals/use.ts';
import { sum } from '../query/aggregate.ts';
import { alert, type Alert } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { PartOptions, Role, Series, Timing } from '../service/roles.ts';
import {
  absentAlert,
  requestAlerts,
  requestRows,
  type RequestRuleOptions,
  type RequestWording,
} from './signals/requests.ts';

type RoleName = 'requests' | 'errors' | 'duration' | 'inFlight';

/** What an online-serving system measures: somebody waits for each answer. */
export interface OnlineServingRoles {
  /** Requests, counted when they end. */
  readonly requests?: Series<'counter'>;
  /** Those that failed: a counter, or `requests.where({ … })`. */
  readonly errors?: Series<'counter'>;
  readonly duration?: Timing;
  /** Requests being worked on now. Never split: few systems know the route before the answer. */
  readonly inFlight?: Series<'gauge'>;
}

/** Which end of the wire measures. Both are worth having: where they disagree, the fault is between them. */
export interface Side {
  /** Default: `server`. */
  readonly side?: 'server' | 'client';
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  requests: { measures: 'a counter of requests, counted when they end', required: true },
  errors: { measures: 'a counter of failed requests, or the requests narrowed to those that failed', required: true },
  duration: { measures: 'a histogram of the seconds a request took', required: true },
  inFlight: { measures: 'a gauge of requests in flight', required: false },
};

/** When the alerts fire. `false` leaves an alert out. */
export interface OnlineServingRuleOptions extends RequestRuleOptions {
  /** Requests in flight that are too many. Default: no alert, as the right number is the service's own. */
  readonly inFlight?: number | false;
  /** Alert when requests are not reported at all. Default: true on the server side. */
  readonly absent?: boolean;
}

/** An online-serving part: requests, errors, duration, in flight; as the server or as one of its clients sees them. */
export function onlineServing<const R extends OnlineServingRoles>(
  options: R & PartOptions<RoleName, Omit<R, 'inFlight'>> & Side,
): Archetype<Part<OnlineServingRuleOptions>>;
export function onlineServing(
  options: OnlineServingRoles & PartOptions<RoleName> & Side,
): Archetype<Part<OnlineServingRuleOptions>> {
  const { requests, inFlight, side = 'server' } = options;
  const isServer = side === 'server';
  return archetype<RoleName, OnlineServingRuleOptions>(
    isServer ? 'online-serving' : 'online-serving-client',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) =>
        requestRows(
          options,
          title,
          inFlight === undefined
            ? []
            : [level('In flight', sum(inFlight), 'Requests being worked on: rate times duration, when all is well.')],
        ),
      rules: (place, rules) => {
        const wording: RequestWording = isServer
          ? { noun: 'requests', severity: place.severity }
          : { noun: 'calls', severity: 'ticket' };
        const severity = rules.severity ?? wording.severity;
        const alerts: Alert[] = [...requestAlerts(place, options, { wording, options: rules })];
        const { inFlight: limit = false, absent = isServer } = rules;
        if (inFlight !== undefined && limit !== false) {
          alerts.push(
            alert(alertName(place, 'InFlightHigh'), {
              expr: sum(inFlight).gt(limit),
              for: rules.for ?? '5m',
              severity,
              summary: ({ value }) =>
                `${value.humanize} ${wording.noun} of ${place.service} ${place.part} are in flight`,
              description: `More than ${limit} at once: they arrive faster than they are answered.`,
            }),
          );
        }
        if (requests !== undefined && absent) {
          alerts.push(absentAlert(place, requests, { condition: 'Absent', severity, missing: wording.noun }));
        }
        return alerts;
      },
    },
  );
}
