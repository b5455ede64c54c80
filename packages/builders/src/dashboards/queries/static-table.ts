import type { DataSourceQuery, QueryCommon } from './query.ts';

type Cell = string | number;

function cell(value: Cell): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table written in the definition: drawn as it is, through Grafana's TestData datasource. */
export function staticTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  common: QueryCommon = {},
): DataSourceQuery {
  const uneven = rows.find((row) => row.length !== columns.length);
  if (uneven !== undefined) {
    throw new Error(`a row of the table has ${uneven.length} cells and not ${columns.length}: ${uneven.join(', ')}`);
  }
  return {
    ...common,
    type: 'query',
    plugin: 'grafana-testdata-datasource',
    spec: {
      scenarioId: 'csv_content',
      csvContent: [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n'),
    },
    columns,
    rows,
  };
}
