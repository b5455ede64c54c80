import type { GridPosition } from '@binnacle/model';
import type { Panel } from '../panels/panel.ts';

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
