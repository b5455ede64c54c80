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
import { annotationLayers } from '../scene/annotations.ts';
import type { BuildContext } from '../scene/context.ts';
import { layoutOf } from '../scene/layouts/registry.ts';
import { panelOf } from '../scene/panel.tsx';
import type { DashboardSpec } from '../scene/spec.ts';
import { variableOf } from '../scene/variables/registry.ts';
import { SideView } from './side-view.tsx';

interface SideState extends SceneObjectState {
  readonly $data: SceneDataLayerSet;
  readonly body: SceneObject;
}

/** One version of a dashboard, without time and variables of its own. */
export class SideScene extends SceneObjectBase<SideState> {
  static Component = SideView;
}

interface CompareState extends SceneObjectState {
  readonly controls: readonly SceneObject[];
  readonly before?: SideScene;
  readonly after?: SideScene;
}

/** Two versions of a dashboard with one time range, one set of variables and one crosshair. */
export class CompareScene extends SceneObjectBase<CompareState> {}

function sideOf({ annotations, elements, layout }: DashboardSpec): SideScene {
  const context: BuildContext = {
    elements,
    panel(element, copy) {
      const panel = panelOf(element, elements[element], copy);
      // What the menu leads to is about one dashboard.
      panel.setState({ menu: undefined });
      return panel;
    },
    layout: (inner) => layoutOf(inner, context),
  };
  return new SideScene({ $data: annotationLayers(annotations), body: layoutOf(layout, context) });
}

/** The variables of both versions, each once: what both have is as the later one defines it. */
function variablesOf(before: DashboardSpec | undefined, after: DashboardSpec | undefined): DashboardSpec['variables'] {
  const own = after?.variables ?? [];
  const names = new Set(own.map(({ spec }) => spec.name));
  return [...own, ...(before?.variables ?? []).filter(({ spec }) => !names.has(spec.name))];
}

/** Makes the scene of two versions of a dashboard, of which one may be missing. */
export function compareScene(
  before: DashboardSpec | undefined,
  after: DashboardSpec | undefined,
): CompareScene | undefined {
  const main = after ?? before;
  if (main === undefined) return undefined;
  const variables = variablesOf(before, after);
  const { from, to, timezone, autoRefresh, autoRefreshIntervals } = main.timeSettings;
  return new CompareScene({
    $timeRange: new SceneTimeRange({
      from,
      to,
      timeZone: timezone === undefined || timezone === '' ? 'browser' : timezone,
    }),
    $variables: new SceneVariableSet({ variables: variables.map((variable) => variableOf(variable)) }),
    $behaviors: [new behaviors.CursorSync({ key: 'cursor', sync: DashboardCursorSync.Crosshair })],
    controls: [
      ...(variables.length === 0 ? [] : [new VariableValueSelectors({})]),
      new SceneControlsSpacer(),
      new SceneTimePicker({}),
      new SceneRefreshPicker({
        refresh: autoRefresh,
        intervals: [...autoRefreshIntervals],
        minRefreshInterval: '1s',
        withText: true,
      }),
    ],
    ...(before === undefined ? {} : { before: sideOf(before) }),
    ...(after === undefined ? {} : { after: sideOf(after) }),
  });
}
