import type { Options } from '@grafana/grafana-foundation-sdk/datagrid';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

/** A table whose cells can be edited in the browser. */
export function datagrid(title: string, options: PanelOptions<Plain<Options>>): Panel {
  return definePanel<Plain<Options>>(title, options, {
    group: 'datagrid',
    options: { selectedSeries: 0 },
    conventions: { mode: 'instant', format: 'table', unit: 'field' },
  });
}
