import type { Dataquery } from '@grafana/grafana-foundation-sdk/tempo';
import { present } from '../json.ts';
import type { Plain } from '../schema.ts';
import type { DataSourceQuery, QueryCommon } from './query.ts';

type TempoSpec = Omit<Plain<Dataquery>, 'refId' | 'hide' | 'datasource'>;

export interface TempoOptions extends QueryCommon {
  /** What to list: traces that match, or their spans. */
  readonly table?: 'traces' | 'spans' | 'raw';
  /** Most traces to fetch. */
  readonly limit?: number;
  /** Most spans of each trace. */
  readonly spansPerSet?: number;
  readonly step?: string;
}

/** A TraceQL query, or the id of one trace. */
export function tempo(traceql: string, options: TempoOptions = {}): DataSourceQuery {
  const { table = 'traces', limit = 20, spansPerSet, step, ...common } = options;
  const spec = present<TempoSpec>({
    query: traceql,
    queryType: 'traceql',
    tableType: table,
    limit,
    spss: spansPerSet,
    step,
    filters: [],
  });
  return { ...common, type: 'query', plugin: 'tempo', spec: { ...spec } };
}
