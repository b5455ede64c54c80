import {
  LocalValueVariable,
  MultiValueVariable,
  sceneGraph,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  SceneVariableSet,
  VariableDependencyConfig,
  type VariableValueOption,
} from '@grafana/scenes';
import { textOf } from '../drawing/field-values.ts';

/** One of the copies that a repeat makes; the only one, without variables, where nothing is repeated. */
export interface Copy {
  /** Tells copies of one source apart; empty for the only one. */
  readonly suffix: string;
  readonly variables?: SceneVariableSet;
}

/** What a layout shows, once or for each value of a variable. */
export interface Source {
  readonly key: string;
  /** Name of the variable it is repeated by. */
  readonly repeat?: string;
  readonly make: (copy: Copy) => SceneObject;
}

interface RepeatingState extends SceneObjectState {
  readonly sources: readonly Source[];
  children: SceneObject[];
}

interface Value {
  readonly value: string;
  readonly text: string;
}

function valuesOf(object: SceneObject, name: string): readonly Value[] | undefined {
  const variable = sceneGraph.lookupVariable(name, object);
  if (!(variable instanceof MultiValueVariable)) return undefined;
  if (variable.hasAllValue()) {
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- the class leaves its state open
    const options: readonly VariableValueOption[] = variable.state.options;
    return options.map(({ label, value }) => ({ value: textOf(value), text: label }));
  }
  const values = [variable.state.value].flat();
  const texts = [variable.state.text].flat();
  return values.map((value, i) => ({ value: String(value), text: String(texts[i] ?? value) }));
}

function copiesOf(object: SceneObject, repeat: string | undefined): readonly Copy[] {
  const values = repeat === undefined ? undefined : valuesOf(object, repeat);
  if (repeat === undefined || values === undefined) return [{ suffix: '' }];
  return values.map(({ value, text }) => ({
    suffix: value,
    variables: new SceneVariableSet({
      variables: [new LocalValueVariable({ name: repeat, value, text, isMulti: true, includeAll: true })],
    }),
  }));
}

/** A layout whose parts may be repeated: it makes them again when the variables change, and keeps those that stay. */
export abstract class RepeatingLayout extends SceneObjectBase<RepeatingState> {
  private readonly made = new Map<string, SceneObject>();
  /** False until the values of the variables it is repeated by are known. */
  expanded = false;
  protected override _variableDependency: VariableDependencyConfig<RepeatingState>;

  constructor(sources: readonly Source[]) {
    const repeats = sources.flatMap(({ repeat }) => (repeat === undefined ? [] : [repeat]));
    super({ sources, children: [] });
    // oxlint-disable-next-line no-underscore-dangle -- the name that scenes look for
    this._variableDependency = new VariableDependencyConfig<RepeatingState>(this, {
      variableNames: [...new Set(repeats)],
      onVariableUpdateCompleted: () => this.expand(),
    });
    if (repeats.length === 0) this.expand();
    this.addActivationHandler(() => {
      this.expand();
    });
  }

  private expand(): void {
    if (sceneGraph.hasVariableDependencyInLoadingState(this)) return;
    const children = this.state.sources.flatMap((source) =>
      copiesOf(this, source.repeat).map((copy) => {
        const key = `${source.key}\n${copy.suffix}`;
        const child = this.made.get(key) ?? source.make(copy);
        this.made.set(key, child);
        return child;
      }),
    );
    this.expanded = true;
    const { children: before } = this.state;
    if (children.length !== before.length || children.some((child, i) => child !== before[i]))
      this.setState({ children });
  }
}
