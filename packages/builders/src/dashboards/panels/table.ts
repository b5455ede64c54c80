import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/table';
import type { Plain } from '../schema.ts';
import { asTable } from './columns.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export interface TableOptions extends PanelOptions<Plain<Options>, Plain<FieldConfig>> {
  /** Column to sort by, largest first. */
  readonly sortBy?: string;
}

/** Rows and columns. Of PromQL queries each is a column, named by its legend; labels are the other columns. */
export function table(title: string, options: TableOptions): Panel {
  const { sortBy } = options;
  const made = definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'table',
    options: {
      frameIndex: 0,
      showHeader: true,
      cellHeight: 'sm',
      ...(sortBy === undefined ? {} : { sortBy: [{ displayName: sortBy, desc: true }] }),
    },
    custom: { align: 'auto', inspect: false, filterable: true, cellOptions: { type: 'auto' } },
    conventions: { mode: 'instant', format: 'table', unit: 'field', columns: true },
  });
  return asTable(made);
}
