import type { Resource } from '../../resource.ts';

/** What is counted, each a series selector of a counter: all events, and those that went well or those that went wrong. */
export interface Indicator {
  readonly total: string;
  /** This or `bad`. */
  readonly good?: string;
  readonly bad?: string;
}

/** What a service promises: so many of its events go well over a rolling window. */
export interface ServiceLevelObjectiveSpec {
  readonly title: string;
  readonly description: string;
  /** Per cent of the events that are to go well, below 100. */
  readonly objective: number;
  /** Length of the window in hours, days or weeks: `30d`. */
  readonly window: string;
  readonly indicator: Indicator;
}

export type ServiceLevelObjectiveResource = Resource<ServiceLevelObjectiveSpec> & {
  readonly kind: 'ServiceLevelObjective';
};

export const SERVICE_LEVEL_OBJECTIVE_API_VERSION = 'binnacle.dev/v1';

/** True for a ServiceLevelObjective resource. */
export function isServiceLevelObjective(resource: Resource): resource is ServiceLevelObjectiveResource {
  return resource.kind === 'ServiceLevelObjective';
}

/** What an indicator may count, in the order it is told. */
export const INDICATOR_PARTS = ['total', 'good', 'bad'] as const;

/** The selectors of an indicator with the pointers that lead to them. */
export function indicatorQueries(indicator: Indicator): { readonly path: string; readonly query: string }[] {
  return INDICATOR_PARTS.flatMap((part) => {
    const query = indicator[part];
    return query === undefined ? [] : [{ path: `/spec/indicator/${part}`, query }];
  });
}
