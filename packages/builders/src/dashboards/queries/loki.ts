import type { dataquery } from '@grafana/grafana-foundation-sdk/loki';
import { present } from '../json.ts';
import type { Plain } from '../schema.ts';
import type { DataSourceQuery, QueryCommon } from './query.ts';

type LokiSpec = Omit<Plain<dataquery>, 'refId' | 'hide' | 'datasource'>;

export interface LokiOptions extends QueryCommon {
  readonly legend?: string;
  /** Most lines to fetch. */
  readonly maxLines?: number;
  readonly step?: string;
  /** Default: over the time range. */
  readonly mode?: 'range' | 'instant';
}

/** A LogQL query: log lines, or numbers made of them. */
export function loki(logql: string, options: LokiOptions = {}): DataSourceQuery {
  const { legend, maxLines, step, mode = 'range', ...common } = options;
  const spec = present<LokiSpec>({
    expr: logql,
    queryType: mode,
    editorMode: 'code',
    direction: 'backward',
    legendFormat: legend,
    maxLines,
    step,
  });
  return { ...common, type: 'query', plugin: 'loki', spec: { ...spec } };
}
