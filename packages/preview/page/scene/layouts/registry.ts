import type { SceneObject } from '@grafana/scenes';
import type { BuildContext } from '../context.ts';
import type { LayoutSpec } from '../spec.ts';
import { autoGridLayout } from './auto-grid.tsx';
import { gridLayout } from './grid.tsx';
import { rowsLayout } from './rows.tsx';
import { tabsLayout } from './tabs.tsx';

/** Makes the scene object of any layout. */
export function layoutOf(layout: LayoutSpec, context: BuildContext): SceneObject {
  switch (layout.kind) {
    case 'AutoGridLayout':
      return autoGridLayout(layout.spec, context);
    case 'GridLayout':
      return gridLayout(layout.spec, context);
    case 'RowsLayout':
      return rowsLayout(layout.spec, context);
    case 'TabsLayout':
      return tabsLayout(layout.spec, context);
    default:
      return layout satisfies never;
  }
}
