import type { RulesOnPage } from '../../src/wire/project.ts';
import type { AlertHistories } from '../../src/wire/rules.ts';
import { grouped } from '../data/grouped.ts';
import { type AlertState, withHistories } from '../rules/shown.ts';

/** An alert of a service and what it is now; without a state while that is not known. */
export interface ServiceAlert {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly state: AlertState | undefined;
}

/** How many alerts a service has, and what is known of them, in words. */
export function alertsInWords(alerts: readonly ServiceAlert[]): string {
  const all = alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`;
  const isEvery = (state: AlertState | undefined): boolean => alerts.every((alert) => alert.state === state);
  if (isEvery('inactive')) return `${all}, quiet`;
  return isEvery('unknown') ? `${all}, not evaluated` : all;
}

/** The alerts of each service. An alert that says in its labels whose it is belongs there, others where their group does. */
export function alertsByService(
  rules: RulesOnPage | undefined,
  histories: AlertHistories | undefined,
): ReadonlyMap<string, readonly ServiceAlert[]> {
  if (rules === undefined) return new Map();
  const alerts = withHistories(rules, histories).flatMap((group) =>
    group.rules.flatMap(({ rule, state }): readonly ServiceAlert[] => {
      const service = rule.labels['service'] ?? group.service;
      if (rule.kind !== 'alert' || service === undefined) return [];
      return [{ id: rule.id, name: rule.name, service, state }];
    }),
  );
  return grouped(alerts, ({ service }) => service);
}
