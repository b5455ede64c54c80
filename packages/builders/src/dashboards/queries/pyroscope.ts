import type { dataquery } from '@grafana/grafana-foundation-sdk/grafanapyroscope';
import { present } from '../json.ts';
import type { Plain } from '../schema.ts';
import type { DataSourceQuery, QueryCommon } from './query.ts';

type PyroscopeSpec = Omit<Plain<dataquery>, 'refId' | 'hide' | 'datasource'>;

export interface PyroscopeOptions extends QueryCommon {
  /** `{service_name="checkout"}` */
  readonly selector: string;
  /** A flame graph, its total over time, or both. */
  readonly show?: 'profile' | 'metrics' | 'both';
  readonly groupBy?: readonly string[];
  readonly limit?: number;
  readonly maxNodes?: number;
}

/** A profile: `pyroscope('process_cpu:cpu:nanoseconds:cpu:nanoseconds', { selector: '{service_name="checkout"}' })`. */
export function pyroscope(profileType: string, options: PyroscopeOptions): DataSourceQuery {
  const { selector, show = 'profile', groupBy = [], limit, maxNodes, ...common } = options;
  const spec = present<PyroscopeSpec>({
    profileTypeId: profileType,
    labelSelector: selector,
    queryType: show,
    groupBy,
    limit,
    maxNodes,
  });
  return { ...common, type: 'query', plugin: 'grafana-pyroscope-datasource', spec: { ...spec } };
}
