import { css } from '@emotion/css';
import { locationService } from '@grafana/runtime';
import { sceneGraph, VizPanel } from '@grafana/scenes';
import { ClipboardButton, Drawer, Tab, TabsBar } from '@grafana/ui';
import { useState } from 'react';
import type { OpenedDashboard } from '../../src/wire/project.ts';
import type { DashboardScene } from '../scene/dashboard.ts';
import { queriesOf } from './asked.ts';
import { DataView } from './data-view.tsx';
import { QueryView } from './query-view.tsx';

const TABS = ['Queries', 'Data', 'JSON'] as const;

const content = css({ paddingTop: 16 });

interface InspectorProps {
  readonly scene: DashboardScene;
  /** The path of the panel. */
  readonly path: string;
  readonly opened: OpenedDashboard;
}

function panelAt(scene: DashboardScene, path: string): VizPanel | undefined {
  const found = sceneGraph.findObject(scene, (object) => object instanceof VizPanel && object.getPathId() === path);
  return found instanceof VizPanel ? found : undefined;
}

function elementOf({ state: { spec } }: DashboardScene, panel: VizPanel): readonly [string, unknown] | undefined {
  const id = panel.getLegacyPanelId();
  return Object.entries(spec.elements).find(([, element]) => element.spec.id === id);
}

function Queries({ panel, origin }: { readonly panel: VizPanel; readonly origin: string | undefined }) {
  const data = sceneGraph.getData(panel).useState();
  const queries = queriesOf(panel);
  if (queries.length === 0) return <p>This panel asks nothing.</p>;
  return (
    <>
      {origin === undefined ? null : (
        <p>
          defined at <code>{origin}</code>
        </p>
      )}
      {queries.map(({ refId, expr = '' }) => {
        const asked = data.data?.series.find((frame) => frame.refId === refId)?.meta?.executedQueryString;
        const error = data.data?.errors?.find((one) => one.refId === refId);
        return (
          <section key={refId}>
            <QueryView query={expr} label={`Query ${refId}`} />
            {asked === undefined || asked === expr ? null : (
              <QueryView query={asked} label={`Query ${refId} as it was asked`} />
            )}
            {error === undefined ? null : <p role="alert">{error.message}</p>}
          </section>
        );
      })}
    </>
  );
}

function Data({ panel }: { readonly panel: VizPanel }) {
  const { data } = sceneGraph.getData(panel).useState();
  return <DataView frames={panel.applyFieldConfig(data).series} />;
}

function close(): void {
  locationService.partial({ inspect: null });
}

/** Looks into a panel: its queries, its data, its definition. It is open while `inspect` is in the URL. */
export function Inspector({ scene, path, opened }: InspectorProps) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('Queries');
  const panel = panelAt(scene, path);
  if (panel === undefined) return null;
  const [name, element] = elementOf(scene, panel) ?? ['', undefined];
  const json = JSON.stringify(element, undefined, 2);
  return (
    <Drawer
      title={`Inspect: ${sceneGraph.interpolate(panel, panel.state.title, undefined, 'text')}`}
      onClose={close}
      size="md"
      tabs={
        <TabsBar>
          {TABS.map((one) => (
            <Tab key={one} label={one} active={one === tab} onChangeTab={() => setTab(one)} />
          ))}
        </TabsBar>
      }
    >
      <div className={content} data-testid="inspector">
        {tab === 'Queries' ? <Queries panel={panel} origin={opened.origins[name]} /> : null}
        {tab === 'Data' ? <Data panel={panel} /> : null}
        {tab === 'JSON' ? (
          <>
            <ClipboardButton variant="secondary" icon="copy" getText={() => json}>
              Copy
            </ClipboardButton>
            <pre>{json}</pre>
          </>
        ) : null}
      </div>
    </Drawer>
  );
}
