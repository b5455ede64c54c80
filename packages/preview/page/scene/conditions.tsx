import {
  type SceneComponentProps,
  sceneGraph,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import type { RowsSpec } from './spec.ts';
import { Show } from './show.tsx';

type Condition = NonNullable<RowsSpec['rows'][number]['spec']['conditionalRendering']>;
type Item = Condition['spec']['items'][number];

interface WhenState extends SceneObjectState {
  readonly body: SceneObject;
  readonly condition: Condition['spec'];
}

/** Shows its body only while a condition on variables or the time range holds. */
class When extends SceneObjectBase<WhenState> {
  static Component = WhenView;
  protected override _variableDependency = new VariableDependencyConfig<WhenState>(this, {
    variableNames: this.state.condition.items.flatMap((item) =>
      item.kind === 'ConditionalRenderingVariable' ? [item.spec.variable] : [],
    ),
    onVariableUpdateCompleted: () => this.forceRender(),
  });
}

/** The object itself, or, with a condition, one that shows it when that holds. */
export function shownWhen(body: SceneObject, condition: Condition | undefined): SceneObject {
  return condition === undefined || condition.spec.items.length === 0
    ? body
    : new When({ body, condition: condition.spec });
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

function secondsOf(duration: string): number {
  const [, count = '0', unit = 's'] = /^(\d+)([smhdw])$/.exec(duration) ?? [];
  return Number(count) * (UNITS[unit] ?? 1);
}

function holds(item: Item, scene: SceneObject): boolean {
  switch (item.kind) {
    case 'ConditionalRenderingVariable': {
      const { variable, operator, value } = item.spec;
      const values = [sceneGraph.lookupVariable(variable, scene)?.getValue() ?? ''].flat().map(String);
      const negated = operator === 'notEquals' || operator === 'notMatches';
      const hit = values.some((one) =>
        operator === 'matches' || operator === 'notMatches' ? new RegExp(value).test(one) : one === value,
      );
      return hit !== negated;
    }
    case 'ConditionalRenderingTimeRangeSize': {
      const { from, to } = sceneGraph.getTimeRange(scene).state.value;
      return to.diff(from, 'seconds') <= secondsOf(item.spec.value);
    }
    case 'ConditionalRenderingData':
      // Whether there is data is known only once it was drawn.
      return item.spec.value;
    default:
      return item satisfies never;
  }
}

function WhenView({ model }: SceneComponentProps<When>) {
  const { body, condition } = model.useState();
  sceneGraph.getTimeRange(model).useState();
  const results = condition.items.map((item) => holds(item, model));
  const met = condition.condition === 'or' ? results.some(Boolean) : results.every(Boolean);
  return met === (condition.visibility === 'show') ? <Show of={body} /> : null;
}
