import type { DashboardSpec } from './spec.ts';
import { DashboardCursorSync } from '@grafana/data';
import {
  behaviors,
  SceneControlsSpacer,
  type SceneDataLayerSet,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
} from '@grafana/scenes';
import { AnnotationSwitches } from './annotation-switches.tsx';
import { annotationLayers } from './annotations.ts';
import type { BuildContext } from './context.ts';
import { DashboardView } from './dashboard-view.tsx';
import { layoutOf } from './layouts/registry.ts';
import { panelOf } from './panel.tsx';
import { variableOf } from './variables/registry.ts';

/** The state of an open dashboard. */
export interface DashboardState extends SceneObjectState {
  readonly spec: DashboardSpec;
  readonly controls: readonly SceneObject[];
  readonly body: SceneObject;
}

/** An open dashboard. */
export class DashboardScene extends SceneObjectBase<DashboardState> {
  static Component = DashboardView;
}

const SYNC: Readonly<Record<string, DashboardCursorSync>> = {
  Crosshair: DashboardCursorSync.Crosshair,
  Off: DashboardCursorSync.Off,
  Tooltip: DashboardCursorSync.Tooltip,
};

function controlsOf({ timeSettings, annotations, variables }: DashboardSpec, layers: SceneDataLayerSet): SceneObject[] {
  const { autoRefresh, autoRefreshIntervals, hideTimepicker, quickRanges } = timeSettings;
  return [
    ...(variables.length === 0 ? [] : [new VariableValueSelectors({})]),
    ...(annotations.length === 0 || layers.state.layers.length === 0 ? [] : [new AnnotationSwitches({})]),
    new SceneControlsSpacer(),
    ...(hideTimepicker
      ? []
      : [
          new SceneTimePicker(
            quickRanges === undefined ? {} : { quickRanges: quickRanges.map((range) => ({ ...range })) },
          ),
          new SceneRefreshPicker({
            refresh: autoRefresh,
            intervals: [...autoRefreshIntervals],
            minRefreshInterval: '1s',
            // Without its text the button has no name.
            withText: true,
          }),
        ]),
  ];
}

/** Time zones that have names only in Grafana. */
const OWN_ZONES: readonly string[] = ['browser', 'utc'];

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The time zone of a dashboard; that of the browser where it names none, or the default of a Grafana, or none there is. */
function timeZoneOf(name = ''): string {
  return OWN_ZONES.includes(name) || (name !== '' && isZone(name)) ? name : 'browser';
}

/** A time range, in whichever of Grafana's ways to write times. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Makes the scene of a dashboard in the v2 shape. It shows the stretch of its definition, or the one that is given. */
export function dashboardScene(spec: DashboardSpec, stretch: Stretch = spec.timeSettings): DashboardScene {
  const { timeSettings, cursorSync, elements, layout, variables, annotations } = spec;
  const layers = annotationLayers(annotations);
  const sync: string = cursorSync;
  const context: BuildContext = {
    elements,
    panel: (element, copy) => panelOf(element, elements[element], copy),
    layout: (inner) => layoutOf(inner, context),
  };
  return new DashboardScene({
    spec,
    $timeRange: new SceneTimeRange({
      from: stretch.from,
      to: stretch.to,
      timeZone: timeZoneOf(timeSettings.timezone),
    }),
    $variables: new SceneVariableSet({ variables: variables.map((variable) => variableOf(variable)) }),
    $data: layers,
    $behaviors: [new behaviors.CursorSync({ key: 'cursor', sync: SYNC[sync] ?? DashboardCursorSync.Off })],
    controls: controlsOf(spec, layers),
    body: layoutOf(layout, context),
  });
}
