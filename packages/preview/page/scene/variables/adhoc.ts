import { AdHocFiltersVariable, type AdHocFilterWithLabels, type SceneVariable } from '@grafana/scenes';
import { SOURCE } from '../../data/source.ts';
import type { Variable } from '../spec.ts';
import { describedAs } from './shape.ts';

type Filters = Variable<'AdhocVariable'>['spec']['filters'];

function filtersOf(filters: Filters): AdHocFilterWithLabels[] {
  return filters.map(({ key, operator, value, values }) => ({
    key,
    operator,
    value,
    ...(values === undefined ? {} : { values: [...values] }),
  }));
}

/** Filters on labels that hold for every query of the dashboard. */
export function adhocVariable({ spec }: Variable<'AdhocVariable'>): SceneVariable {
  const { filters, baseFilters, defaultKeys } = spec;
  return new AdHocFiltersVariable({
    ...describedAs(spec),
    applyMode: 'auto',
    layout: 'combobox',
    datasource: SOURCE,
    filters: filtersOf(filters),
    baseFilters: filtersOf(baseFilters),
    ...(defaultKeys.length === 0
      ? {}
      : { defaultKeys: defaultKeys.map(({ text, value }) => ({ text, value: value ?? text })) }),
  });
}
