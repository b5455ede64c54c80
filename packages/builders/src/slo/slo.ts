import {
  captureOrigin,
  DefinitionError,
  SERVICE_LABEL,
  SERVICE_LEVEL_OBJECTIVE_API_VERSION,
  type ServiceLevelObjectiveResource,
  type ServiceResource,
  TEAM_LABEL,
} from '@binnacle/model';
import { print, type VectorSelector } from '@binnacle/promql';
import { given, givenOptions, givenService } from '../given.ts';
import { argument } from '../query/expression.ts';
import type { Facts } from '../query/vector.ts';

/** Series of a counter, as a contract or `where` gives them. */
export interface CounterSeries {
  readonly type: 'vector';
  readonly expr: VectorSelector;
  readonly '~': Facts<string, string, 'counter'>;
}

/** What is counted: all events, and those that went well or those that went wrong. */
export type SloEvents =
  | { readonly total: CounterSeries; readonly good: CounterSeries; readonly bad?: never }
  | { readonly total: CounterSeries; readonly bad: CounterSeries; readonly good?: never };

/** How much of it is promised. */
export type SloOptions = SloEvents & {
  /** Default: the service's title and the name. */
  readonly title?: string;
  readonly description?: string;
  /** Per cent of the events that are to go well: `99.9`. */
  readonly objective: number;
  /** Length of the rolling window in hours, days or weeks. Default: `30d`. */
  readonly window?: string;
};

const SLO = "write slo(service, 'name', { objective, total, good }), or with bad in place of good";

/**
 * A service level objective: what a service promises its users. A latency objective counts a histogram's buckets:
 * `good: latency.bucket.where({ le: '0.3' }), total: latency.count`. Its name is `<service>-<name>`.
 */
export function slo(
  service: Pick<ServiceResource, 'metadata' | 'spec'>,
  name: string,
  options: SloOptions,
): ServiceLevelObjectiveResource {
  const origin = captureOrigin();
  const counted = (what: string, events: CounterSeries) => print(argument(events, `slo ${name}`, what));
  givenService(service, 'the service of slo()');
  givenOptions(options, `slo ${name}`, SLO);
  const { title = `${service.spec.title}: ${name}`, description = '', objective, window = '30d' } = options;
  const { total, good, bad } = options;
  given(total, total !== undefined, `total of slo ${name}`, SLO);
  if ((good === undefined) === (bad === undefined)) {
    const what = good === undefined ? 'neither good nor bad events' : 'both good and bad events';
    throw new DefinitionError(`slo ${name} counts ${what}`, { fix: SLO });
  }
  return {
    apiVersion: SERVICE_LEVEL_OBJECTIVE_API_VERSION,
    kind: 'ServiceLevelObjective',
    metadata: {
      name: `${service.metadata.name}-${name}`,
      labels: { [SERVICE_LABEL]: service.metadata.name, [TEAM_LABEL]: service.spec.owner },
    },
    spec: {
      title,
      description,
      objective,
      window,
      indicator: {
        total: counted('total', total),
        ...(good !== undefined && { good: counted('good', good) }),
        ...(bad !== undefined && { bad: counted('bad', bad) }),
      },
    },
    ...(origin === undefined ? {} : { source: { origin } }),
  };
}
