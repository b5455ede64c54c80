import type { Panel } from '../panels/panel.ts';

/** How much a panel matters in its row; size and place follow from it. */
export type Importance = 'hero' | 'major' | 'minor';

/** A place on Grafana's grid of 24 columns; a unit of height is about 38 pixels. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Size = Importance | GridPosition;

/** The panel a reader should see first: large, top left. */
export function hero(panel: Panel): Panel {
  return { ...panel, size: 'hero' };
}

/** A panel of normal weight; what a panel is when nothing is said. */
export function major(panel: Panel): Panel {
  return { ...panel, size: 'major' };
}

/** A number or detail in passing: small, beside or below the others. */
export function minor(panel: Panel): Panel {
  return { ...panel, size: 'minor' };
}

/** A panel at an explicit place in its row. */
export function at(position: GridPosition, panel: Panel): Panel {
  return { ...panel, size: position };
}
