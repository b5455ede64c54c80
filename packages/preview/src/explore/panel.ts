import type { Importance } from '@binnacle/model';
import type { Visualisation } from './reading.ts';

/** A query of a panel that was explored: PromQL as a dashboard has it, with its variables. */
export interface PanelQuery {
  readonly text: string;
  /** Name of each series; `{{label}}` is replaced. Without one, the labels that tell series apart. */
  readonly legend?: string;
}

/** A panel that was put together on the page. */
export interface ExploredPanel {
  readonly title: string;
  readonly visualisation: Visualisation;
  readonly queries: readonly PanelQuery[];
  /** Unit of the values in the words of contracts; undefined where nobody knows. */
  readonly unit?: string;
  /** Values may be below zero. */
  readonly isSigned?: boolean;
  /** Service of the metric it began with. */
  readonly service: string;
}

/** A panel on a dashboard. */
export interface PlacedPanel extends ExploredPanel {
  readonly id: string;
  readonly size: Importance;
  /** The question it came from, as the address of a page has it. */
  readonly address?: string;
}

/** A dashboard that was put together on the page. */
export interface ScratchDashboard {
  readonly title: string;
  /** The question it answers. */
  readonly purpose: string;
  readonly panels: readonly PlacedPanel[];
}

/** Labels that a legend names. */
export function legendLabels(legend: string): readonly string[] {
  return [...legend.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, label = '']) => label);
}
