import { css } from '@emotion/css';
import type { SceneComponentProps } from '@grafana/scenes';
import { useEffect } from 'react';
import { announce } from '../scene/dashboard-view.tsx';
import { Show } from '../scene/show.tsx';
import type { ExploreScene } from './explore-scene.ts';

const box = css({ height: 'clamp(320px, 46vh, 560px)' });

/** The panel that is explored, as large as it is useful. */
export function ExploreView({ model }: SceneComponentProps<ExploreScene>) {
  const { body } = model.useState();
  useEffect(() => announce(model), [model]);
  return (
    <div className={box} data-testid="explored">
      <Show of={body} />
    </div>
  );
}
