import type { VizLegendOptions, VizTooltipOptions } from '@grafana/grafana-foundation-sdk/common';
import type { Plain } from '../schema.ts';

export type Legend = Plain<VizLegendOptions>;
export type Tooltip = Plain<VizTooltipOptions>;

/** A legend of names only. */
export function listLegend(): Legend {
  return { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] };
}

/** A legend with numbers, largest series first. */
export function tableLegend(): Legend {
  return {
    showLegend: true,
    displayMode: 'table',
    placement: 'bottom',
    calcs: ['lastNotNull', 'mean', 'max'],
    sortBy: 'Last *',
    sortDesc: true,
  };
}

/** All series under the pointer, largest first. */
export function multiTooltip(): Tooltip {
  return { mode: 'multi', sort: 'desc' };
}

/** The one series under the pointer. */
export function singleTooltip(): Tooltip {
  return { mode: 'single', sort: 'none' };
}
