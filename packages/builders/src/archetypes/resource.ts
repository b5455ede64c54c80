import { row } from '../dashboards/layout/row.ts';
import { hero, major } from '../dashboards/layout/size.ts';
import { slug } from '../dashboards/names.ts';
import { level } from '../dashboards/signals/use.ts';
import { max, sum } from '../query/aggregate.ts';
import { ratio } from '../query/quantity.ts';
import { increase, rate } from '../query/rate.ts';
import type { Instant } from '../query/vector.ts';
import { alert, type Alert, type AlertSeverity } from '../rules/alert.ts';
import { alertName } from '../service/alert-name.ts';
import { archetype, type Archetype, type Part } from '../service/part.ts';
import type { CommonLabels, Role, Series, Waived } from '../service/roles.ts';
import { splitText } from '../service/split.ts';
import { percent } from './signals/percent.ts';

type RoleName = 'utilization' | 'saturation' | 'errors';

/** What is measured of a resource: CPU, memory, disk, link. */
export interface ResourceRoles {
  /** Share of it in use, or of the time it is busy. */
  readonly utilization?: Instant<string, 'ratio', 'gauge'>;
  /** Work that has to wait for it: a queue, a load, a time spent waiting. */
  readonly saturation?: Instant<string, string, 'gauge'>;
  readonly errors?: Series<'counter'>;
}

const ROLES: Readonly<Record<RoleName, Role>> = {
  utilization: { measures: 'the share of the resource in use', required: true },
  saturation: { measures: 'the work that waits for the resource', required: true },
  errors: { measures: 'a counter of errors; waive it when the resource reports none', required: true },
};

/** What is written of a resource besides its roles. `R` is the part as written. */
export interface ResourceOptions<R = unknown> {
  /** Labels that tell one resource from another: `['instance', 'device']`. */
  readonly by: readonly CommonLabels<R, RoleName>[];
  /** Role → why it is not measured. */
  readonly waive?: Waived<RoleName, R>;
}

/** When the alerts fire. `false` leaves an alert out. */
export interface ResourceRuleOptions {
  /** Share in use that is too much. Default: 0.9. */
  readonly utilization?: number | false;
  /** Waiting work that is too much. Default: no alert, as its unit is the resource's own. */
  readonly saturation?: number | false;
  /** Errors in fifteen minutes that are too many. Default: 0. */
  readonly errors?: number | false;
  /** How long a condition must hold. Default: 15m. */
  readonly for?: string;
  /** Default: `ticket`. */
  readonly severity?: AlertSeverity;
}

/** A resource by utilization, saturation and errors. */
export function resource<const R extends ResourceRoles>(
  options: R & ResourceOptions<R>,
): Archetype<Part<ResourceRuleOptions>>;
export function resource(options: ResourceRoles & ResourceOptions): Archetype<Part<ResourceRuleOptions>> {
  const { utilization, saturation, errors, by } = options;
  return archetype<RoleName, ResourceRuleOptions>(
    'resource',
    { roles: ROLES, players: options, waive: options.waive },
    {
      rows: (title) => [
        row(
          title,
          [
            ...(utilization === undefined
              ? []
              : [hero(level('Utilization', max(utilization, { by }), 'How much of it is in use.'))]),
            ...(saturation === undefined
              ? []
              : [major(level('Saturation', max(saturation, { by }), 'Work that waits because it is busy.'))]),
            ...(errors === undefined
              ? []
              : [major(level('Errors', sum(rate(errors), { by }), 'What it failed to do, per second.'))]),
          ],
          { prefix: slug(title) },
        ),
      ],
      rules: (place, rules) => {
        const { utilization: busy = 0.9, saturation: waiting = false, errors: failed = 0 } = rules;
        const common = { for: rules.for ?? '15m', severity: rules.severity ?? 'ticket' } as const;
        const what = `${place.service} ${place.part}`;
        const alerts: Alert[] = [];
        if (utilization !== undefined && busy !== false) {
          alerts.push(
            alert(alertName(place, 'UtilizationHigh'), {
              ...common,
              expr: max(utilization, { by }).gt(ratio(busy)),
              summary: (t) => `${t.value.humanizePercentage} of ${what} is in use${splitText(t, by)}`,
              description: `More than ${percent(busy)} for ${common.for}.`,
            }),
          );
        }
        if (saturation !== undefined && waiting !== false) {
          alerts.push(
            alert(alertName(place, 'Saturated'), {
              ...common,
              expr: max(saturation, { by }).gt(waiting),
              summary: (t) => `Work waits for ${what}: ${t.value.humanize}${splitText(t, by)}`,
              description: `More than ${waiting} for ${common.for}.`,
            }),
          );
        }
        if (errors !== undefined && failed !== false) {
          alerts.push(
            alert(alertName(place, 'Errors'), {
              expr: sum(increase(errors, '15m'), { by }).gt(failed),
              severity: common.severity,
              summary: (t) => `${t.value.humanize} errors of ${what} in fifteen minutes${splitText(t, by)}`,
              description: 'Hardware and kernels retry before they report: what is counted here was lost.',
            }),
          );
        }
        return alerts;
      },
    },
  );
}
