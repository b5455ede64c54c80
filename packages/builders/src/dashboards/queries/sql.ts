import { selectedColumns } from './selected-columns.ts';
import type { DataSourceQuery, QueryCommon } from './query.ts';

export interface SqlOptions extends QueryCommon {
  /** `time_series` when the rows have a column `time`; they must be sorted by it. */
  readonly format?: 'table' | 'time_series';
  /** Columns of the result, where the statement does not tell. */
  readonly columns?: readonly string[];
}

function sql(plugin: string, statement: string, options: SqlOptions): DataSourceQuery {
  const { format = 'table', columns = selectedColumns(statement), ...common } = options;
  return {
    ...common,
    type: 'query',
    plugin,
    spec: { rawSql: statement, rawQuery: true, editorMode: 'code', format },
    ...(columns === undefined ? {} : { columns }),
  };
}

/** A statement for MySQL or MariaDB; `$__timeFilter(column)` and Grafana's other macros are replaced. */
export function mysql(statement: string, options: SqlOptions = {}): DataSourceQuery {
  return sql('mysql', statement, options);
}

/** A statement for PostgreSQL; `$__timeFilter(column)` and Grafana's other macros are replaced. */
export function postgres(statement: string, options: SqlOptions = {}): DataSourceQuery {
  return sql('grafana-postgresql-datasource', statement, options);
}
