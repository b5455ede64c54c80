import type { SceneObject, VizPanel } from '@grafana/scenes';
import type { Copy } from './repeat.ts';
import type { ElementSpec, LayoutSpec } from './spec.ts';

/** What layouts need from around them to make their parts. */
export interface BuildContext {
  readonly elements: Readonly<Record<string, ElementSpec>>;
  /** The panel of an element, for one copy of it. */
  readonly panel: (element: string, copy: Copy) => VizPanel;
  /** Any layout, for those that hold others. */
  readonly layout: (layout: LayoutSpec) => SceneObject;
}
