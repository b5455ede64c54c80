import { UrlSyncContextProvider } from '@grafana/scenes';
import { useContext, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { DataSource, OpenedDashboard } from '../../src/wire/project.ts';
import { Inspector } from '../inspect/inspector.tsx';
import { TraceDrawer } from '../inspect/trace-drawer.tsx';
import { dashboardScene, type Stretch } from '../scene/dashboard.ts';
import { isV2 } from '../scene/spec.ts';
import { DashboardContext } from '../shell/dashboard-context.ts';
import { NotFound, NotFoundPage } from '../shell/not-found.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { ModeContext } from '../shell/themed.tsx';
import { DashboardHead } from './dashboard-head.tsx';
import { useOpened } from './opened.ts';

/** The time that recorded samples cover, which is shown first. */
function stretchOf(data: DataSource | undefined): Stretch | undefined {
  if (data?.kind !== 'recorded' || data.from === undefined || data.to === undefined) return undefined;
  return { from: new Date(data.from).toISOString(), to: new Date(data.to).toISOString() };
}

/** The path of the panel that is shown alone: older Grafanas write its number. */
function viewedPanel(asked: string | null): string | undefined {
  return asked === null ? undefined : asked.replace(/^\d+$/, 'panel-$&');
}

/** A dashboard with its variables, its time and the inspector of its panels, in the state that the address has. */
export function OpenDashboard({ opened }: { readonly opened: OpenedDashboard }) {
  const { resource, origins, findings } = opened;
  const { mode } = useContext(ModeContext);
  const { project } = useContext(ProjectContext);
  const [search] = useSearchParams();
  // Written out, as it is another object with every load of the project.
  const data = JSON.stringify(project?.data);
  // Fields are coloured when they are read, and samples change with their incidents: both need the scene anew.
  const scene = useMemo(
    () =>
      isV2(resource) ? { of: [mode, data], scene: dashboardScene(resource.spec, stretchOf(project?.data)) } : undefined,
    [resource, mode, data],
  );
  const viewing = viewedPanel(search.get('viewPanel'));
  const inspecting = search.get('inspect') ?? undefined;
  const trace = search.get('trace');
  const drawAll = search.has('drawAll');
  const info = useMemo(() => ({ viewing, drawAll, origins, findings }), [viewing, drawAll, origins, findings]);
  if (scene === undefined) return <NotFound what="dashboard" why={`${resource.apiVersion} is not drawn here`} />;
  return (
    <DashboardContext value={info}>
      <UrlSyncContextProvider scene={scene.scene} key={scene.scene.state.key} createBrowserHistorySteps>
        <scene.scene.Component model={scene.scene} />
        {inspecting === undefined ? null : <Inspector scene={scene.scene} path={inspecting} opened={opened} />}
        {trace === null ? null : <TraceDrawer id={trace} />}
      </UrlSyncContextProvider>
    </DashboardContext>
  );
}

/** One dashboard of the project. */
export function DashboardPage() {
  const { uid = '' } = useParams();
  const { opened, failure } = useOpened(uid);
  if (failure !== undefined) return <NotFoundPage what="dashboard" why={failure} />;
  if (opened === undefined) return <output aria-label="Loading" />;
  return (
    <main>
      <DashboardHead opened={opened} />
      <OpenDashboard opened={opened} />
    </main>
  );
}
