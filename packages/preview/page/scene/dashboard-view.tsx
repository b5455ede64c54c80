import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, sceneGraph, type SceneObject } from '@grafana/scenes';
import { EmptyState, useStyles2 } from '@grafana/ui';
import { useContext, useEffect, useState } from 'react';
import { expectedPanels, pageReady } from '../paint/counter.ts';
import { DashboardContext } from '../shell/dashboard-context.ts';
import type { DashboardScene } from './dashboard.ts';
import { DashboardLinks } from './links.tsx';
import { RepeatingLayout } from './repeat.ts';
import { Show } from './show.tsx';

/** Frames in which panels near the window tell the counter of themselves. */
const FRAMES = 4;
/** Frames after which a dashboard without a panel to be seen has none: each layout within another takes one or two to appear. */
const EMPTY_FRAMES = 40;

function waiting(object: SceneObject): boolean {
  return object instanceof RepeatingLayout && object.isActive && !object.expanded;
}

function isUnsettled(scene: SceneObject): boolean {
  const { $variables: set } = scene.state;
  const loading = set?.state.variables.some((variable) => set.isVariableLoadingOrWaitingToUpdate(variable)) ?? false;
  return loading || sceneGraph.findObject(scene, waiting) !== null;
}

/**
 * Says that all panels are known: once the variables that repeat them have their values, a few frames later.
 * Whoever asks is told how many there are.
 */
export function announce(scene: SceneObject, known?: (panels: number) => void): () => void {
  let quiet = 0;
  let frame = 0;
  const look = (): void => {
    quiet = isUnsettled(scene) ? 0 : quiet + 1;
    if (quiet > (expectedPanels() === 0 ? EMPTY_FRAMES : FRAMES)) {
      pageReady(true);
      known?.(expectedPanels());
    } else frame = requestAnimationFrame(look);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    pageReady(false);
  };
}

/** Controls on top, then the layout, or the one panel that is viewed. */
export function DashboardView({ model }: SceneComponentProps<DashboardScene>) {
  const { controls, body, spec } = model.useState();
  const { viewing } = useContext(DashboardContext);
  const styles = useStyles2(getStyles);
  const [missing, setMissing] = useState<string>();
  useEffect(() => announce(model, (panels) => setMissing(panels === 0 ? viewing : undefined)), [model, viewing]);
  return (
    <div className={styles.page}>
      <div className={styles.controls} role="toolbar" aria-label="Variables and time">
        {controls.map((control) => (
          <Show key={control.state.key} of={control} />
        ))}
      </div>
      <DashboardLinks links={spec.links} scene={model} />
      <div className={viewing === undefined ? styles.body : styles.viewed} data-testid="dashboard-body">
        <Show of={body} />
        {missing !== undefined && missing === viewing ? (
          <EmptyState variant="not-found" message="There is no such panel">
            no panel {missing} in this dashboard
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ display: 'flex', flexDirection: 'column', flex: 1, padding: theme.spacing(0, 2, 2) }),
    controls: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
      padding: theme.spacing(1, 0),
      position: 'sticky',
      top: 0,
      zIndex: theme.zIndex.navbarFixed,
      background: theme.colors.background.canvas,
    }),
    body: css({ flex: 1 }),
    viewed: css({ height: 'max(420px, calc(100vh - 180px))' }),
  };
}
