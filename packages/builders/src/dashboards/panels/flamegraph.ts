import { toQuery } from '../queries/sdk.ts';
import { checkColumns, type FrameContract } from './frame-fields.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

const FRAME: FrameContract = {
  required: ['level', 'value', 'self', 'label'],
  optional: ['valueRight', 'selfRight', 'fileName', 'line'],
};

/** Where time or memory goes, as nested frames. Columns are checked where the query tells them. Grafana's SDK has no builder for this panel. */
export function flamegraph(title: string, options: PanelOptions): Panel {
  const queries = options.queries.map(toQuery);
  for (const query of queries) checkColumns(title, 'the flame graph frame', query, FRAME);
  return definePanel<object>(
    title,
    { ...options, queries },
    { group: 'flamegraph', options: {}, conventions: { mode: 'instant', format: 'table', unit: 'none' } },
  );
}
