import { captureOrigin, type Origin, type PartSpec } from '@binnacle/model';
import type { Row, RowOptions } from '../dashboards/layout/row.ts';
import type { AlertSeverity } from '../rules/alert.ts';
import { group, type Group, type Rule } from '../rules/group.ts';
import { capitalised } from './capitalised.ts';
import { partSpec, type Cast } from './roles.ts';

/** Where a part sits: the service's name and the part's key there. Rows, groups and alerts are named after both. */
export interface Place {
  readonly service: string;
  readonly part: string;
  /** Of what its users notice: `page` for a production service of tier 1 or 2, else `ticket`. */
  readonly severity: AlertSeverity;
}

/** How the rows of a part look. */
export interface PartRowOptions extends Pick<RowOptions, 'collapsed'> {
  /** Default: the part's key. */
  readonly title?: string;
}

/** One instrumented part of a service: which metric plays which role, and the rows and rules that follow from that. */
export interface Part<RuleOptions extends object = object> {
  readonly spec: PartSpec;
  readonly origin?: Origin;
  /** Rows of a dashboard for what is measured; none when nothing is. */
  rows(options?: PartRowOptions): readonly Row[];
  /** The group of rules for what is measured; none when nothing is. */
  rules(options?: RuleOptions): readonly Group[];
}

/** A part that does not yet know where it sits; what archetype functions return and `service()` places. */
export type Archetype<P extends Part = Part> = (place: Place) => P;

/** The parts of a service by key, as written. */
export type Archetypes = Readonly<Record<string, Archetype>>;

/** The parts of a service by key, placed. */
export type PartsOf<A extends Archetypes> = { readonly [Key in keyof A]: ReturnType<A[Key]> };

/** What follows from the roles that are played. */
export interface Consequences<RuleOptions extends object> {
  rows(title: string): readonly Row[];
  rules(place: Place, options: Partial<RuleOptions>): readonly Rule[];
}

/** An archetype from its id, who plays its roles, and what follows from that. */
export function archetype<RoleName extends string, RuleOptions extends object>(
  id: string,
  cast: Cast<RoleName>,
  consequences: Consequences<RuleOptions>,
): Archetype<Part<RuleOptions>> {
  const origin = captureOrigin();
  return (place) => ({
    spec: partSpec(id, place.part, cast),
    ...(origin === undefined ? {} : { origin }),
    rows: ({ title = capitalised(place.part), ...options } = {}) =>
      consequences
        .rows(title)
        .filter(({ panels }) => panels.length > 0)
        .map((row) => ({ ...row, ...options })),
    rules: (options) => {
      const rules = consequences.rules(place, options ?? {});
      return rules.length === 0 ? [] : [group(`${place.service}.${place.part}`, rules)];
    },
  });
}
