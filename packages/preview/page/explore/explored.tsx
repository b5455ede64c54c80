import { useContext, useEffect, useMemo } from 'react';
import type { ExploredPanel } from '../../src/explore/panel.ts';
import { Show } from '../scene/show.tsx';
import { DashboardContext, type DashboardInfo } from '../shell/dashboard-context.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { ModeContext } from '../shell/themed.tsx';
import type { ChosenTime } from '../time/range.ts';
import { exploreScene } from './explore-scene.ts';

const ALONE: DashboardInfo = { viewing: undefined, drawAll: true, origins: {}, findings: [] };

/** Draws a panel over the time of the page. Whoever zooms into it chooses the time. */
export function Explored({ panel, time }: { readonly panel: ExploredPanel; readonly time: ChosenTime }) {
  const { mode } = useContext(ModeContext);
  const { project } = useContext(ProjectContext);
  const data = JSON.stringify(project?.data);
  // Written out, as every look at the address makes another object of it.
  const text = JSON.stringify(panel);
  // Fields are coloured when they are read, and samples change with their incidents: both need the scene anew.
  const { scene } = useMemo(
    () => ({ of: [text, mode, data], scene: exploreScene(panel, time.range) }),
    [text, mode, data, time.range],
  );
  useEffect(() => {
    const subscription = scene.state.$timeRange.subscribeToState(({ value }) => time.choose(value.raw));
    return () => subscription.unsubscribe();
  }, [scene]);
  return (
    <DashboardContext value={ALONE}>
      <Show key={scene.state.key} of={scene} />
    </DashboardContext>
  );
}
