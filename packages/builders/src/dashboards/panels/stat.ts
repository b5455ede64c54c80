import type { Options } from '@grafana/grafana-foundation-sdk/stat';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';
import { latest } from './reduce.ts';
import { noThresholds } from './thresholds.ts';

export interface StatOptions extends PanelOptions<Plain<Options>> {
  /** Default: a sparkline below the number. */
  readonly sparkline?: boolean;
}

/** The latest value as a large number. */
export function stat(title: string, options: StatOptions): Panel {
  const { sparkline = true } = options;
  return definePanel<Plain<Options>>(title, options, {
    group: 'stat',
    options: {
      graphMode: sparkline ? 'area' : 'none',
      colorMode: 'value',
      justifyMode: 'auto',
      textMode: 'auto',
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: 'standard',
      orientation: 'auto',
      reduceOptions: latest(),
    },
    defaults: { color: { mode: 'thresholds' }, thresholds: noThresholds() },
    conventions: { mode: sparkline ? 'range' : 'instant', unit: 'field', colorMode: 'fixed' },
  });
}
