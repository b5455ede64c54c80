import { print, type VectorSelector } from '@binnacle/promql';
import { argument } from '../../query/expression.ts';
import type { Matchable, Matchers, ValueOf } from '../../query/vector.ts';
import { datasourceOf } from '../queries/datasource.ts';
import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

/** What a variable with values from a datasource may say. */
export interface ChoiceOptions<N extends string = string> extends VariableOptions<N> {
  /** Several values at a time. */
  readonly multi?: boolean;
  /** Offer all values at once, and start with them. */
  readonly includeAll?: boolean;
  /** Keeps the values that match; a group in it keeps that part of each. */
  readonly regex?: string;
  /** Logical name of a datasource. Default: the dashboard's datasource variable. */
  readonly datasource?: string;
}

/** The values of a label on the series of a metric, restricted by the matchers the metric has: `cpu.where({ cluster })` depends on the variable `cluster`. */
export function variable<W = Matchers, const L extends keyof W & string = keyof W & string, const N extends string = L>(
  series: Matchable<W>,
  label: L,
  options?: ChoiceOptions<N>,
): Variable<N, ValueOf<W, L>>;
export function variable(
  series: { readonly expr: VectorSelector },
  label: string,
  options: ChoiceOptions = {},
): Variable {
  const { name = label, multi = false, includeAll = false, regex = '', datasource } = options;
  const text = `label_values(${print(argument(series, 'variable'))}, ${label})`;
  return variableOf(
    name,
    {
      kind: 'QueryVariable',
      spec: {
        ...variableFrame(name, options),
        ...selection(multi, includeAll),
        refresh: 'onTimeRangeChanged',
        sort: 'naturalAsc',
        regex: regex === '' ? '' : `/${regex}/`,
        definition: text,
        options: [],
        allowCustomValue: true,
        query: {
          kind: 'DataQuery',
          group: 'prometheus',
          version: 'v0',
          datasource: datasourceOf('prometheus', datasource) ?? {},
          // qryType 1 is "label values" in Grafana's editor.
          spec: { qryType: 1, query: text, refId: 'PrometheusVariableQueryEditor-VariableQuery' },
        },
      },
    },
    multi || includeAll,
  );
}

/** Grafana's value for "all", and what it becomes in a matcher. */
const ALL = { text: 'All', value: '$__all' };
const ANY_VALUE = '.+';

/** How many values can be chosen, and what is chosen at first. */
export function selection(multi: boolean, includeAll: boolean) {
  const { text, value } = includeAll ? ALL : { text: '', value: '' };
  return {
    multi,
    includeAll,
    ...(includeAll ? { allValue: ANY_VALUE } : {}),
    current: multi && includeAll ? { text: [text], value: [value] } : { text, value },
  };
}
