import type { MetricsQuery } from '@grafana/grafana-foundation-sdk/cloudwatch';
import { present } from '../json.ts';
import type { Plain } from '../schema.ts';
import type { DataSourceQuery, QueryCommon } from './query.ts';

type CloudWatchSpec = Omit<Plain<MetricsQuery>, 'refId' | 'hide' | 'datasource'>;

export interface CloudWatchOptions extends QueryCommon {
  /** `AWS/RDS` */
  readonly namespace: string;
  readonly metricName: string;
  /** Dimension → value or values; `*` for every value. */
  readonly dimensions?: Readonly<Record<string, string | readonly string[]>>;
  /** `Average`, `Sum`, `p99`, … */
  readonly statistic: string;
  /** Default: the datasource's own. */
  readonly region?: string;
  /** Seconds, or a duration. Default: chosen by Grafana. */
  readonly period?: string;
  /** False to include series with further dimensions, which costs more. */
  readonly matchExact?: boolean;
  readonly accountId?: string;
  /** Name of each series, in CloudWatch's own syntax for dynamic labels. */
  readonly legend?: string;
  /** Name for expressions: a lower-case letter, then letters, digits and `_`. */
  readonly id?: string;
}

/** A metric of AWS CloudWatch. */
export function cloudwatch(options: CloudWatchOptions): DataSourceQuery {
  const { refId, hide, datasource, legend, ...said } = options;
  const spec = present<CloudWatchSpec>({
    queryMode: 'Metrics',
    metricQueryType: 0,
    metricEditorMode: 0,
    id: said.id ?? '',
    namespace: said.namespace,
    metricName: said.metricName,
    dimensions: said.dimensions ?? {},
    statistic: said.statistic,
    region: said.region ?? 'default',
    period: said.period ?? '',
    matchExact: said.matchExact ?? true,
    accountId: said.accountId,
    label: legend,
  });
  const common = present<QueryCommon>({ refId, hide, datasource });
  return { ...common, type: 'query', plugin: 'cloudwatch', spec: { ...spec } };
}
