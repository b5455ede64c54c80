import type { Options } from '@grafana/grafana-foundation-sdk/gauge';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';
import { latest } from './reduce.ts';
import { noThresholds } from './thresholds.ts';

export type GaugePanelOptions = PanelOptions<Plain<Options>>;

/** The latest value on a dial, between a lower and an upper end. */
export function gaugePanel(title: string, options: GaugePanelOptions): Panel {
  return definePanel<Plain<Options>>(title, options, {
    group: 'gauge',
    options: {
      showThresholdLabels: false,
      showThresholdMarkers: options.thresholds !== undefined,
      sizing: 'auto',
      minVizWidth: 75,
      minVizHeight: 75,
      orientation: 'auto',
      reduceOptions: latest(),
    },
    defaults: { color: { mode: 'thresholds' }, thresholds: noThresholds() },
    conventions: { mode: 'instant', unit: 'field', fromZero: true, toWhole: true },
  });
}
