import { LoadingState } from '@grafana/data';
import {
  MultiValueVariable,
  type SceneComponentProps,
  type SceneDataProvider,
  sceneGraph,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { useContext } from 'react';
import { DashboardContext } from '../shell/dashboard-context.ts';
import { PanelCell } from './cell.tsx';
import { type Chosen, type Condition, isShown } from './condition.ts';
import { Show } from './show.tsx';

interface WhenState extends SceneObjectState {
  readonly body: SceneObject;
  readonly condition: Condition;
  shown: boolean;
}

function chosenOf(object: SceneObject, name: string): Chosen | undefined {
  const variable = sceneGraph.lookupVariable(name, object);
  if (variable === null) return undefined;
  return {
    values: [variable.getValue() ?? ''].flat().map(String),
    isAll: variable instanceof MultiValueVariable && variable.hasAllValue(),
  };
}

function hasData({ state: { data } }: SceneDataProvider): boolean | undefined {
  if (data === undefined || data.state === LoadingState.Loading || data.state === LoadingState.NotStarted)
    return undefined;
  return data.series.some(({ length }) => length > 0);
}

/** Shows its body only while a condition holds: on variables, on the time range, and of a panel on its data. */
export class When extends SceneObjectBase<WhenState> {
  static Component = WhenView;
  protected override _variableDependency = new VariableDependencyConfig<WhenState>(this, {
    variableNames: this.state.condition.items.flatMap((item) =>
      item.kind === 'ConditionalRenderingVariable' ? [item.spec.variable] : [],
    ),
    onVariableUpdateCompleted: () => this.look(),
  });
  private readonly data: SceneDataProvider | undefined;

  constructor(body: SceneObject, condition: Condition) {
    super({ body, condition, shown: true });
    const asksData = condition.items.some(({ kind }) => kind === 'ConditionalRenderingData');
    this.data = asksData && body instanceof PanelCell ? sceneGraph.getData(body.state.panel) : undefined;
    this.addActivationHandler(() => this.watch());
  }

  private watch(): () => void {
    const look = (): void => this.look();
    const { body } = this.state;
    // Only what is active asks again when variables and the time change, and a hidden panel is not on the page.
    const releases =
      this.data !== undefined && body instanceof PanelCell ? [body.activate(), body.state.panel.activate()] : [];
    const subscriptions = [
      sceneGraph.getTimeRange(this).subscribeToState(look),
      ...(this.data === undefined ? [] : [this.data.subscribeToState(look)]),
    ];
    look();
    return () => {
      for (const one of subscriptions) one.unsubscribe();
      for (const release of releases) release();
    };
  }

  private look(): void {
    const { body, condition, shown: before } = this.state;
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    const shown = isShown(condition, {
      chosen: (name) => chosenOf(body, name),
      length: to.unix() - from.unix(),
      hasData: this.data === undefined ? undefined : hasData(this.data),
    });
    if (shown !== before) this.setState({ shown });
  }
}

/** The object itself, or, with a condition, one that shows it when that holds. */
export function shownWhen(body: SceneObject, condition: { readonly spec: Condition } | undefined): SceneObject {
  return condition === undefined || condition.spec.items.length === 0 ? body : new When(body, condition.spec);
}

function WhenView({ model }: SceneComponentProps<When>) {
  const { body, shown } = model.useState();
  const { viewing } = useContext(DashboardContext);
  // The one panel that is viewed is seen whatever its conditions.
  return shown || viewing !== undefined ? <Show of={body} /> : null;
}
