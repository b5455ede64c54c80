import type { SceneComponentProps } from '@grafana/scenes';
import { Show } from '../scene/show.tsx';
import type { SideScene } from './compare-scene.ts';

/** Draws the layout of one version. */
export function SideView({ model }: SceneComponentProps<SideScene>) {
  const { body } = model.useState();
  return <Show of={body} />;
}
