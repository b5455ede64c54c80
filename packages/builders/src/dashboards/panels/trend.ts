import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/trend';
import type { Plain } from '../schema.ts';
import { multiTooltip, tableLegend } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export interface TrendOptions extends PanelOptions<Plain<Options>, Plain<FieldConfig>> {
  /** The field along the x axis; its values must ascend. Default: the first number. */
  readonly xField?: string;
}

/** Lines over something other than time. */
export function trend(title: string, options: TrendOptions): Panel {
  const { xField } = options;
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'trend',
    options: { legend: tableLegend(), tooltip: multiTooltip(), ...(xField === undefined ? {} : { xField }) },
    custom: { drawStyle: 'line', lineWidth: 1, fillOpacity: 10, showPoints: 'never' },
    conventions: { mode: 'range', unit: 'field', colorMode: 'shades' },
  });
}
