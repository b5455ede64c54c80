import type { SceneVariable } from '@grafana/scenes';
import type { Variable, VariableSpec } from '../spec.ts';
import { adhocVariable } from './adhoc.ts';
import { constantVariable } from './constant.ts';
import { customVariable } from './custom.ts';
import { datasourceVariable } from './datasource.ts';
import { groupByVariable } from './group-by.ts';
import { intervalVariable } from './interval.ts';
import { queryVariable } from './query.ts';
import { switchVariable } from './switch.ts';
import { textVariable } from './text.ts';

type Makers = { readonly [Kind in VariableSpec['kind']]: (variable: Variable<Kind>) => SceneVariable };

const MAKERS: Makers = {
  AdhocVariable: adhocVariable,
  ConstantVariable: constantVariable,
  CustomVariable: customVariable,
  DatasourceVariable: datasourceVariable,
  GroupByVariable: groupByVariable,
  IntervalVariable: intervalVariable,
  QueryVariable: queryVariable,
  SwitchVariable: switchVariable,
  TextVariable: textVariable,
};

/** Makes the scene's variable of a variable of any kind. */
export function variableOf<Kind extends VariableSpec['kind']>(
  variable: Variable<Kind> & { readonly kind: Kind },
): SceneVariable {
  return MAKERS[variable.kind](variable);
}
